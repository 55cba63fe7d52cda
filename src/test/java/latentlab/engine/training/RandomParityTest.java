package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.model.Batch;
import latentlab.engine.model.Parameters;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.SettingsReader;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Holds random configurations, on both paths and whole steps of each, to what PyTorch computes in float64: layers on
 * both sides of every vector width, short last batches, signed zeros, denormal pixels and dead units among them. See
 * make_random_parity.py.
 */
class RandomParityTest {
    private static final double GRADIENT = 1e-5;
    /** What the last digits of float32 and of the reference come to, relative to the largest number of an array. */
    private static final double WRITTEN = 3e-7;
    /** Other processors add up in other orders than the eight in which the reference strayed. */
    private static final double OTHER_ORDERS = 4;

    private static final List<JsonNode> CASES = read();

    private static List<JsonNode> read() {
        try {
            return StreamSupport.stream(Reference.read("/random_parity.json").spliterator(), false)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> cases() {
        List<Arguments> all = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            for (Kernels kernels : AllKernels.here()) {
                all.add(Arguments.of(i, kernels));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithPyTorch(int index, Kernels kernels) throws Exception {
        JsonNode expected = CASES.get(index);
        TrainingConfig config = SettingsReader.parse(expected.get("config").toString(), "case " + index)
                .config();
        Autoencoder model = Autoencoder.of(
                config,
                ImageShape.grey(
                        expected.get("height").asInt(), expected.get("width").asInt()));
        long seed = expected.get("seed").asLong();
        int epochs = expected.get("epochs").asInt();
        int batches = expected.get("batches").asInt();
        TrainingStep step = new TrainingStep(
                model, kernels, parameters(model, seed, expected.get("dead").asBoolean()), config);
        Batch whole = batch(model, config, expected.get("batch").asInt(), seed);
        Batch last = batch(model, config, expected.get("short").asInt(), seed);
        Schedule schedule = config.get(Setting.SCHEDULE);
        Patience patience = new Patience(config);

        step.gradients(batches == 1 ? last : whole);
        for (ParameterArray array : model.arrays()) {
            float[] reference = unpacked(expected.get("gradients").get(array.name()));
            close(
                    "gradient of " + array.name(),
                    part(step.gradient, array),
                    reference,
                    GRADIENT * largest(reference) + Float.MIN_NORMAL);
        }

        double[] squares = GradientNorms.squares(step, kernels);
        for (int l = 0; l < squares.length; l++) {
            double reference = norm(model, l, expected.get("gradients"));
            assertThat(Math.sqrt(squares[l]))
                    .as("norm of the gradient of layer %d", l)
                    .isCloseTo(reference, org.assertj.core.api.Assertions.within(GRADIENT * reference + 1e-30));
        }

        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int b = 0; b < batches; b++) {
                Batch batch = b == batches - 1 ? last : whole;
                double rate =
                        config.learningRate() * schedule.factor(config, epoch, b, batches, epochs, patience.plateaus());
                double sum = step.train(batch, rate, schedule.momentum(config, epoch, b, batches, epochs));
                double loss = sum / config.get(Setting.LOSS).elements(model.inputs(), batch.count());
                double reference =
                        expected.get("losses").get(epoch * batches + b).asDouble();
                assertThat(loss)
                        .as("loss %d of epoch %d", b, epoch)
                        .isCloseTo(
                                reference,
                                org.assertj.core.api.Assertions.within(OTHER_ORDERS
                                                * expected.get("losses stray").asDouble()
                                        + WRITTEN * reference));
            }
            patience.judge(expected.get("valid").get(epoch).asDouble());
        }
        for (ParameterArray array : model.arrays()) {
            float[] reference = unpacked(expected.get("after").get(array.name()));
            double stray = expected.get("stray").get(array.name()).asDouble();
            close(
                    array.name() + " after all steps",
                    part(step.network.parameters, array),
                    reference,
                    OTHER_ORDERS * stray + WRITTEN * largest(reference));
        }
    }

    /** What chance has left out would not be tested. */
    @Test
    void theCasesHaveEveryChoiceInEveryPlace() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(200);
        Predicate<JsonNode> deep = config -> !config.get("hidden").isEmpty();
        Predicate<JsonNode> any = config -> true;
        assertEach(Activation.class, "encoder-activation", deep, Activation.LINEAR);
        assertEach(Activation.class, "decoder-activation", deep, Activation.LINEAR);
        assertEach(Activation.class, "code-activation", any);
        assertThat(words("output-activation", any)).containsOnlyKeys("sigmoid", "linear");
        // Variational models, and likelihoods, have a test of their own.
        for (ModelKind kind : List.of(ModelKind.SIMPLE, ModelKind.TIED)) {
            Predicate<JsonNode> such = config -> config.get("model").asString().equals(word(kind));
            assertEach(Loss.class, "loss", such, Loss.BERNOULLI, Loss.GAUSSIAN);
            assertEach(Optimiser.class, "optimiser", such);
            assertEach(Schedule.class, "schedule", such);
            for (String amount : List.of("weight-decay", "clip", "sparsity")) {
                assertThat(words(amount, such)).as(amount).hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    private static double norm(Autoencoder model, int layer, JsonNode gradients) {
        double squares = 0;
        for (LayerArray array : model.layers().get(layer).arrays()) {
            if (array.isOwn()) {
                for (float number : unpacked(gradients.get(array.name()))) {
                    squares += (double) number * number;
                }
            }
        }
        return Math.sqrt(squares);
    }

    @SafeVarargs
    private static <E extends Enum<E>> void assertEach(
            Class<E> type, String setting, Predicate<JsonNode> where, E... without) {
        Map<E, Long> counts = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            counts.put(value, words(setting, where).getOrDefault(word(value), 0L));
        }
        counts.keySet().removeAll(List.of(without));
        assertThat(counts)
                .as(setting)
                .allSatisfy((value, count) -> assertThat(count).isPositive());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Long> words(String setting, Predicate<JsonNode> where) {
        Map<String, Long> counts = new TreeMap<>();
        CASES.stream()
                .map(each -> each.get("config"))
                .filter(where)
                .forEach(config -> counts.merge(config.get(setting).asString(), 1L, Long::sum));
        return counts;
    }

    private static void close(String what, float[] actual, float[] expected, double tolerance) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i])
                    .as("%s [%d]", what, i)
                    .isCloseTo(expected[i], org.assertj.core.api.Assertions.within(tolerance));
        }
    }

