package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Points that are equal, or equally far, come in the order of their indices, however the processor rounds its products.
 */
class EqualPointsTest {
    private final Workers workers = new Workers();
    private final MapKernels kernels = MapKernels.fastest();

    @AfterEach
    void close() {
        workers.close();
    }

    /**
     * @param different how many points there are to begin with; the others repeat them in turn, so that copies are in
     *     all blocks
     */
    private static float[] copies(int count, int different, int dimension, float from, float to) {
        float[] once = MapKernelsTest.random(different * dimension, from, to, 7);
        float[] points = new float[count * dimension];
        for (int i = 0; i < count; i++) {
            System.arraycopy(once, i % different * dimension, points, i * dimension, dimension);
        }
        return points;
    }

    private void agreesWithTheDefinition(float[] points, int dimension, int k, Neighbours found, int step) {
        for (int point = 0; point < found.count(); point += step) {
            int[] expected = PlainNeighbours.of(points, dimension, point, k);
            assertThat(Arrays.copyOfRange(found.indices(), point * k, (point + 1) * k))
                    .as("neighbours of point %d", point)
                    .isEqualTo(expected);
            for (int n = 0; n < k; n++) {
                double squared = PlainNeighbours.squared(points, dimension, point, expected[n]);
                assertThat((double) found.squared()[point * k + n]).isCloseTo(squared, within(1e-7 * squared));
            }
        }
    }

    /**
     * Fewer copies than neighbours, more, and more than candidates could be kept; on both sides of the widths of
     * vectors.
     */
    @ParameterizedTest
    @CsvSource({
        "1100, 550, 60, 12, 0, 1",
        "1100, 20, 47, 12, 0, 1",
        "1100, 20, 48, 12, 0, 1",
        "1100, 20, 49, 12, 0, 1",
        "1100, 20, 63, 12, 0, 1",
        "1100, 20, 64, 12, 0, 1",
        "1100, 20, 65, 12, 0, 1",
        "1100, 4, 784, 30, 0, 1",
        "1100, 1, 784, 5, 0, 1",
        "1100, 3, 100, 91, -0.001, 0.001",
        "1100, 20, 60, 12, 1000, 1001",
        "1100, 20, 784, 12, 99999, 100001",
        "1100, 20, 60, 12, -1e15, 1e15",
        "1100, 20, 60, 12, -1e-19, 1e-19",
        "600, 5, 1, 20, -1, 1",
        "600, 5, 2, 20, -1, 1"
    })
    void copiesComeFirstAndInOrder(int count, int different, int dimension, int k, float from, float to) {
        float[] points = copies(count, different, dimension, from, to);
        Neighbours found = new NeighbourSearch(points, dimension, workers, kernels).exact(k, Progress.NONE);
        agreesWithTheDefinition(points, dimension, k, found, 7);
        int copies = Math.min(k, count / different - 1);
        for (int i = 0; i < count; i++) {
            for (int n = 0; n < copies; n++) {
                assertThat(found.squared()[i * k + n]).isZero();
            }
        }
    }

    /**
     * A few copies far away from many that are close together: their norms, and what is rounded, are large all the
     * same.
     */
    @Test
    void oneFarPointDoesNotBlurTheOthers() {
        float[] points = copies(900, 30, 60, 0, 1);
        Arrays.fill(points, 400 * 60, 401 * 60, 1e12f);
        Neighbours found = new NeighbourSearch(points, 60, workers, kernels).exact(40, Progress.NONE);
        agreesWithTheDefinition(points, 60, 40, found, 5);
    }

    /** Pixels that are black or white: hundreds are equally far, without being equal. */
    @ParameterizedTest
    @ValueSource(ints = {16, 64, 200})
    void pointsEquallyFarComeInOrder(int dimension) {
        SplittableRandom random = new SplittableRandom(3);
        float[] points = new float[1100 * dimension];
        for (int i = 0; i < points.length; i++) {
            points[i] = random.nextInt(8) == 0 ? 0.7f : 0.1f;
        }
        Neighbours found = new NeighbourSearch(points, dimension, workers, kernels).exact(10, Progress.NONE);
        agreesWithTheDefinition(points, dimension, 10, found, 7);
    }

