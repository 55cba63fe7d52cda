package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.kernels.Floats;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Numbers that PyTorch computed in float64, and how near float32 has to come to them. */
final class Reference {
    private static final double RELATIVE = 1e-5;

    private Reference() {}

    static JsonNode read(String name) throws IOException {
        try (InputStream json = Reference.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(json);
        }
    }

    static void close(String what, float[] actual, float[] expected) {
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

    static float[] numbers(Floats array) {
        float[] numbers = new float[array.length()];
        array.get(numbers);
        return numbers;
    }

    static float[] flat(Autoencoder model, JsonNode arrays) {
        float[] flat = new float[model.parameterCount()];
        for (ParameterArray array : model.arrays()) {
            float[] values = flat(arrays.get(array.name()));
            System.arraycopy(values, 0, flat, array.offset(), values.length);
        }
        return flat;
    }

    static float[] flat(JsonNode numbers) {
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
                        .flatMap(Reference::leaves)
                : Stream.of(node.asDouble());
    }
}
