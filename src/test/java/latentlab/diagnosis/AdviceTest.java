package latentlab.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.diagnosis.Advice.Kind;
import latentlab.engine.model.StuckUnits;
import latentlab.engine.model.UnitActivity.State;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.RunState;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real runs that fall under each rule, and beside it. */
class AdviceTest {
    private static final Dataset DATA = MadeUpImages.dataset(200, 7, 9);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(20).withEpochs(6);

    @TempDir
    private Path scratch;

    private Optional<Advice> trained(TrainingConfig config) throws Exception {
        try (Training training = new Training(new Scratch(scratch))) {
            training.follow(DATA, config, _ -> {}, () -> {});
            return Advice.of(training.run(), () -> true);
        }
    }

    private static String written(Advice advice) {
        return advice.change().setting().name() + " " + advice.change().text();
    }

    @Test
    void aRunThatGoesWellNeedsNone() throws Exception {
        assertThat(trained(CONFIG)).isEmpty();
    }

    @Test
    void aLossThatIsNoNumberAsksForALowerRate() throws Exception {
        TrainingConfig wild = CONFIG.with(Setting.OUTPUT, Activation.LINEAR)
                .with(Setting.CODE, Activation.LINEAR)
                .with(Setting.OPTIMISER, Optimiser.SGD)
                .with(Setting.LOSS, Loss.SSE)
                .withLearningRate(1);
        Advice advice = trained(wild).orElseThrow();
        assertThat(advice.kind()).isEqualTo(Kind.DIVERGED);
        assertThat(written(advice)).isEqualTo(Setting.RATE.name() + " 0.1");
        TrainingConfig config = wild;
        // Taken until it trains.
        for (Optional<Advice> next = Optional.of(advice); next.isPresent(); next = trained(config)) {
            assertThat(next.get().change().setting()).isEqualTo(Setting.RATE);
            TrainingConfig slower = next.get().change().in(config);
            assertThat(slower.learningRate()).isLessThan(config.learningRate());
            config = slower;
        }
    }

    @Test
    void aLossAboveTheUntrainedModelsAsksForALowerRate() {
        assertThat(of(CONFIG, 0.25, 0.3, 0.29).orElseThrow().kind()).isEqualTo(Kind.ABOVE_START);
        assertThat(of(CONFIG, 0.25, 3, 1.2, 0.7, 0.4, 0.3))
                .as("falls fast, if from far above")
                .isEmpty();
        assertThat(of(CONFIG, 0.25, 3, 1.2, 0.7, 0.4, 0.41)).as("no longer").isPresent();
        assertThat(of(CONFIG, 0.25, 0.3, 0.24)).isEmpty();
    }

    @Test
    void noLowerRateIsAdvisedThanThereIs() {
        double least = TrainingConfig.MIN_RATE;
        assertThat(Advice.of(CONFIG, 2 * least, RunState.DIVERGED, history(0.2), null)
                        .orElseThrow()
                        .change()
                        .value())
                .isEqualTo(least);
        assertThat(Advice.of(CONFIG, least, RunState.DIVERGED, history(0.2), null))
                .isEmpty();
    }

    @Test
    void theRateToTryIsWrittenWithoutAnExponent() {
        Advice advice = Advice.of(CONFIG, 0.001, RunState.FINISHED, history(0.25, 0.3, 0.29), null)
                .orElseThrow();
        assertThat(new Messages(Locale.ENGLISH).text(advice.change().label())).isEqualTo("Try rate 0.0001");
    }

