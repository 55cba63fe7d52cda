package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BetaScheduleTest {
    private static final int BATCHES = 10;

    @ParameterizedTest
    @EnumSource
    void withoutAWarmUpAllOfBetaCountsAtOnce(BetaSchedule schedule) {
        assertThat(schedule.factor(0, 0, 0, BATCHES)).isEqualTo(1);
        assertThat(schedule.factor(0, 7, 3, BATCHES)).isEqualTo(1);
    }

    /** Four epochs of warm-up. */
    @ParameterizedTest
    @CsvSource({
        "LINEAR, 0, 0, 0",
        "LINEAR, 0, 5, 0.125",
        "LINEAR, 2, 0, 0.5",
        "LINEAR, 3, 9, 0.975",
        "LINEAR, 4, 0, 1",
        "LINEAR, 90, 5, 1",
        "COSINE, 0, 0, 0",
        "COSINE, 1, 0, 0.1464466094",
        "COSINE, 2, 0, 0.5",
        "COSINE, 3, 0, 0.8535533906",
        "COSINE, 4, 0, 1",
        "COSINE, 5, 1, 1",
        "CYCLIC, 0, 0, 0",
        "CYCLIC, 2, 0, 0.5",
        "CYCLIC, 4, 0, 1",
        "CYCLIC, 7, 9, 1",
        "CYCLIC, 8, 0, 0",
        "CYCLIC, 10, 0, 0.5",
    })
    void risesBatchByBatch(BetaSchedule schedule, int epoch, int batch, double expected) {
        assertThat(schedule.factor(4, epoch, batch, BATCHES)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void aWarmUpLongerThanTheRunIsRefused() throws Exception {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(ModelKind.VARIATIONAL)
                .with(Setting.LOSS, Loss.BERNOULLI)
                .with(Setting.BETA_WARM_UP, 20L);
        assertThat(config.withEpochs(20).validated()).isNotNull();
        assertThat(catchThrowable(() -> config.withEpochs(19).validated()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.sentence().key()).isEqualTo("engine.combination.warmUp"));
        assertThat(config.withEpochs(19).withKind(ModelKind.SIMPLE).validated()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void aVariationalModelNeedsALikelihood(Loss loss) {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withKind(ModelKind.VARIATIONAL).with(Setting.LOSS, loss);
        Throwable refused = catchThrowable(config::validated);
        if (loss.isLikelihood()) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.sentence().key()).isEqualTo("engine.combination.likelihood"));
        }
    }
}
