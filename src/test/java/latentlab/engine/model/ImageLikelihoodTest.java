package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.MadeUpImages;
import latentlab.data.ImageSet;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Held to the integral over a code of one unit, which can be added up. */
class ImageLikelihoodTest {
    private static final ImageSet IMAGES = MadeUpImages.images(4, 3, 4, 1);
    private static final int PIXELS = 12;

    private static TrainingConfig config(Loss loss) {
        return TrainingConfig.DEFAULT
                .withKind(ModelKind.VARIATIONAL)
                .withLatent(1)
                .with(Setting.LOSS, loss);
    }

    /** Larger than fresh ones, so that the decoder bends. */
    private static float[] parameters(Autoencoder model) {
        float[] parameters = model.initialParameters(5);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] *= 2;
        }
        return parameters;
    }

    @ParameterizedTest
    @EnumSource(names = {"BERNOULLI", "GAUSSIAN"})
    void comesToTheIntegral(Loss loss) {
        TrainingConfig config = config(loss);
        Autoencoder model = Autoencoder.of(config, IMAGES.shape());
        float[] parameters = parameters(model);
        double expected = 0;
        for (int image = 0; image < IMAGES.count(); image++) {
            expected -= Math.log(integral(model, parameters, loss, image)) / IMAGES.count();
        }

        ImageLikelihood found = ImageLikelihood.of(
                config, parameters, IMAGES, IMAGES.count(), ImageLikelihood.MOST_SAMPLES, _ -> {}, () -> true);

        assertThat(found.negativeLogLikelihood()).isCloseTo(expected, within(0.02));
        assertThat(found.bound()).isGreaterThan(found.negativeLogLikelihood());
        assertThat(found.standardError()).isPositive();
        assertThat(found.images()).isEqualTo(4);
        assertThat(found.samples()).isEqualTo(5000);
    }

    /** p(x) as the sum over many z of p(x|z) p(z), in steps so small that their size is nothing. */
    private static double integral(Autoencoder model, float[] parameters, Loss loss, int image) {
        int weights = model.array(Autoencoder.DECODER_WEIGHT).offset();
        int biases = model.array(Autoencoder.DECODER_BIAS).offset();
        double step = 0.01;
        double sum = 0;
        for (double z = -9; z < 9; z += step) {
            double likelihood = -z * z / 2 - Math.log(2 * Math.PI) / 2;
            for (int p = 0; p < PIXELS; p++) {
                double in = parameters[biases + p] + parameters[weights + p] * z;
                likelihood -= loss.of(in, 1 / (1 + Math.exp(-in)), IMAGES.ink(image, p));
            }
            sum += step * Math.exp(likelihood);
        }
        return sum;
    }

    @Test
    void oneSampleIsTheBound() {
        TrainingConfig config = config(Loss.BERNOULLI);
        float[] parameters = parameters(Autoencoder.of(config, IMAGES.shape()));
        ImageLikelihood found = ImageLikelihood.of(config, parameters, IMAGES, 3, 1, _ -> {}, () -> true);
        assertThat(found.bound()).isCloseTo(found.negativeLogLikelihood(), within(1e-9));
        assertThat(found.images()).isEqualTo(3);
    }

    @Test
    void tellsHowFarItIsAndEndsWhenNobodyWaits() {
        TrainingConfig config = config(Loss.BERNOULLI);
        float[] parameters = parameters(Autoencoder.of(config, IMAGES.shape()));
        List<Double> shares = new ArrayList<>();
        assertThatThrownBy(() ->
                        ImageLikelihood.of(config, parameters, IMAGES, 4, 10, shares::add, () -> shares.size() < 2))
                .isInstanceOf(CancellationException.class);
        assertThat(shares).containsExactly(0.0, 0.25);
    }
}
