package latentlab.run;

import static latentlab.run.Recorder.epoch;
import static latentlab.run.Recorder.midEpoch;
import static latentlab.run.Recorder.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.EpochResult;
import latentlab.engine.ModelKind;
import latentlab.engine.Setting;
import latentlab.engine.Trainer;
import latentlab.engine.TrainingConfig;
import latentlab.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests react to events on the worker's own thread, so that a command falls exactly where it is meant to. */
class TrainingServiceTest {
    private static final Dataset TINY = MadeUpImages.dataset(50, 5, 7);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(8).withEpochs(5).withShuffle(true);
    /** An epoch of this is 240 batches. */
    private static final Dataset LONG = MadeUpImages.dataset(300, 28, 28);

    private static final TrainingConfig SLOW = TrainingConfig.DEFAULT
            .withKind(ModelKind.TIED)
            .withLatent(128)
            .withLearningRate(0.01)
            .withBatch(1)
            .withEpochs(2)
            .withSeed(1)
            .withShuffle(true);

    @TempDir
    private Path scratch;

    private final Recorder events = new Recorder();
    private final List<Run> runs = new ArrayList<>();
    private TrainingService service;

    @BeforeEach
    void start() {
        service = new TrainingService(
                scratch,
                event -> {
                    if (event instanceof TrainingEvent.Opened(Run run, EpochResult _)) {
                        runs.add(run);
                    }
                    events.accept(event);
                },
                Duration.ZERO);
    }

    @AfterEach
    void stop() {
        service.close();
        runs.forEach(Run::close);
        assertThat(scratch).isEmptyDirectory();
    }

    /** The same run, undisturbed: losses without times. */
    private static List<List<Double>> undisturbed(Dataset dataset, TrainingConfig config) throws Exception {
        List<EpochResult> results = new ArrayList<>();
        try (Trainer trainer = new Trainer(config, dataset)) {
            for (int e = 0; e < config.epochs(); e++) {
                results.add(trainer.train((_, _) -> config.learningRate()));
            }
        }
        return losses(results);
    }

    private static List<List<Double>> losses(List<EpochResult> results) {
        return results.stream()
                .map(result -> List.of(result.trainLoss(), result.validLoss()))
                .toList();
    }

    @Test
    void aRunIsReadyThenTrainsItsPlannedEpochsAndIsFinished() throws Exception {
        service.open(TINY, CONFIG);
        Run run = events.awaitRun();
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

    // ---- commands that come before the worker has got round to them

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
        events.await(epoch(50), TrainingEvent.EpochDone.class);
        service.close();
        List<EpochResult> results = events.results();
        // A single epoch asked for after the fiftieth is one more.
        assertThat(results)
                .extracting(EpochResult::epoch)
                .isEqualTo(IntStream.rangeClosed(1, results.size()).boxed().toList());
        assertThat(losses(results).subList(0, 50)).isEqualTo(undisturbed(TINY, config));
        assertThat(runs.getFirst().epochs().count()).isEqualTo(results.size() + 1);
    }

    // ---- a new run

    @Test
    void aNewRunEndsTheOneBeforeAndNothingMoreIsToldOfIt() throws Exception {
        service.open(LONG, SLOW);
        events.at(midEpoch(), () -> {
            events.forget();
            service.open(TINY, CONFIG);
            service.trainUntil(5);
        });
        service.trainUntil(2);
        events.await(RunState.FINISHED);
        assertThat(events.steps()).containsExactly("READY", "opened", "TRAINING", "1", "2", "3", "4", "5", "FINISHED");
        assertThat(losses(events.results())).isEqualTo(undisturbed(TINY, CONFIG));
        assertThat(runs).hasSize(2);
    }

    @Test
    void ofManyRunsInARowTheLastIsMadeAndTheOthersLeaveNothing() {
        for (int latent = 1; latent <= 100; latent++) {
            service.open(LONG, SLOW.withLatent(latent));
        }
        service.trainOneEpoch();
        events.await(epoch(1), TrainingEvent.EpochDone.class);
        assertThat(runs.getLast().model().latent()).isEqualTo(100);
        assertThat(runs).hasSizeLessThan(100);
    }

