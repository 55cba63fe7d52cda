package latentlab.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

class EpochTimeTest {
    private static final Dataset DATA = MadeUpImages.dataset(500, 5, 6);

    @Test
    void timesBatches() {
        assertThat(EpochTime.seconds(TrainingConfig.DEFAULT.withBatch(2), DATA, 60, () -> true))
                .isPositive()
                .isFinite();
    }

    @Test
    void timesWholeEpochsOfOneBatch() {
        assertThat(EpochTime.seconds(TrainingConfig.DEFAULT.withBatch(400), DATA, 60, () -> true))
                .isPositive()
                .isFinite();
    }

    @Test
    void isUnknownWhereThereIsNoTimeForAStep() {
        assertThat(EpochTime.seconds(TrainingConfig.DEFAULT.withBatch(2), DATA, 0, () -> true))
                .as("no step was taken")
                .isNaN();
    }

    @Test
    void isUnknownWhereTheModelDivergesBeforeItsStepsAreWarm() {
        TrainingConfig wild = TrainingConfig.DEFAULT
                .with(Setting.OUTPUT, Activation.LINEAR)
                .with(Setting.CODE, Activation.LINEAR)
                .with(Setting.OPTIMISER, Optimiser.SGD)
                .withLearningRate(1)
                .with(Setting.LOSS, Loss.SSE)
                .withBatch(2);
        assertThat(EpochTime.seconds(wild, DATA, 60, () -> true)).isNaN();
    }

    @Test
    void endsOnceNobodyWaits() {
        assertThatThrownBy(() -> EpochTime.seconds(TrainingConfig.DEFAULT, DATA, 60, () -> false))
                .isInstanceOf(CancellationException.class);
    }
}
