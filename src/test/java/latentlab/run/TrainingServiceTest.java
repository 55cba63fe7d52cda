package latentlab.run;

import static latentlab.run.Recorder.epoch;
import static latentlab.run.Recorder.midEpoch;
import static latentlab.run.Recorder.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.store.Scratch;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;

/** What the commands do to a run. */
class TrainingServiceTest extends ServiceWithEvents {
    @Test
    void aRunIsReadyThenTrainsItsPlannedEpochsAndIsFinished() throws Exception {
        service.open(TINY, CONFIG);
        Run run = awaitRun();
        assertThat(run.epochs().count()).isEqualTo(1);
        service.trainUntil(5);
        assertThat(events.await(RunState.FINISHED).planned()).isEqualTo(5);
        assertThat(events.steps()).containsExactly("READY", "opened", "TRAINING", "1", "2", "3", "4", "5", "FINISHED");
        assertThat(losses(events.results())).isEqualTo(undisturbed(TINY, CONFIG));
        assertThat(run.epochs().count()).isEqualTo(6);
    }

    @Test
    void aRunThatGetsNoBetterEndsEarlyAndCanBeTakenUpAgain() {
        TrainingConfig config = CONFIG.withLearningRate(1).withEpochs(10_000).with(Setting.EARLY_STOPPING, 3L);
        service.open(TINY, config);
        service.trainUntil(10_000);
        int epochs = events.await(RunState.FINISHED).planned();
        assertThat(epochs).isLessThan(10_000);
        List<Double> losses =
                events.results().stream().map(EpochResult::validLoss).toList();
        assertThat(losses).hasSize(epochs);
        double best = losses.stream().min(Double::compare).orElseThrow();
        assertThat(losses.indexOf(best)).as("three epochs after the best one").isEqualTo(epochs - 4);

        events.forget();
        service.trainUntil(epochs + 1);
        events.await(RunState.FINISHED);
        assertThat(events.results()).hasSize(1);
    }

    @Test
    void aFinishedRunGoesOnWhenMoreIsAsked() throws Exception {
        service.open(TINY, CONFIG);
        service.trainUntil(2);
        events.await(RunState.FINISHED);
        events.forget();
        service.trainUntil(2);
        service.trainUntil(5);
        events.await(RunState.FINISHED);
        assertThat(events.steps()).containsExactly("TRAINING", "3", "4", "5", "FINISHED");
        assertThat(losses(events.results())).isEqualTo(undisturbed(TINY, CONFIG).subList(2, 5));
    }

    @Test
    void aPauseTakesEffectBeforeTheNextBatchAndLeavesNoTrace() throws Exception {
        service.open(LONG, SLOW);
        events.at(midEpoch(), service::pause);
        service.trainUntil(2);
        events.await(RunState.PAUSED);
        assertThat(events.steps()).endsWith("TRAINING", "PAUSED");
        // No progress is told any more either: the batch it was told for has not begun.
        assertThat(events.results()).isEmpty();
        service.trainUntil(2);
        events.await(RunState.FINISHED);
        assertThat(events.steps()).endsWith("PAUSED", "TRAINING", "1", "2", "FINISHED");
        assertThat(losses(events.results())).isEqualTo(undisturbed(LONG, SLOW));
    }

    @Test
    void aStopTakesEffectBeforeTheNextBatchAndDropsTheEpochUnderWay() throws Exception {
        service.open(LONG, SLOW);
        events.at(epoch(1), () -> events.at(midEpoch(), service::stop));
        service.trainUntil(2);
        events.await(RunState.STOPPED);
        assertThat(events.steps()).endsWith("TRAINING", "1", "STOPPED");
        assertThat(runs.getFirst().epochs().count()).isEqualTo(2);
        service.trainUntil(2);
        events.await(RunState.FINISHED);
        assertThat(losses(events.results())).isEqualTo(undisturbed(LONG, SLOW));
    }

