package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InferenceTest {
    private static final ImageSet IMAGES = MadeUpImages.images(1203, 5, 7, 1);

    @ParameterizedTest
    @EnumSource(value = ModelKind.class, mode = EnumSource.Mode.EXCLUDE, names = "VARIATIONAL")
    void showsWhatTheFormulasSay(ModelKind kind) {
        Autoencoder model = new Autoencoder(kind, 5, 7, 3);
        float[] parameters = model.initialParameters(3);
        try (Inference inference = new Inference(model, TrainingConfig.DEFAULT)) {
            Reconstructions reconstructions = inference.reconstruct(parameters, IMAGES, new int[] {4});
            float[] codes = inference.latent(parameters, IMAGES, new int[] {4});

            int encoderBias = model.array(Autoencoder.ENCODER_BIAS).offset();
            int decoderBias = model.array(Autoencoder.DECODER_BIAS).offset();
            double[] h = new double[3];
            for (int k = 0; k < 3; k++) {
                double z = parameters[encoderBias + k];
                for (int p = 0; p < 35; p++) {
                    z += parameters[k * 35 + p] * IMAGES.ink(4, p);
                }
                h[k] = 1 / (1 + Math.exp(-z));
                assertThat((double) codes[k]).isCloseTo(h[k], within(1e-6));
            }
            double error = 0;
            for (int p = 0; p < 35; p++) {
                double z = parameters[decoderBias + p];
                for (int k = 0; k < 3; k++) {
                    z += h[k]
                            * (kind == ModelKind.TIED
                                    ? parameters[k * 35 + p]
                                    : parameters[
                                            model.array(Autoencoder.DECODER_WEIGHT)
                                                            .offset()
                                                    + p * 3
                                                    + k]);
                }
                double y = 1 / (1 + Math.exp(-z));
                assertThat(reconstructions.pixels()[p] & 0xFF).isEqualTo((int) Math.round(255 * y));
                error += Math.pow(y - IMAGES.ink(4, p), 2) / 35;
            }
            assertThat(reconstructions.errors()[0]).isCloseTo(error, within(1e-6));
        }
    }

    /** Also of noisy images, and where a linear output leaves the range of intensities. */
    @ParameterizedTest
    @EnumSource(names = {"SIGMOID", "LINEAR"})
    void intensitiesAreTheNumbersThatTheBytesAreRoundedFrom(Activation output) {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withLatent(4)
                .with(Setting.OUTPUT, output)
                .with(Setting.NOISE, Noise.GAUSSIAN);
        Autoencoder model = Autoencoder.of(config, ImageShape.grey(5, 7));
        float[] parameters = model.initialParameters(3);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] *= 4;
        }
        int[] which = IntStream.range(0, 300).map(i -> 1202 - 2 * i).toArray();
        try (Inference inference = new Inference(model, config)) {
            float[] reconstructed = inference.reconstructIntensities(parameters, IMAGES, which);
            assertThat(rounded(reconstructed))
                    .isEqualTo(inference.reconstruct(parameters, IMAGES, which).pixels());

            float[] codes = inference.latent(parameters, IMAGES, which);
            float[] decoded = inference.decodeIntensities(parameters, codes);
            assertThat(rounded(decoded)).isEqualTo(inference.decode(parameters, codes));
            assertThat(decoded).as("of images without noise").isNotEqualTo(reconstructed);

            boolean outside = IntStream.range(0, decoded.length).anyMatch(i -> decoded[i] < 0 || decoded[i] > 1);
            assertThat(outside).isEqualTo(output == Activation.LINEAR);
        }
    }

    private static byte[] rounded(float[] intensities) {
        byte[] bytes = new byte[intensities.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(255 * intensities[i]), 0, 255);
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void decodesTheCodeOfAnImageToItsReconstruction(ModelKind kind) {
        TrainingConfig deep = TrainingConfig.DEFAULT
                .with(Setting.MODEL, kind)
                .with(Setting.HIDDEN, HiddenLayer.dense(11, 6))
                .with(Setting.CODE, Activation.LINEAR)
                .withLatent(3);
        for (TrainingConfig config : List.of(TrainingConfig.DEFAULT.withLatent(4), deep)) {
            Autoencoder model = Autoencoder.of(config, ImageShape.grey(5, 7));
            float[] parameters = model.initialParameters(3);
            try (Inference inference = new Inference(model, config)) {
                float[] codes = inference.latent(parameters, IMAGES);
                int[] all = IntStream.range(0, IMAGES.count()).toArray();
                assertThat(inference.decode(parameters, codes))
                        .isEqualTo(
                                inference.reconstruct(parameters, IMAGES, all).pixels());
                assertThat(inference.decode(parameters, new float[0])).isEmpty();
            }
        }
    }

    @Test
    void anImageGetsTheSameCodeAndReconstructionInAnyCompany() {
        Autoencoder model = new Autoencoder(ModelKind.SIMPLE, 5, 7, 3);
        float[] parameters = model.initialParameters(3);
        try (Inference inference = new Inference(model, TrainingConfig.DEFAULT)) {
            float[] all = inference.latent(parameters, IMAGES);
            assertThat(all).hasSize(1203 * 3);
            int[] some = {1202, 0, 700, 0};
            float[] codes = inference.latent(parameters, IMAGES, some);
            Reconstructions together = inference.reconstruct(parameters, IMAGES, some);
            assertThat(together.count()).isEqualTo(4);
            for (int i = 0; i < some.length; i++) {
                float[] expected = Arrays.copyOfRange(all, 3 * some[i], 3 * some[i] + 3);
                float[] actual = Arrays.copyOfRange(codes, 3 * i, 3 * i + 3);
                assertThat(actual).containsExactly(expected, within(1e-6f));
                Reconstructions alone = inference.reconstruct(parameters, IMAGES, new int[] {some[i]});
                assertThat(together.errors()[i]).isCloseTo(alone.errors()[0], within(1e-6));
            }
        }
    }

    @Test
    void theMeanErrorOfTheValidationImagesIsTheEpochsLoss() throws Exception {
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(3).withBatch(16);
        var dataset = MadeUpImages.dataset(1203, 5, 7);
        try (Trainer trainer = new Trainer(config, dataset);
                Inference inference = new Inference(trainer.model(), TrainingConfig.DEFAULT)) {
            EpochResult result = trainer.train((_, _) -> 0.01);
            int[] validation = IntStream.range(0, dataset.validationCount()).toArray();
            Reconstructions reconstructions = inference.reconstruct(trainer.parameters(), dataset.train(), validation);
            assertThat(Arrays.stream(reconstructions.errors()).average().orElseThrow())
                    .isCloseTo(result.validLoss(), within(1e-6));
        }
    }

    @Test
    void noImagesAreNoTrouble() {
        Autoencoder model = new Autoencoder(ModelKind.TIED, 5, 7, 3);
        try (Inference inference = new Inference(model, TrainingConfig.DEFAULT)) {
            assertThat(inference.latent(model.initialParameters(1), IMAGES, new int[0]))
                    .isEmpty();
        }
    }

    @Test
    void afterClosingItSaysSoInsteadOfTouchingFreedMemory() {
        Autoencoder model = new Autoencoder(ModelKind.TIED, 5, 7, 3);
        Inference inference = new Inference(model, TrainingConfig.DEFAULT);
        inference.close();
        inference.close();
        assertThatThrownBy(() -> inference.latent(model.initialParameters(1), IMAGES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
