package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

class EpochTimeTest {
    private static final Dataset DATA = MadeUpImages.dataset(500, 5, 6);

    @Test
    void timesSomeBatchesOfMany() {
        AtomicInteger batches = new AtomicInteger();
        double seconds = EpochTime.seconds(TrainingConfig.DEFAULT.withBatch(2), DATA, () -> {
            batches.incrementAndGet();
            return true;
        });
        assertThat(seconds).isPositive().isFinite();
        assertThat(batches.get()).as("of 200").isBetween(8, 60);
    }

    @Test
    void timesAWholeEpochWhereThatIsAll() {
        assertThat(EpochTime.seconds(TrainingConfig.DEFAULT, DATA, () -> true)).isPositive();
        assertThat(EpochTime.seconds(TrainingConfig.DEFAULT.withBatch(400), DATA, () -> true))
                .isPositive();
    }

    @Test
    void endsOnceNobodyWaits() {
        assertThatThrownBy(() -> EpochTime.seconds(TrainingConfig.DEFAULT, DATA, () -> false))
                .isInstanceOf(CancellationException.class);
    }
}