    private static double largest(float[] numbers) {
        double largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    private static float[] part(Parameters parameters, ParameterArray array) {
        float[] all = parameters.flat();
        return java.util.Arrays.copyOfRange(all, array.offset(), array.offset() + array.length());
    }

    private static float[] unpacked(JsonNode packed) {
        double largest = packed.get("max").asDouble();
        byte[] bytes = Base64.getDecoder().decode(packed.get("q").asString());
        float[] numbers = new float[bytes.length / 3];
        for (int i = 0; i < numbers.length; i++) {
            int q = bytes[3 * i] & 0xFF | (bytes[3 * i + 1] & 0xFF) << 8 | bytes[3 * i + 2] << 16;
            numbers[i] = (float) (largest * q / 8388607);
        }
        return numbers;
    }

    // ---- what both sides start from, as make_random_parity.py has it

    private static Batch batch(Autoencoder model, TrainingConfig config, int count, long seed) {
        Batch batch = Batch.of(model, count, config);
        batch.images.set(pixels(seed, count * model.inputs()));
        if (batch.input != batch.images) {
            batch.input.set(pixels(seed + 7, count * model.inputs()));
        }
        return batch;
    }

    private static float[] pixels(long seed, int count) {
        float[] rare = {0, 0, 1, -0f, 0x1p-140f};
        float[] pixels = hashed(seed, count);
        for (int i = 0; i < count; i++) {
            pixels[i] = i % 4 == 0 ? rare[(int) ((pixels[i] + 1) * 4096) % 5] : (pixels[i] + 1) / 2;
        }
        return pixels;
    }

    private static float[] parameters(Autoencoder model, long seed, boolean dead) {
        float[] flat = new float[model.parameterCount()];
        int depth = model.codeLayer() + 1;
        for (int l = 0; l < 2 * depth; l++) {
            Layer layer = model.layers().get(l);
            float scale = 2;
            while (scale * scale * layer.inputs() > 4) {
                scale /= 2;
            }
            boolean mayDie = dead && layer.outputs() > 2 && l < 2 * depth - 1;
            if (!layer.sharesWeight()) {
                draw(flat, model.array(layer.weight()), ++seed << 32, scale, mayDie);
            }
            draw(flat, model.array(layer.bias()), ++seed << 32, scale, mayDie);
        }
        return flat;
    }

    private static void draw(float[] flat, ParameterArray array, long seed, float scale, boolean mayDie) {
        float[] numbers = hashed(seed, array.length());
        for (int i = 0; i < numbers.length; i++) {
            boolean dead = mayDie && (i / array.columns() + 3) % 7 == 0;
            flat[array.offset() + i] = dead ? -0f : scale * numbers[i];
        }
    }

    /** Numbers from -1 to 1, by SplitMix64. */
    private static float[] hashed(long seed, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            long z = seed + (i + 1) * 0x9E3779B97F4A7C15L;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            z ^= z >>> 31;
            numbers[i] = (float) ((z >>> 40) / 8388608.0 - 1);
        }
        return numbers;
    }
}
