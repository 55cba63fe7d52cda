package latentlab.engine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.training.AllKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what the kernels compute instead of calling Java's functions to double precision, each number to its own
 * digits.
 */
class FunctionsTest {
    private static final double RELATIVE = 1e-5;
    /** Where the exponential of a float32 ends. */
    private static final double REACH = 87;

    private final Matrices matrices = new Matrices();

    static Stream<Arguments> activations() {
        return AllKernels.here().stream()
                .flatMap(kernels -> Stream.of(Activation.values()).map(each -> Arguments.of(kernels, each)));
    }

    /**
     * From the smallest denormal number to the end of the range, each power of two and much between, on both sides of
     * zero.
     */
    private static float[] range() {
        List<Float> numbers = new ArrayList<>();
        for (int power = -149; power <= 6; power++) {
            for (int part = 0; part < 13; part++) {
                float number = (float) ((1 + part / 13.0) * Math.pow(2, power));
                if (number <= REACH) {
                    numbers.add(number);
                    numbers.add(-number);
                }
            }
        }
        for (float number = -87; number <= 87; number += 0.03125f) {
            numbers.add(number);
        }
        float[] range = new float[numbers.size()];
        for (int i = 0; i < range.length; i++) {
            range[i] = numbers.get(i);
        }
        return range;
    }

    private static double exact(Activation activation, double z) {
        return switch (activation) {
            case SIGMOID -> 1 / (1 + Math.exp(-z));
            case RELU -> Math.max(0, z);
            case LEAKY_RELU -> z < 0 ? Activation.LEAK * z : z;
            case TANH -> Math.tanh(z);
            case ELU -> z < 0 ? Math.expm1(z) : z;
            case LINEAR -> z;
        };
    }

    @ParameterizedTest
    @MethodSource("activations")
    void anActivationIsExactOverItsWholeRange(Kernels kernels, Activation activation) {
        float[] z = range();
        float[] actual = activated(kernels, activation, z);
        for (int i = 0; i < z.length; i++) {
            double expected = exact(activation, z[i]);
            assertThat((double) actual[i])
                    .as("%s of %s", activation, z[i])
                    .isCloseTo(expected, within(RELATIVE * Math.abs(expected) + Float.MIN_VALUE));
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void anActivationSaturatesAndPassesOnWhatIsNoNumber(Kernels kernels, Activation activation) {
        float[] special = {Float.NEGATIVE_INFINITY, -1e30f, -200, -0f, 0, 200, 1e30f, Float.POSITIVE_INFINITY, Float.NaN
        };
        float[] z = new float[5 * special.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = special[i % special.length];
        }
        float[] actual = activated(kernels, activation, z);
        for (int i = 0; i < z.length; i++) {
            if (Float.isNaN(z[i])) {
                assertThat(actual[i]).isNaN();
            } else {
                float expected = (float) exact(activation, z[i]);
                assertThat(Math.abs(actual[i] - expected) <= 2e-7 * Math.abs(expected) + 2e-38 || actual[i] == expected)
                        .as("%s of %s is %s", activation, z[i], actual[i])
                        .isTrue();
            }
        }
    }

    private float[] activated(Kernels kernels, Activation activation, float[] z) {
        Floats matrix = matrices.of(z.length, 1, z);
        kernels.activate(
                activation, matrix.segment(), matrices.zeros(z.length, 1).segment(), z.length, 1);
        return Matrices.numbers(matrix);
    }

    /**
     * The slope belongs to what the same kernels have made of a sum: a unit's derivative by central differences, in
     * double.
     */
    @ParameterizedTest
    @MethodSource("activations")
    void aSlopeIsThatOfTheActivationItFollows(Kernels kernels, Activation activation) {
        float[] z = new float[601];
        float[] delta = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (i - 300) / 25f;
            delta[i] = 1;
        }
        z[0] = -0f;
        Floats h = matrices.of(z.length, 1, activated(kernels, activation, z));
        Floats slopes = matrices.of(z.length, 1, delta);
        kernels.hiddenDelta(
                activation,
                slopes.segment(),
                h.segment(),
                matrices.zeros(z.length, 1).segment(),
                z.length,
                1);
        float[] actual = Matrices.numbers(slopes);
        double step = 1e-6;
        for (int i = 0; i < z.length; i++) {
            if (z[i] != 0) {
                double expected = (exact(activation, z[i] + step) - exact(activation, z[i] - step)) / (2 * step);
                assertThat((double) actual[i])
                        .as("slope of %s at %s", activation, z[i])
                        .isCloseTo(expected, within(1e-6));
            }
        }
        // PyTorch's, where there are two.
        double atZero =
                switch (activation) {
                    case SIGMOID -> 0.25;
                    case RELU -> 0;
                    case LEAKY_RELU -> Activation.LEAK;
                    case TANH, ELU, LINEAR -> 1;
                };
        assertThat((double) actual[0]).isCloseTo(atZero, within(1e-6));
        assertThat((double) actual[300]).isCloseTo(atZero, within(1e-6));
    }

    static Stream<Kernels> kernels() {
        return AllKernels.here().stream();
    }

    /** Pixel by pixel, far out too, where the formula by logarithms of y is infinite or nothing; and y beside it. */
    @ParameterizedTest
    @MethodSource("kernels")
    void crossEntropyIsExactOverItsWholeRange(Kernels kernels) {
        int lanes = 48;
        for (float x : new float[] {0, 1, 0.25f}) {
            for (float z = -86; z <= 86; z += 0.375f) {
                float[] sums = new float[lanes];
                float[] ink = new float[lanes];
                java.util.Arrays.fill(sums, z);
                java.util.Arrays.fill(ink, x);
                Floats matrix = matrices.of(lanes, 1, sums);
                double actual = kernels.loss(
                        Loss.BCE,
                        Activation.SIGMOID,
                        matrix.segment(),
                        matrices.zeros(lanes, 1).segment(),
                        matrices.of(lanes, 1, ink).segment(),
                        lanes,
                        1);
                double expected = lanes * (Math.max(z, 0) - (double) x * z + Math.log1p(Math.exp(-Math.abs(z))));
                assertThat(actual)
                        .as("cross-entropy of %s at %s", x, z)
                        .isCloseTo(expected, within(RELATIVE * expected));
                double y = exact(Activation.SIGMOID, z);
                assertThat((double) Matrices.numbers(matrix)[0]).isCloseTo(y, within(RELATIVE * y));
            }
        }
    }
}
