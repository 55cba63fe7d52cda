package latentlab.engine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.NeedsVectorApi;
import latentlab.data.Dataset;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the fast kernels to the plain ones. */
@NeedsVectorApi
class KernelsTest {
    private static final double TOLERANCE = 1e-6;

    private final Kernels plain = new PlainKernels();
    private final Kernels fast = Kernels.fastest();
    private final Matrices matrices = new Matrices();

    @Test
    void theFastKernelsAreTheOnesUsedWhereTheVectorModuleIsPresent() {
        assertThat(Kernels.fastest()).isInstanceOf(VectorKernels.class);
    }

    /** Rows and columns around the number of lanes of every processor: 4, 8 and 16. */
    private static final int[][] SHAPES = {
        {1, 1}, {1, 5}, {2, 3}, {3, 128}, {4, 4}, {5, 3}, {7, 4}, {8, 3}, {9, 4}, {15, 4}, {16, 4}, {17, 4}, {31, 2},
        {33, 3}, {35, 9}, {128, 7}, {784, 3}, {785, 2}
    };

    @ParameterizedTest
    @EnumSource(Activation.class)
    void agreeOnAnActivationAndItsSlope(Activation activation) {
        for (int[] shape : SHAPES) {
            int rows = shape[0];
            int columns = shape[1];
            float[] z = random(rows * columns, 8, 1);
            Floats bias = matrix(rows, 1, random(rows, 2, 3));
            Floats expected = matrix(rows, columns, z);
            Floats actual = matrix(rows, columns, z);
            plain.activate(activation, expected.segment(), bias.segment(), rows, columns);
            fast.activate(activation, actual.segment(), bias.segment(), rows, columns);
            assertClose(actual, expected);

            // Backwards, each from what it made itself; whatever stood in the bias gradient before does not count.
            Floats delta = matrix(rows, columns, random(rows * columns, 1, 5));
            Floats expectedDelta = matrix(rows, columns, random(rows * columns, 1, 5));
            Floats biasGradient = matrix(rows, 1, random(rows, 2, 4));
            Floats expectedBiasGradient = zeros(rows, 1);
            fast.hiddenDelta(activation, delta.segment(), actual.segment(), biasGradient.segment(), rows, columns);
            plain.hiddenDelta(
                    activation,
                    expectedDelta.segment(),
                    expected.segment(),
                    expectedBiasGradient.segment(),
                    rows,
                    columns);
            assertClose(delta, expectedDelta);
            assertClose(biasGradient, expectedBiasGradient);
        }
    }

