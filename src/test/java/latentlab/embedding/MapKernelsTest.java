package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import latentlab.NeedsVectorApi;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors compute what plain loops compute, up to rounding. */
@NeedsVectorApi
class MapKernelsTest {
    private final MapKernels plain = new PlainMapKernels();
    private final MapKernels vector = VectorMapKernels.create();

    static float[] random(int length, double from, double to, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (from + (to - from) * random.nextDouble());
        }
        return values;
    }

    private static void close(float[] actual, float[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).as("[%d]", i).isCloseTo(expected[i], within(tolerance));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 15, 16, 17, 31, 32, 33, 37, 784})
    void distancesOfTwoPointsAreTheSameToTheBit(int dimension) {
        float[] points = random(200 * dimension, -1, 1, 1);
        System.arraycopy(points, 0, points, dimension, dimension);
        for (int a = 0; a < 200; a++) {
            float expected = plain.squaredDistance(points, dimension, a, 1);
            assertThat(expected)
                    .isCloseTo((float) PlainNeighbours.squared(points, dimension, a, 1), within(1e-7f * expected));
            assertThat(vector.squaredDistance(points, dimension, a, 1)).isEqualTo(expected);
            assertThat(vector.squaredDistance(points, dimension, 1, a)).isEqualTo(expected);
        }
        assertThat(vector.squaredDistance(points, dimension, 0, 1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 7, 50", "20, 33, 64", "2, 64, 130"})
    void distancesOfTwoBlocks(int dimension, int rowsA, int rowsB) {
        int capacity = rowsA + rowsB;
        float[] columns = random(dimension * capacity, -1, 1, 2);
        try (NativeFloats expected = new NativeFloats(rowsA, rowsB);
                NativeFloats actual = new NativeFloats(rowsA, rowsB)) {
            plain.differences(columns, capacity, dimension, 0, rowsA, rowsA, rowsB, expected.segment(), rowsB);
            vector.differences(columns, capacity, dimension, 0, rowsA, rowsA, rowsB, actual.segment(), rowsB);
            for (int i = 0; i < rowsA * rowsB; i++) {
                assertThat(actual.get(i)).isCloseTo(expected.get(i), within(1e-5f));
            }
        }
    }

    @Test
    void noDistanceThatIsOfUseIsPassedOver() {
        int width = 500;
        float[] products = random(width, 0, 1, 3);
        float[] norms = random(width, 2, 3, 4);
        float[] limits = random(width, 0.1, 0.8, 5);
        int[] chunks = new int[width / MapKernels.CHUNK + 1];
        try (NativeFloats raw = new NativeFloats(1, width)) {
            raw.setRow(0, products, 0);
            for (float limit : new float[] {0.2f, 1.2f, 1.5f}) {
                int found = vector.near(
                        raw.segment(), 0, -2, 0.5f, norms, 0, MapKernels.CHUNK, width, limit, limits, chunks);
                assertThat(found)
                        .isLessThanOrEqualTo(plain.near(
                                raw.segment(),
                                0,
                                -2,
                                0.5f,
                                norms,
                                0,
                                MapKernels.CHUNK,
                                width,
                                limit,
                                limits,
                                new int[9]));
                int[] looked = IntStream.of(chunks).limit(found).toArray();
                for (int j = MapKernels.CHUNK; j < width; j++) {
                    float distance = -2 * products[j] + 0.5f + norms[j];
                    if (distance <= limit || distance <= limits[j]) {
                        assertThat(looked).contains(j - j % MapKernels.CHUNK);
                    }
                }
            }
            int nothing = vector.near(raw.segment(), 0, -2, 0.5f, norms, 0, 0, 448, -1, new float[width], chunks);
            assertThat(nothing).isZero();
        }
    }

    @Test
    void attraction() {
        float[] points = random(200 * 3, -1, 1, 6);
        float[] x = random(200, -5, 5, 7);
        float[] y = random(200, -5, 5, 8);
        try (Workers workers = new Workers()) {
            Neighbours neighbours = new NeighbourSearch(points, 3, workers, plain).exact(31, Progress.NONE);
            JointProbabilities p = JointProbabilities.of(neighbours, 10, workers);
            float[][] expected = new float[2][200];
            float[][] actual = new float[2][200];
            plain.attract(p, x, y, 3, 197, expected[0], expected[1]);
            vector.attract(p, x, y, 3, 197, actual[0], actual[1]);
            assertThat(expected[0][100]).isNotZero();
            close(actual[0], expected[0], 1e-8);
            close(actual[1], expected[1], 1e-8);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 4, 100", "8, 12, 100", "96, 100, 100", "96, 99, 99", "4, 8, 9"})
    void repulsionPairByPair(int from, int to, int count) {
        float[] x = random(count, -5, 5, 9);
        float[] y = random(count, -5, 5, 10);
        float[][] expected = new float[2][count];
        float[][] actual = new float[2][count];
        double expectedTotal = plain.repel(x, y, count, from, to, expected[0], expected[1]);
        double actualTotal = vector.repel(x, y, count, from, to, actual[0], actual[1]);
        assertThat(actualTotal).isCloseTo(expectedTotal, within(1e-5 * expectedTotal));
        close(actual[0], expected[0], 1e-5);
        close(actual[1], expected[1], 1e-5);
    }

    @Test
    void ontoAGridAndBack() {
        int stride = 32;
        float[] x = random(300, 2, 27.9, 11);
        float[] y = random(300, 2, 15.9, 12);
        float[] expected = new float[20 * stride + MapKernels.OVERHANG];
        float[] actual = expected.clone();
        plain.spread(x, y, 10, 290, expected, stride);
        vector.spread(x, y, 10, 290, actual, stride);
        assertThat(IntStream.range(0, expected.length)
                        .mapToDouble(i -> expected[i])
                        .sum())
                .isCloseTo(280, within(1e-3));
        close(actual, expected, 1e-5);

        float[][] slopes = new float[4][300];
        double expectedTotal = plain.collect(x, y, 10, 290, expected, stride, slopes[0], slopes[1]);
        double actualTotal = vector.collect(x, y, 10, 290, expected, stride, slopes[2], slopes[3]);
        assertThat(actualTotal).isCloseTo(expectedTotal, within(1e-5 * expectedTotal));
        close(slopes[2], slopes[0], 1e-5);
        close(slopes[3], slopes[1], 1e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 18, 32, 36, 54, 96})
    void transforms(int rows) {
        RowTransform.Room expected = new RowTransform.Room(rows);
        RowTransform.Room actual = new RowTransform.Room(rows);
        float[] re = random(rows * RowTransform.WIDTH, -1, 1, 13);
        float[] im = random(rows * RowTransform.WIDTH, -1, 1, 14);
        fill(expected, re, im);
        fill(actual, re, im);
        new RowTransform(rows, plain).forward(expected);
        RowTransform transform = new RowTransform(rows, vector);
        transform.forward(actual);
        close(actual.re, expected.re, 1e-4);
        close(actual.im, expected.im, 1e-4);
        for (int k : new int[] {0, 1, rows - 1}) {
            assertThat(actual.re[k * RowTransform.WIDTH + 3])
                    .as("frequency %d", k)
                    .isCloseTo((float) byDefinition(re, im, rows, k, 3), within(1e-4f));
        }
        transform.backward(actual);
        for (int i = 0; i < re.length; i++) {
            assertThat(actual.re[i] / rows).isCloseTo(re[i], within(1e-5f));
            assertThat(actual.im[i] / rows).isCloseTo(im[i], within(1e-5f));
        }
    }

    private static void fill(RowTransform.Room room, float[] re, float[] im) {
        System.arraycopy(re, 0, room.re, 0, re.length);
        System.arraycopy(im, 0, room.im, 0, im.length);
    }

    private static double byDefinition(float[] re, float[] im, int rows, int k, int lane) {
        double sum = 0;
        for (int n = 0; n < rows; n++) {
            double angle = -2 * Math.PI * k * n / rows;
            int at = n * RowTransform.WIDTH + lane;
            sum += re[at] * Math.cos(angle) - im[at] * Math.sin(angle);
        }
        return sum;
    }
}