    @Test
    void aNewRateTakesEffectBeforeTheNextBatchAndIsTold() {
        service.open(LONG, SLOW);
        events.at(midEpoch(), () -> service.setLearningRate(0.5));
        events.at(epoch(1), () -> service.setLearningRate(0.25));
        service.trainUntil(2);
        events.await(RunState.FINISHED);
        assertThat(events.steps()).endsWith("TRAINING", "rate 1 0.01 0.5", "1", "rate 2 0.5 0.25", "2", "FINISHED");
        assertThat(events.results()).extracting(EpochResult::learningRate).containsExactly(0.5, 0.25);
    }

    @Test
    void aRateThatIsSetBackBeforeABatchIsNoChange() {
        service.open(TINY, CONFIG);
        service.setLearningRate(0.5);
        service.setLearningRate(0.01);
        service.trainUntil(1);
        events.await(RunState.FINISHED);
        assertThat(events.steps()).containsExactly("READY", "opened", "TRAINING", "1", "FINISHED");
    }

    @Test
    void oneEpochIsTrainedThenItPauses() throws Exception {
        service.open(TINY, CONFIG.withEpochs(3));
        for (int e = 1; e <= 2; e++) {
            events.forget();
            service.trainOneEpoch();
            events.await(RunState.PAUSED);
            assertThat(events.steps()).endsWith("TRAINING", Integer.toString(e), "PAUSED");
        }
        service.trainOneEpoch();
        events.await(RunState.FINISHED);
        events.forget();
        // Beyond the plan, one at a time.
        service.trainOneEpoch();
        assertThat(events.await(RunState.FINISHED).planned()).isEqualTo(4);
        assertThat(events.steps()).containsExactly("TRAINING", "4", "FINISHED");
    }

    @Test
    void oneEpochMoreIsNothingNewToARunThatTrains() {
        service.open(TINY, CONFIG);
        events.at(epoch(2), service::trainOneEpoch);
        service.trainUntil(5);
        events.await(RunState.FINISHED);
        assertThat(events.steps()).doesNotContain("PAUSED");
    }

    @Test
    void trainingTurnsASingleEpochIntoAllPlanned() {
        service.open(TINY, CONFIG);
        events.at(state(RunState.TRAINING), () -> service.trainUntil(5));
        service.trainOneEpoch();
        events.await(RunState.FINISHED);
        assertThat(events.steps()).doesNotContain("PAUSED");
    }

    @Test
    void aStopWhilePausedKeepsTheEpochsDone() throws Exception {
        service.open(TINY, CONFIG);
        service.trainOneEpoch();
        events.await(RunState.PAUSED);
        service.stop();
        events.await(RunState.STOPPED);
        service.trainUntil(5);
        events.await(RunState.FINISHED);
        assertThat(events.steps())
                .containsExactly(
                        "READY",
                        "opened",
                        "TRAINING",
                        "1",
                        "PAUSED",
                        "STOPPED",
                        "TRAINING",
                        "2",
                        "3",
                        "4",
                        "5",
                        "FINISHED");
        assertThat(losses(events.results())).isEqualTo(undisturbed(TINY, CONFIG));
    }

    @Test
    void commandsMayComeBeforeTheRunIsMade() {
        service.open(LONG, SLOW);
        service.trainUntil(2);
        service.pause();
        events.await(RunState.PAUSED);
        assertThat(events.steps()).containsExactly("READY", "opened", "TRAINING", "PAUSED");
        service.stop();
        events.await(RunState.STOPPED);
        assertThat(events.steps()).endsWith("PAUSED", "STOPPED");
    }

    @Test
    void trainingAskedForTwiceHappensOnce() {
        service.open(TINY, CONFIG);
        service.trainUntil(5);
        service.trainUntil(5);
        events.await(RunState.FINISHED);
        service.trainUntil(5);
        service.close();
        assertThat(events.steps()).containsExactly("READY", "opened", "TRAINING", "1", "2", "3", "4", "5", "FINISHED");
    }