    /** Codes that are all but constant. */
    @Test
    void unitsThatAreStuckAskForAnotherActivation() throws Exception {
        Advice advice = trained(CONFIG.with(Setting.SPARSITY, 1.0).with(Setting.CODE, Activation.RELU))
                .orElseThrow();
        assertThat(advice.kind()).isEqualTo(Kind.STUCK);
        assertThat(advice.sentence().values()).containsExactly(3, 3);
        assertThat(written(advice)).isEqualTo("code-activation leaky-relu");
        assertThat(advice.more().key()).isEqualTo("engine.stuck.leaky");

        StuckUnits one = new StuckUnits(List.of(State.ACTIVE, State.ACTIVE, State.DEAD));
        assertThat(Advice.of(CONFIG, 0.01, RunState.FINISHED, history(0.2, 0.1, 0.05), one))
                .as("most are of use")
                .isEmpty();

        StuckUnits dead = new StuckUnits(List.of(State.DEAD, State.DEAD));
        Advice sigmoid = Advice.of(
                        CONFIG.with(Setting.CODE, Activation.SIGMOID), 0.01, RunState.FINISHED, falling(2), dead)
                .orElseThrow();
        assertThat(written(sigmoid)).isEqualTo("code-activation linear");
        assertThat(sigmoid.more().key()).as("the tied model, too").isEqualTo("engine.stuck.tied");

        StuckUnits two = new StuckUnits(List.of(State.ACTIVE, State.DEAD, State.DEAD));
        assertThat(Advice.of(CONFIG, 0.01, RunState.FINISHED, falling(9), two))
                .as("they may still come free")
                .isEmpty();
        assertThat(Advice.of(CONFIG, 0.01, RunState.FINISHED, falling(10), two))
                .as("they hardly do now")
                .isPresent();
    }

    private static List<EpochResult> falling(int epochs) {
        return history(IntStream.rangeClosed(0, epochs)
                .mapToDouble(epoch -> 0.2 / (1 + epoch))
                .toArray());
    }

    @Test
    void aLossThatJumpsUpAgainAndAgainAsksForALowerRate() {
        assertThat(of(CONFIG, 0.3, 0.1, 0.12, 0.1, 0.12, 0.1, 0.12, 0.1, 0.12, 0.1)
                        .orElseThrow()
                        .kind())
                .isEqualTo(Kind.SWINGS);
        Advice advice =
                of(CONFIG, 0.3, 0.1, 0.12, 0.1, 0.12, 0.1, 0.12, 0.1, 0.12, 0.1).orElseThrow();
        assertThat(written(advice)).isEqualTo(Setting.RATE.name() + " 0.003");
        assertThat(of(CONFIG, 0.3, 0.1, 0.12, 0.14, 0.17, 0.2).orElseThrow().kind())
                .as("with the first epoch at which it can be told")
                .isEqualTo(Kind.SWINGS);
        assertThat(of(CONFIG, 0.3, 0.1, 0.104, 0.1, 0.104, 0.1, 0.104, 0.1, 0.104, 0.1))
                .as("by less than a twentieth")
                .isEmpty();
        assertThat(of(CONFIG, 0.3, 0.2, 0.22, 0.15, 0.17, 0.12, 0.13, 0.09, 0.1, 0.07))
                .as("and yet it falls fast")
                .isEmpty();
    }

    @Test
    void aFlatLossAsksForAnEndThatComesByItself() throws Exception {
        TrainingConfig slow = CONFIG.withLearningRate(1e-4)
                .with(Setting.OPTIMISER, Optimiser.SGD)
                .with(Setting.MOMENTUM, 0.0)
                .withEpochs(21);
        Advice advice = trained(slow).orElseThrow();
        assertThat(advice.kind()).isEqualTo(Kind.FLAT);
        assertThat(written(advice)).isEqualTo("early-stopping 20");
        assertThat(trained(slow.withEpochs(20))).as("not long enough").isEmpty();
        assertThat(trained(advice.change().in(slow)))
                .as("the run ends by itself")
                .isEmpty();
        assertThat(trained(CONFIG.withEpochs(30).withLearningRate(0.001)))
                .as("still falling")
                .isEmpty();
    }

    @Test
    void fallingByOneInAThousandIsNotFlat() {
        double[] losses = Collections.nCopies(22, 0.1).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        losses[0] = 0.2;
        assertThat(of(CONFIG, losses).orElseThrow().kind()).isEqualTo(Kind.FLAT);
        losses[15] = 0.1 * (1 - 0.0011);
        assertThat(of(CONFIG, losses)).isEmpty();
    }

    private static Optional<Advice> of(TrainingConfig config, double... losses) {
        return Advice.of(config, 0.01, RunState.FINISHED, history(losses), null);
    }

    private static List<EpochResult> history(double... losses) {
        return IntStream.range(0, losses.length)
                .mapToObj(e -> new EpochResult(e, losses[e], losses[e], 0.1, 0.01))
                .toList();
    }
}