    static Stream<Arguments> losses() {
        return Stream.of(Loss.values())
                .flatMap(loss -> Stream.of(Activation.SIGMOID, Activation.LINEAR)
                        .filter(output -> !loss.isEntropy() || output == Activation.SIGMOID)
                        .map(output -> Arguments.of(loss, output)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void agreeOnALossAndItsDelta(Loss loss, Activation output) {
        for (int[] shape : SHAPES) {
            int rows = shape[0];
            int columns = shape[1];
            float[] z = random(rows * columns, 8, 1);
            Floats images = matrix(rows, columns, ink(rows * columns));
            Floats bias = matrix(rows, 1, random(rows, 2, 3));
            Floats expected = matrix(rows, columns, z);
            Floats actual = matrix(rows, columns, z);
            double error = fast.loss(loss, output, actual.segment(), bias.segment(), images.segment(), rows, columns);
            double expectedError =
                    plain.loss(loss, output, expected.segment(), bias.segment(), images.segment(), rows, columns);
            assertThat(error).isCloseTo(expectedError, within(TOLERANCE * expectedError));
            assertClose(actual, expected);

            Floats biasGradient = matrix(rows, 1, random(rows, 2, 4));
            Floats expectedBiasGradient = zeros(rows, 1);
            actual.set(z);
            expected.set(z);
            float scale = 1f / (rows * columns);
            error = delta(fast, loss, output, actual, bias, images, biasGradient, rows, columns, scale);
            assertThat(error).isCloseTo(expectedError, within(TOLERANCE * expectedError));
            delta(plain, loss, output, expected, bias, images, expectedBiasGradient, rows, columns, scale);
            assertClose(actual, expected);
            assertClose(biasGradient, expectedBiasGradient);
        }
    }

    private static double delta(
            Kernels kernels,
            Loss loss,
            Activation output,
            Floats z,
            Floats bias,
            Floats images,
            Floats biasGradient,
            int rows,
            int columns,
            float scale) {
        return kernels.outputDelta(
                loss,
                output,
                z.segment(),
                bias.segment(),
                images.segment(),
                biasGradient.segment(),
                rows,
                columns,
                scale);
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void agreeOnAnOptimiser(Optimiser optimiser) {
        for (int length : new int[] {1, 15, 16, 17, 1000}) {
            Floats[] fastArrays = optimiserArrays(length);
            Floats[] plainArrays = optimiserArrays(length);
            StepNumbers numbers = new StepNumbers();
            for (int step = 1; step <= 3; step++) {
                numbers.set(optimiser, 0.1, 0.9, 0.01, step);
                step(fast, optimiser, fastArrays, length, numbers);
                step(plain, optimiser, plainArrays, length, numbers);
            }
            for (int i = 0; i < fastArrays.length; i++) {
                assertClose(fastArrays[i], plainArrays[i]);
            }
            assertThat(Matrices.numbers(fastArrays[0])).isNotEqualTo(Matrices.numbers(optimiserArrays(length)[0]));
        }
    }

    private Floats[] optimiserArrays(int length) {
        return new Floats[] {
            matrix(length, 1, random(length, 1, 4)), matrix(length, 1, random(length, 1e-3f, 5)),
            zeros(length, 1), zeros(length, 1)
        };
    }

    private static void step(Kernels kernels, Optimiser optimiser, Floats[] arrays, int length, StepNumbers numbers) {
        kernels.step(
                optimiser,
                arrays[0].segment(),
                arrays[1].segment(),
                arrays[2].segment(),
                arrays[3].segment(),
                length,
                numbers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 1000, 10_000})
    void agreeOnWhatGoesOverAllParameters(int length) {
        Floats expected = matrix(length, 1, random(length, 1, 4));
        Floats actual = matrix(length, 1, random(length, 1, 4));
        float[] others = random(length, 1, 5);
        others[0] = 0;
        Floats other = matrix(length, 1, others);
        for (Kernels kernels : new Kernels[] {plain, fast}) {
            Floats target = kernels == plain ? expected : actual;
            kernels.addDecay(target.segment(), other.segment(), length, 0.5f);
            kernels.add(target.segment(), other.segment(), length);
            kernels.addSign(target.segment(), other.segment(), length, 0.25f);
            kernels.scale(target.segment(), length, 3);
        }
        assertClose(actual, expected);
        double norm = plain.squaredNorm(expected.segment(), length);
        assertThat(norm).isPositive();
        assertThat(fast.squaredNorm(expected.segment(), length)).isCloseTo(norm, within(TOLERANCE * norm));
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
            float[] actual = Matrices.numbers(images);
            for (int i = 0; i < actual.length; i++) {
                boolean inside = i >= at && i < at + length;
                assertThat(actual[i]).isEqualTo(inside ? (from + i - at) % 256 / 255f : -1);
            }
        }
    }

    /** Samples carry each rounding on from step to step: of variational models steps are held to PyTorch's instead. */
    static Stream<Arguments> models() {
        return Stream.of(ModelKind.SIMPLE, ModelKind.TIED)
                .flatMap(kind -> Stream.of(1, 2, 3, 128)
                        .flatMap(latent -> Stream.of(
                                Arguments.of(kind, latent, 5, 7, true), Arguments.of(kind, latent, 28, 28, false))));
    }

    /**
     * The gradient of an L1 penalty, and of the absolute error, is a sign: zero has none, and a denormal number has
     * one.
     */
    @Test
    void agreeOnTheSignsOfZerosAndDenormals() {
        float[] numbers = new float[35];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = new float[] {0, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, 1e-39f, -1e-39f, 2}[i % 7];
        }
        Floats[] deltas = {zeros(35, 1), zeros(35, 1)};
        Floats[] outputs = {matrix(35, 1, numbers), matrix(35, 1, numbers)};
        for (int i = 0; i < 2; i++) {
            Kernels kernels = i == 0 ? fast : plain;
            kernels.addSign(deltas[i].segment(), matrix(35, 1, numbers).segment(), 35, 0.5f);
            delta(
                    kernels,
                    Loss.MAE,
                    Activation.LINEAR,
                    outputs[i],
                    zeros(35, 1),
                    zeros(35, 1),
                    zeros(35, 1),
                    35,
                    1,
                    0.5f);
        }
        assertThat(Matrices.numbers(deltas[1])).startsWith(0, 0, 0.5f, -0.5f, 0.5f, -0.5f, 0.5f);
        assertClose(deltas[0], deltas[1]);
        assertClose(outputs[0], outputs[1]);
    }

    /** An epoch apart: float32's own rounding grows on the way, but no further than this. */
    @ParameterizedTest
    @MethodSource("models")
    void agreeOverAWholeEpoch(ModelKind kind, int latent, int height, int width, boolean shuffle) throws Exception {
        Dataset data = MadeUpImages.dataset(1000, height, width);
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(kind)
                .withLatent(latent)
                .withLearningRate(0.01)
                .withBatch(37)
                .withEpochs(1)
                .withSeed(1)
                .withShuffle(shuffle);
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
        assertClose(Matrices.numbers(actual), Matrices.numbers(expected), TOLERANCE);
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
        return matrices.of(rows, columns, numbers);
    }

    private Floats zeros(int rows, int columns) {
        return matrices.zeros(rows, columns);
    }

    /** From 0 to 1, with many pixels that are quite black or quite white, as images have. */
    private static float[] ink(int count) {
        float[] ink = random(count, 1.5f, 2);
        for (int i = 0; i < count; i++) {
            ink[i] = Math.clamp(ink[i], 0f, 1f);
        }
        return ink;
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
