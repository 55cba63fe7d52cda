package latentlab.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutIntervalsTest {
    private final LayoutIntervals intervals = new LayoutIntervals();

    /** @return the first epoch from one on whose layout may begin */
    private int nextAfter(int epoch) {
        return IntStream.rangeClosed(epoch, epoch + 2000)
                .filter(intervals::due)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstBeginsAtOnce() {
        assertThat(intervals.due(0)).isTrue();
        assertThat(intervals.every()).isEqualTo(10);
    }

    @Test
    void aQuickLayoutFollowsEveryTenEpochs() {
        intervals.settled(0, 0);
        assertThat(nextAfter(0)).isEqualTo(10);
        intervals.settled(10, 13);
        assertThat(nextAfter(13)).isEqualTo(20);
        assertThat(intervals.every()).isEqualTo(10);
    }

    @Test
    void aSlowOneRestsForAtLeastAsManyEpochsAsItTook() {
        int[][] cases = {{0, 6, 20}, {7, 10, 10}, {20, 45, 50}, {0, 26, 100}, {100, 170, 200}, {3, 453, 1000}};
        for (int[] each : cases) {
            int took = each[1] - each[0];
            intervals.settled(each[0], each[1]);
            assertThat(intervals.every()).as("after %d epochs", took).isEqualTo(each[2]);
            int next = nextAfter(each[1]);
            assertThat(next % intervals.every()).isZero();
            assertThat(next - each[1]).isBetween(took, took + intervals.every());
        }
    }
}
