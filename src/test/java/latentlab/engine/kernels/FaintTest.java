package latentlab.engine.kernels;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.training.AllKernels;
import latentlab.engine.training.DenormalsTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Processors take a hundred times as long for numbers below the smallest normal one: no kernels make any. */
class FaintTest {
    /** Not a whole number of vectors of any width. */
    private static final int LENGTH = 51;

    private final Matrices matrices = new Matrices();

    private static <T> Stream<Arguments> each(List<T> all) {
        return AllKernels.here().stream().flatMap(kernels -> all.stream().map(one -> Arguments.of(kernels, one)));
    }

    static Stream<Arguments> optimisers() {
        return each(List.of(Optimiser.values()));
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void whatAnOptimiserRemembersIsNeverDenormal(Kernels kernels, Optimiser optimiser) {
        float[] slight = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            // The largest ones last, where a vector's kernels leave it to others.
            slight[LENGTH - 1 - i] = (float) Math.pow(10, -i);
        }
        Floats parameters = matrices.zeros(LENGTH, 1);
        Floats gradient = matrices.of(LENGTH, 1, slight);
        Floats mean = matrices.zeros(LENGTH, 1);
        Floats square = matrices.zeros(LENGTH, 1);
        StepNumbers numbers = new StepNumbers();
        for (int step = 1; step <= 100_000; step++) {
            numbers.set(optimiser, 0.001, 0.9, 0, step);
            kernels.step(
                    optimiser,
                    parameters.segment(),
                    gradient.segment(),
                    mean.segment(),
                    square.segment(),
                    LENGTH,
                    numbers);
            if (step % 1000 == 0) {
                DenormalsTest.assertNone("mean", mean);
                DenormalsTest.assertNone("square", square);
                // From now on as of pixels without ink.
                gradient.set(new float[LENGTH]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void aParameterThatOnlyDecaysIsNeverDenormal(Kernels kernels, Optimiser optimiser) {
        float[] ones = new float[LENGTH];
        Arrays.fill(ones, 1);
        Floats parameters = matrices.of(LENGTH, 1, ones);
        Floats none = matrices.zeros(LENGTH, 1);
        StepNumbers numbers = new StepNumbers();
        for (int step = 1; step <= 20_000; step++) {
            numbers.set(optimiser, 0.01, 0.9, 1, step);
            kernels.step(
                    optimiser, parameters.segment(), none.segment(), none.segment(), none.segment(), LENGTH, numbers);
        }
        DenormalsTest.assertNone("parameter", parameters);
    }

    static Stream<Arguments> losses() {
        return each(List.of(Loss.values()));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theDeltaOfABlackPixelIsNeverDenormal(Kernels kernels, Loss loss) {
        int rows = 211;
        float[] z = new float[rows];
        for (int i = 0; i < rows; i++) {
            z[i] = -i;
        }
        Floats delta = matrices.of(rows, 1, z);
        Floats biasGradient = matrices.zeros(rows, 1);
        kernels.outputDelta(
                loss,
                Activation.SIGMOID,
                delta.segment(),
                matrices.zeros(rows, 1).segment(),
                matrices.zeros(rows, 1).segment(),
                biasGradient.segment(),
                rows,
                1,
                1f / (784 * 1024));
        DenormalsTest.assertNone("delta", delta);
        DenormalsTest.assertNone("bias gradient", biasGradient);
    }

    static Stream<Arguments> activations() {
        return each(List.of(Activation.values()));
    }

    /** From one that is dead to one that is saturated, with deltas as small as those of black pixels. */
    @ParameterizedTest
    @MethodSource("activations")
    void theDeltaOfAUnitIsNeverDenormal(Kernels kernels, Activation activation) {
        int rows = 211;
        int columns = 3;
        float[] z = new float[rows * columns];
        float[] deltas = new float[rows * columns];
        for (int i = 0; i < z.length; i++) {
            z[i] = i % rows - rows / 2f;
            deltas[i] = (float) Math.scalb(1.5, -40 * (i / rows + 1));
        }
        Floats h = matrices.of(rows, columns, z);
        kernels.activate(activation, h.segment(), matrices.zeros(rows, 1).segment(), rows, columns);
        if (activation == Activation.SIGMOID) {
            kernels.settle(h.segment(), rows * columns);
        }
        DenormalsTest.assertNone("outputs", h);
        Floats delta = matrices.of(rows, columns, deltas);
        Floats biasGradient = matrices.zeros(rows, 1);
        kernels.hiddenDelta(activation, delta.segment(), h.segment(), biasGradient.segment(), rows, columns);
        DenormalsTest.assertNone("delta", delta);
        DenormalsTest.assertNone("bias gradient", biasGradient);
    }
}
