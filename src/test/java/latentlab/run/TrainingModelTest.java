package latentlab.run;

import static latentlab.run.Recorder.epoch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.EpochResult;
import latentlab.engine.ModelKind;
import latentlab.engine.TrainingConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model with a real service behind it; commands and looks happen on a thread that stands in for JavaFX's. */
class TrainingModelTest {
    private static final Dataset DATA = MadeUpImages.dataset(50, 5, 7);
    private static final Dataset OTHER_DATA = MadeUpImages.dataset(60, 5, 7);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(8).withEpochs(5);

    @TempDir
    private Path scratch;

    private final UserInterfaceThread ui = new UserInterfaceThread();
    private final TrainingModel model = new TrainingModel(ui);
    /** Hears every event after the model's queue has it. */
    private final Recorder events = new Recorder();

    private TrainingService service;

    @BeforeEach
    void start() {
        service = new TrainingService(scratch, event -> {
            model.post(event);
            events.accept(event);
        });
        ui.run(() -> model.attach(service));
    }

    @AfterEach
    void stop() {
        service.close();
        ui.run(() -> {
            if (run() != null) {
                run().close();
            }
        });
        ui.close();
    }

    private Run run() {
        return model.runProperty().get();
    }

    private RunState state() {
        return model.stateProperty().get();
    }

    private int selected() {
        return model.selectedEpochProperty().get();
    }

    private TrainingConfig settings() {
        return model.settingsProperty().get();
    }

    /** A run with these settings, ready. */
    private void open(TrainingConfig config) {
        ui.run(() -> {
            model.setSettings(config);
            model.setDataset(DATA);
        });
        ui.await(() -> model.history().size() == 1);
    }

    private void train(TrainingConfig config) {
        open(config);
        ui.run(model::train);
        ui.await(() -> state() == RunState.FINISHED);
    }

    private List<Integer> epochs() {
        return model.history().stream().map(EpochResult::epoch).toList();
    }

    private static List<Integer> upTo(int epoch) {
        return IntStream.rangeClosed(0, epoch).boxed().toList();
    }

    // ---- history and selection

    @Test
    void dataMakesARunThatIsReadyAtEpochZero() {
        ui.run(() -> assertThat(run()).isNull());
        open(CONFIG);
        ui.run(() -> {
            assertThat(state()).isEqualTo(RunState.READY);
            assertThat(run().config()).isEqualTo(CONFIG);
            assertThat(run().dataset()).isSameAs(DATA);
            assertThat(epochs()).containsExactly(0);
            assertThat(model.plannedEpochsProperty().get()).isEqualTo(5);
            assertThat(model.settingsPendingProperty().get()).isFalse();
        });
    }

    @Test
    void aTrainingEntersTheHistoryAndLiveFollowsIt() {
        train(CONFIG);
        ui.run(() -> {
            assertThat(epochs()).isEqualTo(upTo(5));
            assertThat(model.liveProperty().get()).isTrue();
            assertThat(selected()).isEqualTo(5);
            assertThat(run().epochs().count()).isEqualTo(6);
            assertThat(model.epochProgressProperty().get()).isZero();
        });
    }

    @Test
    void aPinnedEpochStaysWhileNewOnesComeUntilLiveIsWantedAgain() {
        train(CONFIG);
        List<Integer> looks = new ArrayList<>();
        ui.run(() -> {
            model.select(2);
            assertThat(model.liveProperty().get()).isFalse();
            model.selectedEpochProperty().subscribe(epoch -> looks.add(epoch.intValue()));
            model.train();
        });
        ui.await(() -> model.history().size() == 11);
        ui.run(() -> {
            assertThat(looks).containsExactly(2);
            assertThat(model.liveProperty().get()).isFalse();
            model.goLive();
            assertThat(selected()).isEqualTo(10);
            assertThat(model.liveProperty().get()).isTrue();
            model.select(99);
            assertThat(selected()).isEqualTo(10);
            model.select(-1);
            assertThat(selected()).isZero();
        });
    }

    @Test
    void aNewRunIsLookedAtLive() {
        train(CONFIG);
        ui.run(() -> {
            model.select(2);
            model.reset();
        });
        ui.await(() -> model.history().size() == 1);
        ui.run(() -> {
            assertThat(model.liveProperty().get()).isTrue();
            assertThat(selected()).isZero();
            assertThat(model.rateChanges()).isEmpty();
        });
    }

