package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Holds training on images of three channels, from their bytes on, to what PyTorch computes in float64. */
class ColourParityTest {
    static Stream<Arguments> cases() {
        return Stream.of(ModelKind.SIMPLE, ModelKind.TIED)
                .flatMap(kind -> AllKernels.here().stream().map(kernels -> Arguments.of(kind, kernels)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithPyTorch(ModelKind kind, Kernels kernels) throws Exception {
        JsonNode reference = Reference.read("/colour_parity.json");
        JsonNode expected = reference.get(kind == ModelKind.TIED ? "tied" : "simple");
        int count = reference.get("images").asInt();
        ImageShape shape = ImageShape.colour(
                reference.get("height").asInt(), reference.get("width").asInt());
        byte[] pixels = new byte[count * shape.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) reference.get("bytes").get(i).asInt();
        }
        TrainingConfig config = TrainingConfig.DEFAULT.withKind(kind).withLatent(5);
        Autoencoder model = Autoencoder.of(config, shape);
        TrainingStep step = new TrainingStep(model, kernels, Reference.flat(model, expected.get("initial")), config);
        Batch batch = new Batch(model, count);
        batch.fill(new ImageSet(count, shape, pixels, null), 0, kernels, 0);

        step.network.evaluate(batch, Loss.MSE);
        Reference.close(
                "reconstruction", Reference.numbers(batch.output()), Reference.flat(expected.get("reconstruction")));
        step.gradients(batch);
        Reference.close("gradients", step.gradient.flat(), Reference.flat(model, expected.get("gradients")));
        for (int i = 0; i < expected.get("losses").size(); i++) {
            double sum = step.train(batch, 0.01, config.get(Setting.MOMENTUM));
            Reference.close(
                    "loss",
                    new float[] {(float) (sum / Loss.MSE.elements(model.inputs(), count))},
                    new float[] {expected.get("losses").get(i).floatValue()});
        }
        Reference.close(
                "after five steps", step.network.parameters.flat(), Reference.flat(model, expected.get("after")));
        assertThat(model.inputs()).isEqualTo(36);
    }
}
