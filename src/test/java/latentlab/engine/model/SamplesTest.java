package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentlab.MadeUpImages;
import latentlab.data.ImageSet;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.layer.GaussianCode;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

/** What a variational code's samples are made with. */
class SamplesTest {
    private static final TrainingConfig CONFIG = TrainingConfig.DEFAULT
            .withKind(ModelKind.VARIATIONAL)
            .with(Setting.LOSS, Loss.BERNOULLI)
            .withLatent(5);
    private static final ImageSet IMAGES = MadeUpImages.images(4000, 5, 7, 1);
    private static final Autoencoder MODEL = Autoencoder.of(CONFIG, IMAGES.shape());
    private static final Kernels KERNELS = Kernels.fastest();

    private static float[] noise(Batch batch) {
        Floats noise = GaussianCode.noise(batch.kept.get(MODEL.codeLayer()));
        float[] numbers = new float[noise.length()];
        noise.get(numbers);
        return numbers;
    }

    private static float[] drawn(int from, int count, long seed) {
        Batch batch = Batch.of(MODEL, count, CONFIG);
        batch.fill(IMAGES, from, KERNELS, seed);
        float[] noise = noise(batch);
        batch.close();
        return noise;
    }

    @Test
    void areStandardNormal() {
        float[] noise = drawn(0, 4000, 3);
        double[] moments = new double[5];
        for (float each : noise) {
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(each, power) / noise.length;
            }
        }
        // Five times the standard error of each, of 20,000 numbers.
        assertThat(moments[1]).isCloseTo(0, within(0.035));
        assertThat(moments[2]).isCloseTo(1, within(0.05));
        assertThat(moments[3]).isCloseTo(0, within(0.14));
        assertThat(moments[4]).isCloseTo(3, within(0.35));
    }

    @Test
    void unitsAndImagesDoNotGoTogether() {
        float[] noise = drawn(0, 4000, 3);
        for (int apart : new int[] {1, 2, 5, 10}) {
            double sum = 0;
            for (int i = apart; i < noise.length; i++) {
                sum += noise[i] * noise[i - apart];
            }
            assertThat(sum / noise.length).as("%d apart", apart).isCloseTo(0, within(0.035));
        }
    }

    @Test
    void areAnImagesOwnInAnyCompanyAndAnewInEachEpoch() {
        float[] all = drawn(0, 40, 3);
        float[] some = drawn(10, 7, 3);
        for (int i = 0; i < some.length; i++) {
            assertThat(some[i]).isEqualTo(all[50 + i]);
        }
        assertThat(drawn(10, 7, 4)).isNotEqualTo(some);
    }

    @Test
    void viewsSeeTheMean() {
        float[] parameters = MODEL.initialParameters(9);
        try (Inference inference = new Inference(MODEL, CONFIG)) {
            float[] codes = inference.latent(parameters, IMAGES, new int[] {17});
            int bias = MODEL.array(Autoencoder.ENCODER_BIAS).offset();
            for (int unit = 0; unit < 5; unit++) {
                double mean = parameters[bias + unit];
                for (int p = 0; p < 35; p++) {
                    mean += parameters[unit * 35 + p] * IMAGES.ink(17, p);
                }
                assertThat((double) codes[unit]).isCloseTo(mean, within(1e-6));
            }
        }
    }
}
