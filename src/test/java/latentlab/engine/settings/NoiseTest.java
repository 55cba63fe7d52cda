package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.kernels.Floats;
import latentlab.engine.model.Inference;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoiseTest {
    private static final int PIXELS = 100_000;

    /** A grey image, disturbed. */
    private static float[] disturbed(Noise noise, double level, long seed) {
        Floats image = Floats.matrix(PIXELS, 1);
        float[] pixels = new float[PIXELS];
        Arrays.fill(pixels, 0.5f);
        image.set(pixels);
        noise.apply(image.segment(), 0, PIXELS, level, seed);
        image.get(pixels);
        image.close();
        return pixels;
    }

    private static double share(float[] pixels, float value) {
        int count = 0;
        for (float pixel : pixels) {
            count += pixel == value ? 1 : 0;
        }
        return (double) count / pixels.length;
    }

    @Test
    void gaussianNoiseHasItsDeviation() {
        float[] pixels = disturbed(Noise.GAUSSIAN, 0.1, 1);
        double sum = 0;
        double squares = 0;
        for (float pixel : pixels) {
            sum += pixel - 0.5;
            squares += (pixel - 0.5) * (pixel - 0.5);
        }
        assertThat(sum / PIXELS).isCloseTo(0, within(0.002));
        assertThat(Math.sqrt(squares / PIXELS)).isCloseTo(0.1, within(0.002));
        assertThat(disturbed(Noise.GAUSSIAN, 1, 1)).contains(0f, 1f).doesNotContain(-0.1f, 1.1f);
    }

    @Test
    void maskingTakesItsShareOfThePixels() {
        float[] pixels = disturbed(Noise.MASKING, 0.3, 1);
        assertThat(share(pixels, 0)).isCloseTo(0.3, within(0.01));
        assertThat(share(pixels, 0.5f)).isCloseTo(0.7, within(0.01));
    }

    @Test
    void saltAndPepperAreEquallyLikely() {
        float[] pixels = disturbed(Noise.SALT_AND_PEPPER, 0.4, 1);
        assertThat(share(pixels, 0)).isCloseTo(0.2, within(0.01));
        assertThat(share(pixels, 1)).isCloseTo(0.2, within(0.01));
        assertThat(share(pixels, 0.5f)).isCloseTo(0.6, within(0.01));
    }

    @ParameterizedTest
    @EnumSource(value = Noise.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aSeedFixesTheNoise(Noise noise) {
        assertThat(disturbed(noise, 0.3, 7)).isEqualTo(disturbed(noise, 0.3, 7));
        assertThat(disturbed(noise, 0.3, 7)).isNotEqualTo(disturbed(noise, 0.3, 8));
    }

    /** What people compare from epoch to epoch is disturbed in the same way each time; what is learnt from is not. */
    @ParameterizedTest
    @EnumSource(value = Noise.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aDenoisingModelIsShownTheSameNoiseAtEveryEpoch(Noise noise) throws Exception {
        Dataset data = MadeUpImages.dataset(60, 8, 8);
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(4).with(Setting.NOISE, noise);
        try (Trainer trainer = new Trainer(config, data);
                Inference inference = new Inference(trainer.model(), config)) {
            int[] some = {3, 0, 5};
            Reconstructions before = inference.reconstruct(trainer.parameters(), data.test(), some);
            trainer.train((_, _) -> 0.01);
            Reconstructions after = inference.reconstruct(trainer.parameters(), data.test(), some);
            assertThat(after.noisy()).isEqualTo(before.noisy());
            assertThat(after.pixels()).isNotEqualTo(before.pixels());
            byte[] clean = Arrays.copyOfRange(data.test().pixels(), 3 * 64, 4 * 64);
            assertThat(Arrays.copyOf(before.noisy(), 64)).isNotEqualTo(clean);
        }
    }

    @Test
    void aModelThatSeesTheImagesThemselvesHasNoNoiseToShow() {
        Dataset data = MadeUpImages.dataset(60, 8, 8);
        try (Trainer trainer = new Trainer(TrainingConfig.DEFAULT, data);
                Inference inference = new Inference(trainer.model(), TrainingConfig.DEFAULT)) {
            assertThat(inference
                            .reconstruct(trainer.parameters(), data.test(), new int[] {0})
                            .noisy())
                    .isNull();
        }
    }
}
