package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointRowsTest {
    /** Nearly equal, far from the origin, huge, so small that squares vanish, and copies. */
    private static float[] points(int count, int dimension, double offset, double size) {
        SplittableRandom random = new SplittableRandom(1);
        float[] points = new float[count * dimension];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (offset + size * random.nextDouble(-1, 1));
        }
        for (int i = 3; i < count; i += 3) {
            System.arraycopy(points, (i - 1) * dimension, points, i * dimension, dimension);
            points[i * dimension] = i % 2 == 0 ? points[i * dimension] : Math.nextUp(points[i * dimension]);
        }
        return points;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1",
        "7, 0, 1",
        "48, 0, 1",
        "48, 1e4, 0.1",
        "48, 0, 1e-21",
        "48, 0, 1e15",
        "49, 0, 1",
        "49, 1e4, 0.1",
        "49, 0, 1e-21",
        "49, 0, 1e15",
        "49, 1e-39, 1e-42",
        "784, 0, 1",
        "784, 1e4, 0.1",
        "784, 0, 1e-21",
        "784, 0, 1e15",
        "3000, 0.5, 0.5"
    })
    void noDistanceIsBelowItsBoundNorAboveTheMostItCanBe(int dimension, double offset, double size) {
        int count = 150;
        float[] points = points(count, dimension, offset, size);
        if (size == 1) {
            Arrays.fill(points, 5 * dimension, 6 * dimension, 3e7f);
        }
        for (MapKernels kernels : new MapKernels[] {MapKernels.fastest(), new PlainMapKernels()}) {
            try (PointRows rows = new PointRows(points, dimension, count, kernels);
                    NativeFloats raw = new NativeFloats(DistanceTile.SIDE, DistanceTile.SIDE)) {
                for (int i = 0; i < count; i++) {
                    rows.set(i, i);
                }
                rows.tile(raw, 0, count, 0, count);
                for (int i = 0; i < count; i++) {
                    for (int j = 0; j < count; j++) {
                        float product = raw.get((long) i * DistanceTile.SIDE + j);
                        float bound = Math.max(0, rows.factor() * product + (rows.norms()[i] + rows.norms()[j]));
                        double distance = PlainNeighbours.squared(points, dimension, i, j);
                        assertThat((double) bound).as("%d to %d", i, j).isLessThanOrEqualTo(distance);
                        assertThat((double) rows.most(i, bound))
                                .as("%d to %d", i, j)
                                .isGreaterThanOrEqualTo(distance);
                    }
                }
            }
        }
    }
}
