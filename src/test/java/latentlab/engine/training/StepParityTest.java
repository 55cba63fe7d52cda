package latentlab.engine.training;

import java.util.stream.Stream;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Holds one pass and five Adam steps, of both models and on both paths, to what PyTorch computes in float64. */
class StepParityTest {
    static Stream<Arguments> cases() {
        return Stream.of(ModelKind.SIMPLE, ModelKind.TIED)
                .flatMap(kind -> AllKernels.here().stream().map(kernels -> Arguments.of(kind, kernels)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithPyTorch(ModelKind kind, Kernels kernels) throws Exception {
        JsonNode reference = Reference.read("/step_parity.json");
        JsonNode expected = reference.get(kind.name().toLowerCase());
        int inputs = reference.get("inputs").asInt();
        // Image-shaped input of 3x4 pixels: to the model it is the same as 12 in a row.
        Autoencoder model =
                new Autoencoder(kind, 3, inputs / 3, reference.get("latent").asInt());
        TrainingStep step = new TrainingStep(
                model, kernels, Reference.flat(model, expected.get("initial")), TrainingConfig.DEFAULT);
        Batch batch = new Batch(model, reference.get("batch").asInt());
        batch.images.set(Reference.flat(reference.get("x")));

        step.network.evaluate(batch, Loss.MSE);
        Reference.close("latent", Reference.numbers(batch.latent()), Reference.flat(expected.get("latent")));
        Reference.close(
                "reconstruction", Reference.numbers(batch.output()), Reference.flat(expected.get("reconstruction")));
        step.gradients(batch);
        Reference.close("gradients", step.gradient.flat(), Reference.flat(model, expected.get("gradients")));

        double elements = inputs * batch.count();
        double rate = reference.get("learning_rate").asDouble();
        for (JsonNode loss : expected.get("losses")) {
            Reference.close("loss", new float[] {(float) (step.train(batch, rate, 0.9) / elements)}, new float[] {
                (float) loss.asDouble()
            });
        }
        Reference.close(
                "after Adam", step.network.parameters.flat(), Reference.flat(model, expected.get("after_adam")));
    }
}
