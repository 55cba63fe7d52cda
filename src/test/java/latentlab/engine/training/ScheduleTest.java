package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentlab.MadeUpImages;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Schedules where they begin, end and have hardly any steps; where they are in between is in {@link ModelParityTest}.
 */
class ScheduleTest {
    /** Shares of which some come to exactly one step, to less, and to all but the last. */
    private static final double[] SHARES = {0.01, 0.1, 0.2, 0.25, 1 / 3.0, 0.5, 0.75, 0.9};

    private static TrainingConfig config(Schedule schedule, double share) {
        return TrainingConfig.DEFAULT.with(Setting.SCHEDULE, schedule).with(Setting.WARM_UP, share);
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void everyStepOfTheShortestRunsHasARate(Schedule schedule) {
        for (double share : SHARES) {
            TrainingConfig config = config(schedule, share);
            for (int planned = 1; planned <= 10; planned++) {
                for (int batches = 1; batches <= 5; batches++) {
                    for (int epoch = 0; epoch < planned; epoch++) {
                        for (int batch = 0; batch < batches; batch++) {
                            String where = "%s, %s, step %d of %d, epoch %d of %d"
                                    .formatted(schedule, share, batch, batches, epoch, planned);
                            assertThat(schedule.factor(config, epoch, batch, batches, planned, 0))
                                    .as(where)
                                    .isGreaterThan(0)
                                    .isLessThanOrEqualTo(1);
                            assertThat(schedule.momentum(config, epoch, batch, batches, planned))
                                    .as(where)
                                    .isBetween(0.0, 0.999);
                        }
                    }
                }
            }
        }
    }

    /** Where the way up is a single step there is nothing to rise from; PyTorch's divides by zero. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5, 10})
    void aOneCycleWhoseWayUpIsOneStepBeginsAtItsTop(int steps) {
        TrainingConfig config = config(Schedule.ONE_CYCLE, 1.0 / steps);
        assertThat(Schedule.ONE_CYCLE.factor(config, 0, 0, steps, 1, 0)).isEqualTo(1);
        assertThat(Schedule.ONE_CYCLE.momentum(config, 0, 0, steps, 1)).isCloseTo(0.85, within(1e-12));
        assertThat(Schedule.ONE_CYCLE.factor(config, 0, steps - 1, steps, 1, 0))
                .isCloseTo(1 / 250_000.0, within(1e-12));
    }

    /** The number of epochs may change on the way, to no less than the one under way. */
    @ParameterizedTest
    @EnumSource(Schedule.class)
    void anotherNumberOfEpochsLeavesEveryRateANumber(Schedule schedule) {
        for (double share : SHARES) {
            for (int epoch = 0; epoch < 60; epoch++) {
                for (int planned : new int[] {epoch + 1, epoch + 2, 60, TrainingConfig.MAX_EPOCHS}) {
                    assertThat(schedule.factor(config(schedule, share), epoch, 0, 1, planned, 3))
                            .as("%s, epoch %d of %d", schedule, epoch, planned)
                            .isGreaterThan(0)
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    /** 20 training images, of which 16 are trained on, in batches of 16, ten epochs: a tenth of ten steps. */
    @Test
    void aOneCycleAtItsEdgeTrains() throws Exception {
        TrainingConfig config = config(Schedule.ONE_CYCLE, 0.1).withBatch(16).withEpochs(10);
        try (Trainer trainer = new Trainer(config, MadeUpImages.dataset(20, 5, 7))) {
            double before = trainer.initial().validLoss();
            EpochResult last = null;
            for (int epoch = 0; epoch < 10; epoch++) {
                last = trainer.train((_, _) -> 0.01);
            }
            assertThat(last.validLoss()).isLessThan(before);
        }
    }
}