    @Test
    void noneOfAThousandEpochsIsLostWhileTheScreenHangs() {
        open(CONFIG.withEpochs(1000));
        CountDownLatch hanging = new CountDownLatch(1);
        List<Integer> additions = new ArrayList<>();
        ui.run(() -> {
            model.history().addListener((ListChangeListener<EpochResult>) change -> {
                change.next();
                additions.add(change.getAddedSize());
            });
            model.train();
        });
        ui.execute(() -> awaitUninterrupted(hanging));
        events.await(RunState.FINISHED);
        hanging.countDown();
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> {
            assertThat(epochs()).isEqualTo(upTo(1000));
            assertThat(selected()).isEqualTo(1000);
            // The views are not told a thousand times of what they could not have shown.
            assertThat(additions).hasSizeLessThan(1000);
            assertThat(additions.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1000);
        });
    }

    @Test
    void noneOfAThousandEpochsIsLostOnAScreenThatIsSlowerThanTheTraining() {
        open(CONFIG.withEpochs(1000));
        ui.run(() -> {
            // Each look at an epoch costs several times what it costs to train one.
            model.history().addListener((ListChangeListener<EpochResult>) _ -> {
                for (int i = 0; i < 5; i++) {
                    assertThat(run().latent(model.history().getLast().epoch())).hasSize(25 * 3);
                }
            });
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> assertThat(epochs()).isEqualTo(upTo(1000)));
    }

    @Test
    void otherWorkOfTheScreenGetsItsTurnDuringAFlood() {
        open(CONFIG.withEpochs(TrainingConfig.MAX_EPOCHS));
        ui.run(model::train);
        ui.await(() -> model.history().size() > 1000);
        ui.run(model::pause);
        ui.await(() -> state() == RunState.PAUSED);
    }

    @Test
    void everyEpochCanBeLookedAtWhileTrainingGoesOn() {
        open(CONFIG.withEpochs(TrainingConfig.MAX_EPOCHS));
        ui.run(model::train);
        ui.await(() -> model.history().size() > 10);
        Run run = ui.get(this::run);
        for (int i = 0; i < 300; i++) {
            int size = ui.get(() -> model.history().size());
            int look = i % size;
            assertThat(run.latent(look, 3)).isEqualTo(run.latent(look, 3));
            assertThat(run.reconstruct(size - 1, run.samples()).count()).isEqualTo(10);
        }
        ui.run(() -> assertThat(state()).isEqualTo(RunState.TRAINING));
    }

    // ---- settings

    @Test
    void settingsMakeAnUntrainedRunAnewAtOnce() {
        open(CONFIG);
        ui.run(() -> model.setSettings(CONFIG.withLatent(7).withKind(ModelKind.TIED)));
        ui.await(() -> run().model().latent() == 7);
        ui.run(() -> {
            assertThat(model.settingsPendingProperty().get()).isFalse();
            model.setDataset(OTHER_DATA);
        });
        ui.await(() -> run().dataset() == OTHER_DATA);
        ui.run(() -> model.setSettings(settings().withEpochs(9).withLearningRate(0.5)));
        ui.await(() -> run().config().learningRate() == 0.5);
        ui.run(() -> {
            assertThat(model.plannedEpochsProperty().get()).isEqualTo(9);
            assertThat(model.rateChanges()).isEmpty();
            assertThat(epochs()).containsExactly(0);
        });
    }

    @Test
    void whatOnlyANewRunCanTakeWaitsForItAndDisturbsNothing() {
        train(CONFIG);
        ui.run(() -> {
            Run run = run();
            for (TrainingConfig other : List.of(
                    CONFIG.withLatent(4),
                    CONFIG.withKind(ModelKind.TIED),
                    CONFIG.withBatch(9),
                    CONFIG.withSeed(9),
                    CONFIG.withShuffle(true))) {
                model.setSettings(other);
                assertThat(model.settingsPendingProperty().get())
                        .as("%s", other)
                        .isTrue();
                model.setSettings(CONFIG);
                assertThat(model.settingsPendingProperty().get()).isFalse();
            }
            model.setDataset(OTHER_DATA);
            assertThat(model.settingsPendingProperty().get()).isTrue();
            model.setSettings(CONFIG.withLatent(4));
            assertThat(run()).isSameAs(run);
            assertThat(state()).isEqualTo(RunState.FINISHED);
            model.train();
        });
        ui.await(() -> model.history().size() == 11);
        ui.run(() -> {
            assertThat(run().model().latent()).isEqualTo(3);
            assertThat(run().dataset()).isSameAs(DATA);
            assertThat(model.settingsPendingProperty().get()).isTrue();
            model.reset();
            assertThat(model.settingsPendingProperty().get()).isFalse();
        });
        ui.await(() -> run().model().latent() == 4);
        ui.run(() -> assertThat(run().dataset()).isSameAs(OTHER_DATA));
    }

    @Test
    void aNewRateReachesTheRunAndIsRecordedWithItsEpoch() {
        open(CONFIG);
        ui.run(model::trainOneEpoch);
        ui.await(() -> state() == RunState.PAUSED);
        ui.run(() -> {
            model.setSettings(CONFIG.withLearningRate(0.1));
            assertThat(model.settingsPendingProperty().get()).isFalse();
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> {
            assertThat(model.rateChanges()).containsExactly(new RateChange(2, 0.01, 0.1));
            assertThat(model.history().stream().map(EpochResult::learningRate))
                    .containsExactly(0.01, 0.01, 0.1, 0.1, 0.1, 0.1);
        });
    }

    @Test
    void changesOfTheRateWithinAnEpochAreOneAndNoneIfTheyLeadBack() {
        ui.run(() -> {
            List.of(
                            new RateChange(3, 0.1, 0.2),
                            new RateChange(3, 0.2, 0.3),
                            new RateChange(5, 0.3, 0.4),
                            new RateChange(5, 0.4, 0.3),
                            new RateChange(6, 0.3, 0.1))
                    .forEach(change -> model.post(new TrainingEvent.RateChanged(change)));
        });
        ui.run(() -> assertThat(model.rateChanges())
                .containsExactly(new RateChange(3, 0.1, 0.3), new RateChange(6, 0.3, 0.1)));
    }

    @Test
    void aChangeOfTheRateInADroppedEpochWaitsForTheEpochToBeTrained() {
        open(CONFIG);
        ui.run(model::trainOneEpoch);
        ui.await(() -> state() == RunState.PAUSED);
        events.at(event -> event instanceof TrainingEvent.RateChanged, service::stop);
        ui.run(() -> {
            model.setSettings(CONFIG.withLearningRate(0.1));
            model.train();
        });
        ui.await(() -> state() == RunState.STOPPED);
        ui.run(() -> {
            assertThat(epochs()).isEqualTo(upTo(1));
            assertThat(model.rateChanges()).isEmpty();
            model.setSettings(CONFIG.withLearningRate(0.2));
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> assertThat(model.rateChanges()).containsExactly(new RateChange(2, 0.01, 0.2)));
    }

    @Test
    void theNumberOfEpochsReachesTheRunUnderWay() {
        open(CONFIG.withEpochs(TrainingConfig.MAX_EPOCHS));
        ui.run(model::train);
        ui.await(() -> model.history().size() > 20);
        ui.run(() -> {
            model.setSettings(settings().withEpochs(10));
            assertThat(model.settingsPendingProperty().get()).isFalse();
        });
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> {
            assertThat(model.plannedEpochsProperty().get())
                    .isEqualTo(model.history().size() - 1);
            assertThat(model.history()).hasSizeLessThan(TrainingConfig.MAX_EPOCHS);
        });
    }

    // ---- commands

    @Test
    void aFinishedRunTrainsAsManyAgain() {
        train(CONFIG);
        ui.run(() -> {
            model.setSettings(CONFIG.withEpochs(3));
            assertThat(model.plannedEpochsProperty().get()).isEqualTo(5);
            model.train();
        });
        ui.await(() -> model.history().size() == 9 && state() == RunState.FINISHED);
        ui.run(() -> assertThat(model.plannedEpochsProperty().get()).isEqualTo(8));
    }

    @Test
    void oneEpochThenPauseThenTheRest() {
        open(CONFIG);
        for (int e = 1; e <= 3; e++) {
            int done = e;
            ui.run(model::trainOneEpoch);
            ui.await(() -> state() == RunState.PAUSED && model.history().size() == done + 1);
        }
        ui.run(model::train);
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> assertThat(epochs()).isEqualTo(upTo(5)));
    }

    @Test
    void aStoppedRunKeepsItsEpochsAndContinues() {
        open(CONFIG.withEpochs(TrainingConfig.MAX_EPOCHS));
        ui.run(model::train);
        ui.await(() -> model.history().size() > 3);
        ui.run(model::stop);
        ui.await(() -> state() == RunState.STOPPED);
        int kept = ui.get(() -> model.history().size());
        assertThat(kept).isGreaterThan(3);
        ui.run(model::train);
        ui.await(() -> model.history().size() > kept);
        ui.run(() -> {
            assertThat(epochs()).isEqualTo(upTo(model.history().size() - 1));
            assertThat(model.plannedEpochsProperty().get()).isEqualTo(TrainingConfig.MAX_EPOCHS);
        });
    }

    @Test
    void aRunStoppedBeforeItsFirstEpochIsUntrained() {
        open(CONFIG);
        events.at(Recorder.state(RunState.TRAINING), service::stop);
        ui.run(model::train);
        ui.await(() -> state() == RunState.STOPPED);
        ui.run(() -> model.setSettings(CONFIG.withLatent(4)));
        ui.await(() -> run().model().latent() == 4);
        ui.run(() -> {
            assertThat(state()).isEqualTo(RunState.READY);
            assertThat(model.settingsPendingProperty().get()).isFalse();
        });
    }

    @Test
    void aDivergedRunSaysWhyCanBeLookedAtAndStartsOver() {
        open(CONFIG);
        events.at(epoch(2), () -> service.setLearningRate(1e38));
        ui.run(model::train);
        ui.await(() -> state() == RunState.DIVERGED);
        ui.run(() -> {
            assertThat(model.errorProperty().get().sentence().key()).isEqualTo("run.diverged");
            assertThat(epochs()).isEqualTo(upTo(2));
            assertThat(run().latent(2)).isNotEmpty();
            model.train();
            model.trainOneEpoch();
            assertThat(state()).isEqualTo(RunState.DIVERGED);
            model.reset();
            assertThat(state()).isEqualTo(RunState.READY);
            assertThat(model.errorProperty().get()).isNull();
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> assertThat(epochs()).isEqualTo(upTo(5)));
    }

    @Test
    void aRunThatCannotBeMadeLeavesTheOneBefore() throws IOException {
        train(CONFIG);
        // From here on no scratch file can be made: a file is where the folder was.
        Path aside = scratch.resolveSibling(scratch.getFileName() + "-aside");
        Files.move(scratch, aside);
        Files.createFile(scratch);
        ui.run(model::reset);
        ui.await(() -> state() == RunState.FAILED);
        ui.run(() -> {
            assertThat(model.errorProperty().get().sentence().key()).isEqualTo("run.scratch");
            assertThat(epochs()).isEqualTo(upTo(5));
            assertThat(run().latent(5)).isNotEmpty();
        });
        Files.delete(scratch);
        Files.move(aside, scratch);
        ui.run(model::reset);
        ui.await(() -> model.history().size() == 1);
        ui.run(() -> assertThat(state()).isEqualTo(RunState.READY));
    }

    // ---- commands and settings that come before the events they rest on

    @Test
    void aPauseRightAfterTrainIsNotLost() {
        open(CONFIG.withEpochs(TrainingConfig.MAX_EPOCHS));
        ui.run(() -> {
            model.train();
            assertThat(state()).isEqualTo(RunState.READY);
            model.pause();
        });
        ui.await(() -> state() == RunState.PAUSED);
    }

    @Test
    void trainPressedTwiceTrainsThePlannedEpochs() {
        open(CONFIG);
        ui.run(() -> {
            model.train();
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED);
        service.close();
        ui.run(() -> assertThat(epochs()).isEqualTo(upTo(5)));
    }

    @Test
    void stopThenTrainTrains() {
        open(CONFIG);
        ui.run(() -> {
            model.train();
            model.stop();
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> assertThat(epochs()).isEqualTo(upTo(5)));
    }

    @Test
    void trainRightAfterResetTrainsTheNewRun() {
        train(CONFIG);
        ui.run(() -> {
            model.setSettings(CONFIG.withEpochs(2).withLatent(4));
            model.reset();
            // It can not have come yet: this thread is here.
            assertThat(state()).isEqualTo(RunState.READY);
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED && run().model().latent() == 4);
        ui.run(() -> {
            assertThat(epochs()).isEqualTo(upTo(2));
            assertThat(model.plannedEpochsProperty().get()).isEqualTo(2);
        });
    }

    @Test
    void settingsChangedBetweenResetAndTheNewRunAreTheNewRuns() {
        train(CONFIG);
        ui.run(() -> {
            model.reset();
            model.setSettings(CONFIG.withLatent(4));
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED && run().model().latent() == 4);
        ui.run(() -> {
            assertThat(epochs()).isEqualTo(upTo(5));
            assertThat(model.settingsPendingProperty().get()).isFalse();
        });
    }

    @Test
    void settingsChangedAfterTrainWaitThoughTheNewRunHasNotComeYet() {
        train(CONFIG);
        ui.run(() -> {
            model.reset();
            model.train();
            model.setSettings(CONFIG.withLatent(4));
            assertThat(model.settingsPendingProperty().get()).isTrue();
        });
        // The history shrinks to the new run's epoch 0 on the way.
        events.await(RunState.FINISHED);
        ui.await(() -> state() == RunState.FINISHED && model.history().size() == 6);
        ui.run(() -> {
            assertThat(run().model().latent()).isEqualTo(3);
            assertThat(model.settingsPendingProperty().get()).isTrue();
        });
    }

    @Test
    void eventsOfTheOldRunDoNotReachTheNewOne() {
        open(CONFIG.withEpochs(TrainingConfig.MAX_EPOCHS));
        ui.run(model::train);
        ui.await(() -> model.history().size() > 3);
        CountDownLatch hanging = new CountDownLatch(1);
        ui.execute(() -> {
            // Meanwhile epochs gather that the model has not seen.
            awaitUninterrupted(hanging);
            model.reset();
            assertThat(state()).isEqualTo(RunState.READY);
        });
        events.forget();
        events.await(event -> event instanceof TrainingEvent.EpochDone, TrainingEvent.EpochDone.class);
        hanging.countDown();
        ui.await(() -> model.history().size() == 1);
        ui.run(() -> assertThat(state()).isEqualTo(RunState.READY));
    }

    @Test
    void aListenerMayStartANewRun() {
        open(CONFIG);
        ui.run(() -> {
            model.stateProperty().subscribe(now -> {
                if (now == RunState.FINISHED && settings().latent() == 3) {
                    model.setSettings(CONFIG.withLatent(4));
                    model.reset();
                    model.train();
                }
            });
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED
                && run().model().latent() == 4
                && model.history().size() == 6);
    }

    @Test
    void anotherThreadIsRefused() {
        open(CONFIG);
        assertThatThrownBy(model::train).isInstanceOf(AssertionError.class);
    }

    // ---- what is left behind

    @Test
    void aSliderDraggedBackAndForthLeavesNoFilesAndNoMemoryBehind() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeThat(descriptors).as("a list of open files, as Linux has it").exists();
        Dataset images = MadeUpImages.dataset(1000, 28, 28);
        ui.run(() -> {
            model.setSettings(CONFIG.withLatent(20));
            model.setDataset(images);
        });
        drag(20);
        long before = residentMegabytes();
        drag(200);
        // Two hundred trainers of these take 2 GB.
        assertThat(residentMegabytes() - before).as("growth of the process, MB").isLessThan(400);
        // They are closed in the background.
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (scratchFiles(descriptors) > 1 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(scratchFiles(descriptors)).isEqualTo(1);
    }

    /** Waits for each tenth run, so that some are made and some are skipped. */
    private void drag(int times) {
        for (int i = 0; i < times; i++) {
            int latent = 100 + i % 28;
            ui.run(() -> {
                model.setSettings(settings().withLatent(latent));
                model.setDataset(model.datasetProperty().get());
            });
            if (i % 2 == 1) {
                ui.await(() -> run() != null && run().model().latent() == latent);
                // A look at it takes the memory of the run's own, too.
                ui.run(() -> run().latent(0));
            }
        }
    }

    private static long residentMegabytes() throws IOException {
        String pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[1];
        return Long.parseLong(pages) * 4 / 1024;
    }

    private static long scratchFiles(Path descriptors) {
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.filter(descriptor -> target(descriptor).contains(".epochs"))
                    .count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
