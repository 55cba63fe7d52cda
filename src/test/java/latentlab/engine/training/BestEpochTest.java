package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestEpochTest {
    private static int best(double... losses) {
        List<EpochResult> epochs = IntStream.range(0, losses.length)
                .mapToObj(epoch -> new EpochResult(epoch, losses[epoch], losses[epoch], 0.1, 0.01))
                .toList();
        return BestEpoch.of(epochs);
    }

    @Test
    void isTheFirstOfTheLowestLosses() {
        assertThat(best(0.3, 0.1, 0.2, 0.1)).isOne();
        assertThat(best(0.3)).isZero();
    }

    @Test
    void hasAFiniteLoss() {
        assertThat(best(Double.NaN, Double.POSITIVE_INFINITY, 0.4, 0.5, Double.NaN))
                .isEqualTo(2);
        assertThat(best(Double.NaN, Double.POSITIVE_INFINITY)).isEqualTo(-1);
        assertThat(best()).isEqualTo(-1);
    }
}
