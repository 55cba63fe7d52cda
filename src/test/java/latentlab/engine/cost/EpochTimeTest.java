package latentlab.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

class EpochTimeTest {
    private static final Dataset DATA = MadeUpImages.dataset(500, 5, 6);

    @Test
    void timesBatches() {
        assertThat(EpochTime.seconds(TrainingConfig.DEFAULT.withBatch(2), DATA, () -> true))
                .isPositive()
                .isFinite();
    }

    @Test
    void timesWholeEpochsOfOneBatch() {
        assertThat(EpochTime.seconds(TrainingConfig.DEFAULT.withBatch(400), DATA, () -> true))
                .isPositive()
                .isFinite();
    }

    @Test
    void endsOnceNobodyWaits() {
        assertThatThrownBy(() -> EpochTime.seconds(TrainingConfig.DEFAULT, DATA, () -> false))
                .isInstanceOf(CancellationException.class);
    }
}
