package latentlab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static Comparison of(double[]... pairs) {
        return new Comparison(Arrays.stream(pairs)
                .map(pair -> new Turn(
                        BenchmarkPart.SIMPLE, pair[0], new Turn.Baseline("PyTorch 9.9", (int) pair[2], pair[1])))
                .toList());
    }

    /** The fastest of ours and the fastest of theirs are of different turns, and neither in the turn of the median. */
    @Test
    void theBestOfAllTurnsIsAnotherNumberThanTheMedianOfTheirRatios() {
        Comparison comparison =
                of(new double[] {0.20, 0.60, 1}, new double[] {0.30, 0.40, 2}, new double[] {0.25, 0.50, 1});

        assertThat(comparison.ours()).isEqualTo(new Range(0.20, 0.30));
        assertThat(comparison.theirs()).isEqualTo(new Range(0.40, 0.60));
        assertThat(comparison.ratio()).isEqualTo(0.20 / 0.40);
        assertThat(comparison.best().threads()).isEqualTo(2);
        assertThat(comparison.medianPair()).isEqualTo(0.5);
        assertThat(comparison.pairs().least()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(comparison.pairs().most()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void ofAnEvenNumberOfTurnsTheMedianLiesHalfwayBetweenTheMiddleTwo() {
        Comparison comparison =
                of(new double[] {1, 1, 1}, new double[] {2, 1, 1}, new double[] {5, 1, 1}, new double[] {3, 1, 1});

        assertThat(comparison.medianPair()).isEqualTo(2.5);
    }

    @Test
    void oneTurnIsItsOwnBestAndMedian() {
        Comparison comparison = of(new double[] {1, 4, 1});

        assertThat(comparison.ratio()).isEqualTo(0.25);
        assertThat(comparison.medianPair()).isEqualTo(0.25);
        assertThat(comparison.pairs()).isEqualTo(new Range(0.25, 0.25));
    }

    @Test
    void withoutABaselineThereIsOnlyOurBest() {
        Comparison comparison =
                new Comparison(List.of(new Turn(BenchmarkPart.K2, 3, null), new Turn(BenchmarkPart.K2, 2, null)));

        assertThat(comparison.hasBaseline()).isFalse();
        assertThat(comparison.ours()).isEqualTo(new Range(2, 3));
    }
}
