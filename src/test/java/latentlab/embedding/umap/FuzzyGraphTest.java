package latentlab.embedding.umap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentlab.embedding.NeighbourSearch;
import latentlab.embedding.Neighbours;
import latentlab.embedding.Workers;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyGraphTest {
    private static final double LOG2 = Math.log(2);

    private static Neighbours neighbours(float[] points, int dimension, int k) {
        try (Workers workers = new Workers()) {
            return NeighbourSearch.of(points, dimension, k, 1, workers, Progress.NONE);
        }
    }

    private static float[] memberships(Neighbours neighbours) {
        try (Workers workers = new Workers()) {
            return FuzzyGraph.memberships(neighbours, workers);
        }
    }

    private static FuzzyGraph graph(Neighbours neighbours, int workers) {
        try (Workers several = new Workers(workers)) {
            return FuzzyGraph.of(neighbours, several);
        }
    }

    /** The definition in the article, algorithm 3; the nearest neighbour belongs to a point entirely. */
    @ParameterizedTest
    @CsvSource({"600, 10, 14", "513, 3, 4", "100, 784, 49", "30, 1, 9"})
    void membershipsAddUpToTheLogarithmOfTheNumber(int count, int dimension, int k) {
        float[] memberships = memberships(neighbours(UmapTest.random(count * dimension, 1), dimension, k));
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int n = 0; n < k; n++) {
                sum += memberships[i * k + n];
                assertThat(memberships[i * k + n]).isLessThanOrEqualTo(memberships[i * k + Math.max(0, n - 1)]);
            }
            assertThat(memberships[i * k]).isEqualTo(1);
            assertThat(sum).isCloseTo(Math.log(k + 1) / LOG2, within(2e-5));
        }
    }

    /** Whole tables instead of rows, and an even search for the width. */
    @ParameterizedTest
    @CsvSource({"60, 5, 14", "40, 2, 3", "30, 20, 29"})
    void isTheSameAsAPlainOne(int count, int dimension, int k) {
        Neighbours neighbours = neighbours(UmapTest.random(count * dimension, 2), dimension, k);
        double[][] directed = new double[count][count];
        for (int i = 0; i < count; i++) {
            double nearest = Math.sqrt(neighbours.squared()[i * k]);
            double low = 0;
            double high = 1000;
            for (int step = 0; step < 200; step++) {
                double width = (low + high) / 2;
                double sum = 0;
                for (int n = i * k; n < (i + 1) * k; n++) {
                    double belongs = Math.exp(-(Math.sqrt(neighbours.squared()[n]) - nearest) / width);
                    directed[i][neighbours.indices()[n]] = belongs;
                    sum += belongs;
                }
                if (sum > Math.log(k + 1) / LOG2) {
                    high = width;
                } else {
                    low = width;
                }
            }
        }
        FuzzyGraph graph = graph(neighbours, 2);
        double[][] found = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++) {
                assertThat(found[i][graph.columns()[e]]).isZero();
                found[i][graph.columns()[e]] = graph.weights()[e];
            }
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double either = 1 - (1 - directed[i][j]) * (1 - directed[j][i]);
                assertThat(found[i][j]).as("%d, %d", i, j).isCloseTo(either, within(1e-4));
                assertThat(found[i][j]).isEqualTo(found[j][i]);
            }
        }
    }

    @Test
    void equalPointsAreNeighboursEntirely() {
        float[] points = new float[20 * 3];
        Arrays.fill(points, 0.4f);
        assertThat(memberships(neighbours(points, 3, 5))).containsOnly(1);
        // Half of them equal: the nearest other one counts as the nearest.
        for (int i = 0; i < 30; i++) {
            points[i] = i;
        }
        float[] memberships = memberships(neighbours(points, 3, 12));
        for (float each : memberships) {
            assertThat(each).isBetween(0f, 1f);
        }
        assertThat(Arrays.copyOfRange(memberships, 15 * 12, 15 * 12 + 10)).containsOnly(1);
    }

    @Test
    void noNeighbourWeighsMoreThanOne() {
        FuzzyGraph graph = graph(neighbours(UmapTest.random(2000 * 4, 3), 4, 14), 2);
        float most = 0;
        for (float weight : graph.weights()) {
            assertThat(weight).isPositive();
            most = Math.max(most, weight);
        }
        assertThat(most).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"511", "512", "513", "1024", "1025"})
    void isTheSameForAnyNumberOfWorkers(int count) {
        Neighbours neighbours = neighbours(UmapTest.random(count * 6, 4), 6, 14);
        FuzzyGraph alone = graph(neighbours, 1);
        for (int workers = 2; workers <= 4; workers++) {
            FuzzyGraph shared = graph(neighbours, workers);
            assertThat(shared.starts()).isEqualTo(alone.starts());
            assertThat(shared.columns()).isEqualTo(alone.columns());
            assertThat(shared.weights()).isEqualTo(alone.weights());
        }
    }
}
