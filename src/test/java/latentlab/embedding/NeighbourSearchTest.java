package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourSearchTest {
    private final Workers workers = new Workers();
    private final MapKernels kernels = MapKernels.fastest();

    @AfterEach
    void close() {
        workers.close();
    }

    @ParameterizedTest
    @CsvSource({"700, 2, 10", "1300, 20, 40", "1100, 100, 91", "30, 784, 29", "2, 3, 1"})
    void exactMeansAllPairs(int count, int dimension, int k) {
        float[] points = MapKernelsTest.random(count * dimension, -3, 5, 1);
        Neighbours found = new NeighbourSearch(points, dimension, workers, kernels).exact(k, Progress.NONE);
        for (int point = 0; point < count; point += Math.max(1, count / 50)) {
            assertThat(Arrays.copyOfRange(found.indices(), point * k, (point + 1) * k))
                    .isEqualTo(PlainNeighbours.of(points, dimension, point, k));
            assertThat((double) found.squared()[point * k])
                    .isCloseTo(
                            PlainNeighbours.squared(points, dimension, point, found.indices()[point * k]),
                            withinPercentage(0.001));
        }
    }

    @Test
    void isCancelledWhicheverWorkerTakesTheOnlyPairOfBlocks() {
        float[] points = MapKernelsTest.random(20 * 2, 0, 1, 3);
        NeighbourSearch search = new NeighbourSearch(points, 2, workers, kernels);
        for (int time = 0; time < 300; time++) {
            assertThatThrownBy(() -> search.exact(3, (fraction, what) -> {
                        throw new CancellationException();
                    }))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void amongEqualPointsTheFirstAreTheNearest() {
        float[] points = new float[1500 * 60];
        Arrays.fill(points, 0.3f);
        Neighbours found = new NeighbourSearch(points, 60, workers, kernels).exact(5, Progress.NONE);
        assertThat(Arrays.copyOfRange(found.indices(), 0, 5)).containsExactly(1, 2, 3, 4, 5);
        assertThat(found.squared()).containsOnly(0);
    }

    @Test
    void theForestFindsNearlyAllOfThem() {
        int count = 5000;
        float[] points = clouds(count, 60);
        int k = 30;
        NeighbourSearch search = new NeighbourSearch(points, 60, workers, kernels);
        long[] found = new NeighbourForest(points, 60, workers, kernels, 1).search(k, Progress.NONE);
        assertThat(new NeighbourForest(points, 60, workers, kernels, 1).search(k, Progress.NONE))
                .isEqualTo(found);
        Neighbours exact = search.exact(k, Progress.NONE);
        long right = 0;
        for (int i = 0; i < count; i++) {
            Set<Integer> mine = new HashSet<>();
            for (int n = 0; n < k; n++) {
                mine.add(Nearest.index(found[i * k + n]));
            }
            assertThat(mine).hasSize(k).doesNotContain(i);
            for (int n = 0; n < k; n++) {
                right += mine.contains(exact.indices()[i * k + n]) ? 1 : 0;
            }
        }
        assertThat((double) right / (count * k)).isGreaterThan(0.95);
    }

    @Test
    void ofManyPointsTheDistancesAreExactAllTheSame() {
        int count = NeighbourSearch.EXACT + 1;
        float[] points = clouds(count, 60);
        Neighbours found = new NeighbourSearch(points, 60, workers, kernels).find(10, 1, Progress.NONE);
        int right = 0;
        for (int i = 0; i < count; i += 500) {
            int[] expected = PlainNeighbours.of(points, 60, i, 10);
            for (int n = i * 10; n < (i + 1) * 10; n++) {
                int other = found.indices()[n];
                assertThat((double) found.squared()[n])
                        .isCloseTo(PlainNeighbours.squared(points, 60, i, other), withinPercentage(0.001));
                right += IntStream.of(expected).anyMatch(each -> each == other) ? 1 : 0;
            }
        }
        assertThat(right).isGreaterThan(90 * 41 * 10 / 100);
    }

    /** Points in twenty clouds. */
    private static float[] clouds(int count, int dimension) {
        float[] points = MapKernelsTest.random(count * dimension, -1, 1, 2);
        float[] centres = MapKernelsTest.random(20 * dimension, -1, 1, 3);
        for (int i = 0; i < points.length; i++) {
            points[i] += 2 * centres[i / dimension % 20 * dimension + i % dimension];
        }
        return points;
    }

    @Test
    void canBeCancelled() {
        float[] points = MapKernelsTest.random(3000 * 100, 0, 1, 4);
        assertThatThrownBy(() -> new NeighbourSearch(points, 100, workers, kernels).exact(5, (fraction, what) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }
}