    @ParameterizedTest
    @CsvSource({"1500, 1500, 20", "1500, 25, 20", "1500, 25, 100", "1500, 1, 784"})
    void aForestOfOneLeafKnowsAllPairs(int count, int different, int dimension) {
        float[] points = copies(count, different, dimension, 0, 1);
        Neighbours found = forest(points, dimension, 25);
        agreesWithTheDefinition(points, dimension, 25, found, 11);
    }

    /** Three thousand copies are cut apart by every tree. */
    @ParameterizedTest
    @ValueSource(ints = {30, 60})
    void theForestFindsAllCopies(int dimension) {
        int count = 6000;
        int k = 12;
        float[] points = MapKernelsTest.random(count * dimension, 0, 1, 8);
        for (int i = 0; i < count; i += 2) {
            Arrays.fill(points, i * dimension, (i + 1) * dimension, 0.3f);
            points[i * dimension] = i % 4 == 0 ? 0f : -0f;
        }
        Neighbours found = forest(points, dimension, k);
        int[] first = IntStream.range(0, k).map(n -> 2 * n).toArray();
        for (int i = 2 * k; i < count; i += 2) {
            assertThat(Arrays.copyOfRange(found.indices(), i * k, (i + 1) * k)).isEqualTo(first);
            assertThat(Arrays.copyOfRange(found.squared(), i * k, (i + 1) * k)).containsOnly(0);
        }
    }

    private Neighbours forest(float[] points, int dimension, int k) {
        int count = points.length / dimension;
        long[] candidates = new NeighbourForest(points, dimension, workers, kernels, 1).search(k, Progress.NONE);
        Neighbours found = new Neighbours(k, new int[count * k], new float[count * k]);
        for (int at = 0; at < candidates.length; at++) {
            found.set(at, candidates[at]);
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"700, 700, 60", "700, 35, 60", "700, 10, 784", "700, 35, 20", "700, 1, 100"})
    void qualityIsThatOfTheDefinition(int count, int different, int dimension) throws Exception {
        float[] points = copies(count, different, dimension, 50, 51);
        float[] map = MapKernelsTest.random(2 * count, -1, 1, 9);
        int[] labels = IntStream.range(0, count).map(i -> i % different % 3).toArray();
        MapQuality quality = MapQuality.of(map, points, dimension, labels, Progress.NONE);
        int k = MapQuality.NEIGHBOURS;
        long excess = 0;
        int kept = 0;
        int right = 0;
        for (int i = 0; i < count; i++) {
            int[] order = PlainNeighbours.of(points, dimension, i, count - 1);
            int[] rank = new int[count];
            int[] votes = new int[3];
            for (int n = 0; n < order.length; n++) {
                rank[order[n]] = n + 1;
                votes[labels[order[n]]] += n < k ? 1 : 0;
            }
            for (int other : PlainNeighbours.of(map, 2, i, k)) {
                excess += Math.max(0, rank[other] - k);
                kept += rank[other] <= k ? 1 : 0;
            }
            int most = Arrays.stream(votes).max().orElseThrow();
            right += votes[labels[i]] == most
                            && Arrays.stream(votes, 0, labels[i]).noneMatch(v -> v == most)
                    ? 1
                    : 0;
        }
        assertThat(quality.trustworthiness())
                .isCloseTo(1 - 2.0 * excess / ((double) count * k * (2.0 * count - 3 * k - 1)), within(1e-12));
        assertThat(quality.preservation()).isCloseTo(kept / ((double) count * k), within(1e-12));
        assertThat(quality.originalAccuracy()).isCloseTo(right / (double) count, within(1e-12));
    }

    @Test
    void aCopyIsPlacedWhereTheFirstOfItsKindIs() throws Exception {
        float[] points = copies(300, 10, 100, 1000, 1001);
        float[] map = MapKernelsTest.random(600, -1, 1, 10);
        MapPlacement placement = new MapPlacement(points, 100, map);
        float[] point = Arrays.copyOfRange(points, 123 * 100, 124 * 100);
        assertThat(placement.nearest(point))
                .isEqualTo(IntStream.range(0, 15).map(n -> 3 + 10 * n).toArray());
        assertThat(placement.place(point)).containsExactly(map[6], map[7]);
    }
}
