package latentlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the fast kernels to the plain ones. */
class KernelsTest {
    private static final double TOLERANCE = 1e-6;

    private final Kernels plain = new PlainKernels();
    private final Kernels fast = VectorKernels.create();
    /** So that native memory is not collected while a kernel has only its address. */
    private final List<Floats> kept = new ArrayList<>();

    @Test
    void theFastKernelsAreTheOnesUsedWhereTheVectorModuleIsPresent() {
        assertThat(Kernels.fastest()).isInstanceOf(VectorKernels.class);
    }

    /** Rows and columns around the number of lanes of every processor: 4, 8 and 16. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "2, 3", "3, 128", "15, 4", "16, 4", "17, 4", "35, 9", "128, 7", "784, 3", "785, 2"})
    void agreeForAnyShape(int rows, int columns) {
        float[] z = random(rows * columns, 8, 1);
        float[] x = random(rows * columns, 1, 2);
        float[] bias = random(rows, 2, 3);

        Floats expected = matrix(rows, columns, z);
        Floats actual = matrix(rows, columns, z);
        Floats biasGradient = zeros(rows, 1);
        Floats expectedBiasGradient = zeros(rows, 1);
        Floats images = matrix(rows, columns, x);
        Floats biases = matrix(rows, 1, bias);

        plain.sigmoid(expected.segment(), biases.segment(), rows, columns);
        fast.sigmoid(actual.segment(), biases.segment(), rows, columns);
        assertClose(actual, expected);

        actual.set(z);
        expected.set(z);
        double error = fast.squaredError(actual.segment(), biases.segment(), images.segment(), rows, columns);
        double expectedError =
                plain.squaredError(expected.segment(), biases.segment(), images.segment(), rows, columns);
        assertThat(error).isCloseTo(expectedError, within(TOLERANCE * expectedError));
        assertClose(actual, expected);

        // Whatever stood in the bias gradient before does not count.
        biasGradient.set(bias);
        actual.set(z);
        expected.set(z);
        float scale = 2f / (rows * columns);
        error = fast.outputDelta(
                actual.segment(), biases.segment(), images.segment(), biasGradient.segment(), rows, columns, scale);
        assertThat(error)
                .isCloseTo(
                        plain.outputDelta(
                                expected.segment(),
                                biases.segment(),
                                images.segment(),
                                expectedBiasGradient.segment(),
                                rows,
                                columns,
                                scale),
                        within(TOLERANCE * expectedError));
        assertClose(actual, expected);
        assertClose(biasGradient, expectedBiasGradient);

        actual.set(z);
        expected.set(z);
        biasGradient.set(bias);
        fast.hiddenDelta(actual.segment(), images.segment(), biasGradient.segment(), rows, columns);
        plain.hiddenDelta(expected.segment(), images.segment(), expectedBiasGradient.segment(), rows, columns);
        assertClose(actual, expected);
        assertClose(biasGradient, expectedBiasGradient);
    }

    @ParameterizedTest
    @CsvSource({"1", "15", "16", "17", "1000"})
    void agreeOnAdam(int length) {
        Floats[] fastArrays = adamArrays(length);
        Floats[] plainArrays = adamArrays(length);
        for (int step = 1; step <= 3; step++) {
            step(fast, fastArrays, length);
            step(plain, plainArrays, length);
        }
        for (int i = 0; i < fastArrays.length; i++) {
            assertClose(fastArrays[i], plainArrays[i]);
        }
    }

    private Floats[] adamArrays(int length) {
        return new Floats[] {
            matrix(length, 1, random(length, 1, 4)), matrix(length, 1, random(length, 1e-3f, 5)),
            zeros(length, 1), zeros(length, 1)
        };
    }

    private static void step(Kernels kernels, Floats[] arrays, int length) {
        kernels.adam(
                arrays[0].segment(), arrays[1].segment(), arrays[2].segment(), arrays[3].segment(), length, 0.1f, 31f);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 256", "3, 5, 1", "1, 0, 15", "0, 1, 16", "7, 2, 35"})
    void unpackAnyPartOfThePixels(int from, int at, int length) {
        byte[] pixels = new byte[300];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        float[] untouched = new float[300];
        java.util.Arrays.fill(untouched, -1);
        for (Kernels kernels : new Kernels[] {plain, fast}) {
            Floats images = matrix(300, 1, untouched);
            kernels.unpack(pixels, from, images.segment(), at, length);
            float[] actual = numbers(images);
            for (int i = 0; i < actual.length; i++) {
                boolean inside = i >= at && i < at + length;
                assertThat(actual[i]).isEqualTo(inside ? (from + i - at) % 256 / 255f : -1);
            }
        }
    }

    @Test
    void saturateAndPassOnWhatIsNoNumber() {
        float[] z = {
            -1e30f,
            -200,
            -88,
            -20,
            0,
            20,
            88,
            200,
            1e30f,
            Float.NEGATIVE_INFINITY,
            Float.POSITIVE_INFINITY,
            Float.NaN,
            1,
            -1,
            1e-20f,
            3,
            5
        };
        Floats actual = matrix(z.length, 1, z);
        fast.sigmoid(actual.segment(), zeros(z.length, 1).segment(), z.length, 1);
        float[] y = numbers(actual);
        for (int i = 0; i < z.length; i++) {
            if (Float.isNaN(z[i])) {
                assertThat(y[i]).isNaN();
            } else {
                double expected = 1 / (1 + Math.exp(-z[i]));
                assertThat((double) y[i])
                        .as("sigmoid of %s", z[i])
                        .isCloseTo(expected, within(2e-7 * expected + 1e-37));
            }
        }
    }

    static Stream<Arguments> models() {
        return Stream.of(ModelKind.values())
                .flatMap(kind -> Stream.of(1, 2, 3, 128)
                        .flatMap(latent -> Stream.of(
                                Arguments.of(kind, latent, 5, 7, true), Arguments.of(kind, latent, 28, 28, false))));
    }

    /** An epoch apart: float32's own rounding grows on the way, but no further than this. */
    @ParameterizedTest
    @MethodSource("models")
    void agreeOverAWholeEpoch(ModelKind kind, int latent, int height, int width, boolean shuffle) throws Exception {
        Dataset data = MadeUpImages.dataset(1000, height, width);
        TrainingConfig config = new TrainingConfig(kind, latent, 0.01, 37, 1, 1, shuffle);
        try (Trainer fastTrainer = new Trainer(config, data, fast);
                Trainer plainTrainer = new Trainer(config, data, plain)) {
            EpochResult actual = fastTrainer.train((_, _) -> 0.01);
            EpochResult expected = plainTrainer.train((_, _) -> 0.01);
            assertThat(actual.trainLoss()).isCloseTo(expected.trainLoss(), within(TOLERANCE * expected.trainLoss()));
            assertThat(actual.validLoss()).isCloseTo(expected.validLoss(), within(TOLERANCE * expected.validLoss()));
            assertClose(fastTrainer.parameters(), plainTrainer.parameters(), 1e-5);
        }
    }

    private static void assertClose(Floats actual, Floats expected) {
        assertClose(numbers(actual), numbers(expected), TOLERANCE);
    }

    /** @param tolerance relative to the largest number, since 1 - y of a y near 1 is exact only to that */
    private static void assertClose(float[] actual, float[] expected, double tolerance) {
        double largest = 0;
        for (float number : expected) {
            largest = Math.max(largest, Math.abs(number));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("number %d", i).isCloseTo(expected[i], within(tolerance * largest));
        }
    }

    private Floats matrix(int rows, int columns, float[] numbers) {
        Floats matrix = zeros(rows, columns);
        matrix.set(numbers);
        return matrix;
    }

    private Floats zeros(int rows, int columns) {
        Floats matrix = Floats.matrix(rows, columns);
        kept.add(matrix);
        return matrix;
    }

    private static float[] numbers(Floats matrix) {
        float[] numbers = new float[matrix.length()];
        matrix.get(numbers);
        return numbers;
    }

    /** Even numbers from -size to size. */
    private static float[] random(int count, float size, long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = size * (2 * random.nextFloat() - 1);
        }
        return numbers;
    }
}
