package latentlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

class SweepPaceTest {
    private long now = 7;

    @Test
    void goesByTheEpochsThatAreLeft() {
        TrainingConfig config = TrainingConfig.DEFAULT.withEpochs(10);
        Trial first = new Trial(1, "1", config);
        Trial second = new Trial(2, "2", config);
        SweepPace pace = new SweepPace(List.of(first, second), () -> now);
        assertThat(pace.share()).isZero();
        assertThat(pace.secondsLeft()).isNaN();
        pace.began(first, 4);
        now += 2_000_000_000L;
        pace.epoch(first);
        pace.epoch(new Trial(1, "1", config.withBatch(4))); // the same one, as it was fitted to the data
        assertThat(pace.secondsLeft()).isEqualTo(4 + 10);
        assertThat(pace.share()).isEqualTo(0.3, within(1e-12));
        assertThat(pace.ended()).isZero();
        pace.ended(first);
        assertThat(pace.secondsLeft()).isEqualTo(10);
        pace.ended(second);
        assertThat(pace.secondsLeft()).isZero();
        assertThat(pace.share()).isEqualTo(1);
        assertThat(pace.ended()).isEqualTo(2);
    }
}
