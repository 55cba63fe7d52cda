package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The repulsion on a grid is the exact one, but for an error that does no harm. */
class RepulsionTest {
    static Stream<MapKernels> kernels() {
        return AllMapKernels.here().stream();
    }

    /** Forty clusters over a square, as a finished map has them. */
    private static float[][] map(int count, double side) {
        SplittableRandom random = new SplittableRandom(3);
        float[][] centres = {MapKernelsTest.random(40, 0, side, 1), MapKernelsTest.random(40, 0, 0.7 * side, 2)};
        float[][] map = new float[2][count];
        for (int i = 0; i < count; i++) {
            int cluster = random.nextInt(40);
            map[0][i] = (float) (centres[0][cluster] + side / 32 * random.nextGaussian());
            map[1][i] = (float) (centres[1][cluster] + side / 32 * random.nextGaussian());
        }
        return map;
    }

    private record Forces(double total, float[] x, float[] y) {
        static Forces of(Repulsion repulsion, float[][] map) {
            float[] x = new float[map[0].length];
            float[] y = new float[map[0].length];
            return new Forces(repulsion.compute(map[0], map[1], x, y), x, y);
        }

        /** Root of the mean square, relative to that of the others. */
        double errorAgainst(Forces exact) {
            double error = 0;
            double size = 0;
            for (int i = 0; i < x.length; i++) {
                error += Math.pow(x[i] - exact.x[i], 2) + Math.pow(y[i] - exact.y[i], 2);
                size += Math.pow(exact.x[i], 2) + Math.pow(exact.y[i], 2);
            }
            return Math.sqrt(error / size);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void onASpreadOutMapTheErrorIsAThousandth(MapKernels kernels) {
        float[][] map = map(3000, 80);
        try (Workers workers = new Workers()) {
            Forces exact = Forces.of(new ExactRepulsion(3000, workers, kernels), map);
            Forces grid = Forces.of(new GridRepulsion(3000, workers, kernels), map);
            assertThat(grid.errorAgainst(exact)).isLessThan(0.003);
            assertThat(grid.total()).isCloseTo(exact.total(), within(1e-4 * exact.total()));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void oneGridFollowsAMapThatGrowsAndShrinks(MapKernels kernels) {
        try (Workers workers = new Workers()) {
            Repulsion grid = new GridRepulsion(500, workers, kernels);
            Repulsion exact = new ExactRepulsion(500, workers, kernels);
            for (double side : new double[] {0.5, 8, 60, 5}) {
                float[][] map = map(500, side);
                assertThat(Forces.of(grid, map).errorAgainst(Forces.of(exact, map)))
                        .as("a map of %s", side)
                        .isLessThan(0.01);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aMapTooWideForTheGridIsComputedPairByPair(MapKernels kernels) {
        float[][] map = map(500, 2000);
        try (Workers workers = new Workers()) {
            Forces exact = Forces.of(new ExactRepulsion(500, workers, kernels), map);
            Forces grid = Forces.of(new GridRepulsion(500, workers, kernels), map);
            assertThat(grid.total()).isEqualTo(exact.total());
            assertThat(grid.x()).isEqualTo(exact.x());
        }
    }
}
