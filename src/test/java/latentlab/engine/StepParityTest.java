package latentlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.Autoencoder.ParameterArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Holds one pass and five Adam steps, of both models and on both paths, to what PyTorch computes in float64. */
class StepParityTest {
    private static final double RELATIVE = 1e-5;

    static Stream<Arguments> cases() {
        return Stream.of(ModelKind.values())
                .flatMap(kind ->
                        Stream.of(Arguments.of(kind, new PlainKernels()), Arguments.of(kind, VectorKernels.create())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithPyTorch(ModelKind kind, Kernels kernels) throws Exception {
        JsonNode reference;
        try (InputStream json = StepParityTest.class.getResourceAsStream("/step_parity.json")) {
            reference = new ObjectMapper().readTree(json);
        }
        JsonNode expected = reference.get(kind.name().toLowerCase());
        int inputs = reference.get("inputs").asInt();
        // Image-shaped input of 3x4 pixels: to the model it is the same as 12 in a row.
        Autoencoder model =
                new Autoencoder(kind, 3, inputs / 3, reference.get("latent").asInt());
        TrainingStep step = new TrainingStep(model, kernels, flat(model, expected.get("initial")));
        Batch batch = new Batch(model, reference.get("batch").asInt());
        batch.images.set(flat(reference.get("x")));

        step.evaluate(batch);
        close("latent", numbers(batch.latent), flat(expected.get("latent")));
        close("reconstruction", numbers(batch.output), flat(expected.get("reconstruction")));
        step.gradients(batch);
        close("gradients", numbers(step.gradient.all), flat(model, expected.get("gradients")));

        double elements = inputs * batch.count();
        double rate = reference.get("learning_rate").asDouble();
        for (JsonNode loss : expected.get("losses")) {
            close("loss", new float[] {(float) (step.train(batch, rate) / elements)}, new float[] {
                (float) loss.asDouble()
            });
        }
        close("after Adam", numbers(step.parameters.all), flat(model, expected.get("after_adam")));
    }

    private static void close(String what, float[] actual, float[] expected) {
        // Relative to the array's own size where a single number happens to be near zero.
        double scale = 0;
        for (float value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            double tolerance = RELATIVE * Math.max(Math.abs(expected[i]), 0.1 * scale);
            assertThat((double) actual[i])
                    .as("%s [%d]", what, i)
                    .isCloseTo(expected[i], org.assertj.core.api.Assertions.within(tolerance));
        }
    }

    private static float[] numbers(Floats array) {
        float[] numbers = new float[array.length()];
        array.get(numbers);
        return numbers;
    }

    private static float[] flat(Autoencoder model, JsonNode arrays) {
        float[] flat = new float[model.parameterCount()];
        for (ParameterArray array : model.arrays()) {
            float[] values = flat(arrays.get(array.name()));
            System.arraycopy(values, 0, flat, array.offset(), values.length);
        }
        return flat;
    }

    private static float[] flat(JsonNode numbers) {
        List<Double> values = leaves(numbers).toList();
        float[] flat = new float[values.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values.get(i).floatValue();
        }
        return flat;
    }

    private static Stream<Double> leaves(JsonNode node) {
        return node.isArray()
                ? java.util.stream.StreamSupport.stream(node.spliterator(), false)
                        .flatMap(StepParityTest::leaves)
                : Stream.of(node.asDouble());
    }
}