    @Test
    void aPauseMeansTheTrainingThatWasAskedForLast() {
        service.open(LONG, SLOW);
        service.trainUntil(2);
        service.trainUntil(2);
        service.pause();
        events.await(RunState.PAUSED);
        assertThat(events.results()).isEmpty();
    }

    @Test
    void theLastOfStopAndTrainCounts() throws Exception {
        service.open(LONG, SLOW);
        events.at(midEpoch(), () -> {
            service.stop();
            service.trainUntil(2);
        });
        service.trainUntil(2);
        events.await(RunState.FINISHED);
        assertThat(losses(events.results())).isEqualTo(undisturbed(LONG, SLOW));
    }

    @Test
    void aStopBeforeTheFirstBatchTrainsNothing() {
        service.open(TINY, CONFIG);
        events.at(state(RunState.TRAINING), service::stop);
        service.trainUntil(5);
        events.await(RunState.STOPPED);
        assertThat(events.results()).isEmpty();
    }

    @Test
    void theNumberOfEpochsCanBeChangedOnTheWay() {
        service.open(TINY, CONFIG);
        events.at(epoch(4), () -> service.setPlannedEpochs(7));
        service.trainUntil(5);
        assertThat(events.await(RunState.FINISHED).planned()).isEqualTo(7);
        assertThat(events.results()).hasSize(7);

        service.open(TINY, CONFIG);
        events.forget();
        // Fewer than there are already: the epoch under way is the last.
        events.at(epoch(3), () -> service.setPlannedEpochs(1));
        service.trainUntil(5);
        assertThat(events.await(RunState.FINISHED).planned()).isEqualTo(3);
        assertThat(events.results()).hasSize(3);
    }

    @Test
    void anyMixOfCommandsFromSeveralThreadsEndsInTheSameNumbers() throws Exception {
        TrainingConfig config = CONFIG.withEpochs(50);
        service.open(TINY, config);
        List<Thread> people = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            people.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 5000; i++) {
                    switch (random.nextInt(20)) {
                        case 0 -> service.stop();
                        case 1 -> service.pause();
                        case 2 -> service.trainOneEpoch();
                        case 3 -> service.setPlannedEpochs(50);
                        default -> service.trainUntil(50);
                    }
                }
            }));
        }
        for (Thread each : people) {
            each.join();
        }
        service.trainUntil(50);
        events.await(epoch(50), RunEvent.EpochDone.class);
        service.close();
        List<EpochResult> results = events.results();
        // A single epoch asked for after the fiftieth is one more.
        assertThat(results)
                .extracting(EpochResult::epoch)
                .isEqualTo(IntStream.rangeClosed(1, results.size()).boxed().toList());
        assertThat(losses(results).subList(0, 50)).isEqualTo(undisturbed(TINY, config));
        assertThat(runs.getFirst().epochs().count()).isEqualTo(results.size() + 1);
    }

    @Test
    void saysThatItThinsTheEpochsWhereThereIsNoRoomForAll() {
        Recorder recorder = new Recorder();
        long epoch = Float.BYTES * new Autoencoder(ModelKind.SIMPLE, 5, 7, 3).parameterCount();
        try (TrainingService thinning = new TrainingService(new Scratch(scratch, 6 * epoch), recorder)) {
            thinning.open(TINY, CONFIG);
            thinning.trainUntil(10);
            recorder.await(RunState.FINISHED);
            RunEvent.Remarked remark = recorder.await(RunEvent.Remarked.class::isInstance, RunEvent.Remarked.class);
            assertThat(new Messages(Locale.ENGLISH).text(remark.what()))
                    .contains(" kB", scratch.toString(), "one epoch in 2 is kept", "first", "best", "newest");
            assertThat(recorder.results()).as("losses of all").hasSize(10);
            Run run = thinning.runs().get(recorder.awaitRun());
            assertThat(run.epochs().count()).isEqualTo(11);
            assertThat(run.latent(10)).isNotEmpty();
            run.close();
        }
    }
}