    @Test
    void commandsWithoutARunDoNothing() {
        service.trainUntil(5);
        service.trainOneEpoch();
        service.pause();
        service.stop();
        service.setLearningRate(1);
        service.setPlannedEpochs(3);
        service.close();
        assertThat(events.steps()).isEmpty();
    }

    // ---- what goes wrong

    @Test
    void aLossThatIsNoNumberEndsTheRunWithASentenceThatNamesEpochAndRate() {
        service.open(TINY, CONFIG);
        events.at(epoch(2), () -> service.setLearningRate(1e38));
        service.trainUntil(5);
        TrainingEvent.StateChanged diverged = events.await(RunState.DIVERGED);
        assertThat(new Messages(Locale.ENGLISH).text(diverged.error().sentence()))
                .contains("epoch 3")
                .contains("100000000000000000000000000000000000000")
                .contains("lower the rate");
        assertThat(runs.getFirst().epochs().count()).isEqualTo(3);
        assertThat(runs.getFirst().latent(2)).isNotEmpty();
        events.forget();
        service.trainUntil(5);
        service.open(TINY, CONFIG);
        service.trainUntil(1);
        events.await(RunState.FINISHED);
        assertThat(events.steps()).containsExactly("READY", "opened", "TRAINING", "1", "FINISHED");
    }

    @Test
    void aScratchFolderThatCannotBeWrittenToIsNamedAndAnotherTryIsPossible() throws IOException {
        Path inTheWay = Files.createFile(scratch.resolve("file"));
        Path folder = inTheWay.resolve("scratch");
        Recorder recorder = new Recorder();
        try (TrainingService failing = new TrainingService(folder, recorder)) {
            failing.open(TINY, CONFIG);
            failing.trainUntil(5);
            TrainingEvent.StateChanged failed = recorder.await(RunState.FAILED);
            assertThat(new Messages(Locale.ENGLISH).text(failed.error().sentence()))
                    .contains(folder.toString());
            assertThat(recorder.steps()).containsExactly("READY", "FAILED");

            Files.delete(inTheWay);
            recorder.forget();
            failing.open(TINY, CONFIG);
            failing.trainUntil(5);
            recorder.await(RunState.FINISHED);
            assertThat(recorder.results()).hasSize(5);
            recorder.awaitRun().close();
        }
        Files.delete(folder);
        Files.delete(inTheWay);
    }

    @Test
    void whatNobodyForesawIsAStateWithASentenceToo() {
        service.open(MadeUpImages.dataset(1, 5, 7), CONFIG);
        service.trainUntil(5);
        TrainingEvent.StateChanged failed = events.await(RunState.FAILED);
        assertThat(new Messages(Locale.ENGLISH).text(failed.error().sentence()))
                .contains("reset")
                .contains("log")
                .doesNotContain("Exception")
                .doesNotContain("1 images");
        service.open(TINY, CONFIG);
        service.trainUntil(1);
        events.await(RunState.FINISHED);
    }

    @Test
    void closingWhileItTrainsEndsBeforeTheNextBatch() {
        service.open(LONG, SLOW);
        service.trainUntil(100_000);
        events.await(midEpoch(), TrainingEvent.EpochProgress.class);
        service.close();
        List<String> steps = events.steps();
        assertThat(steps).endsWith("STOPPED");
        service.trainUntil(100_000);
        service.trainOneEpoch();
        service.open(TINY, CONFIG);
        service.close();
        assertThat(events.results()).hasSizeLessThan(100_000);
    }

    @Test
    void closingWhilePausedEndsToo() {
        service.open(TINY, CONFIG);
        service.trainOneEpoch();
        events.await(RunState.PAUSED);
        service.close();
        assertThat(events.steps()).endsWith("PAUSED", "STOPPED");
    }
}
