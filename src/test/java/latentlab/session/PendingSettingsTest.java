package latentlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import org.junit.jupiter.api.Test;

/** Which settings a run takes at once, and which wait for the next. */
class PendingSettingsTest extends ModelWithService {
    private static final Dataset OTHER_DATA = MadeUpImages.dataset(60, 5, 7);

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
    void theDefaultBatchGoesWithTheNumberOfImagesAndAChosenOneStays() {
        Dataset many = MadeUpImages.dataset(300, 5, 7);
        open(TrainingConfig.DEFAULT.withEpochs(2));
        ui.run(() -> {
            model.setDataset(many);
            assertThat(settings().batch()).isEqualTo(128);
            model.setDataset(OTHER_DATA);
            assertThat(settings().batch()).isEqualTo(4);
            model.setDataset(many);
            assertThat(settings().batch()).isEqualTo(128);
            model.setSettings(settings().withBatch(64));
            model.setDataset(OTHER_DATA);
            assertThat(settings().batch()).isEqualTo(64);
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
    void aChangeOfTheRateInADroppedEpochWaitsForTheEpochToBeTrained() {
        open(CONFIG);
        ui.run(model::trainOneEpoch);
        ui.await(() -> state() == RunState.PAUSED);
        events.at(event -> event instanceof RunEvent.RateChanged, service::stop);
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

    @Test
    void settingsThatAreRefusedLeaveTheRunAndTrainNothingElseInstead() {
        Dataset large = MadeUpImages.dataset(10, 512, 512);
        TrainingConfig most = CONFIG.with(Setting.HIDDEN, Collections.nCopies(6, new HiddenLayer.Dense(2048)));
        ui.run(() -> {
            model.setSettings(CONFIG);
            model.setDataset(large);
        });
        ui.await(() -> model.history().size() == 1);
        Run before = run();
        ui.run(() -> {
            model.setSettings(most);
            assertThat(model.refusalProperty().get()).isNotNull();
            assertThat(model.settingsPendingProperty().get()).isTrue();
            model.train();
            model.trainOneEpoch();
            assertThat(state()).isEqualTo(RunState.READY);
            assertThat(run()).isSameAs(before);
            assertThat(model.startOver(most)).isFalse();
            model.setSettings(CONFIG.withLatent(2));
            assertThat(model.refusalProperty().get()).isNull();
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED);
        assertThat(run().config()).isEqualTo(CONFIG.withLatent(2));
    }

    @Test
    void firstDataThatAreRefusedWaitForSettingsThatFit() {
        ui.run(() -> {
            model.setSettings(CONFIG.with(Setting.HIDDEN, Collections.nCopies(6, new HiddenLayer.Dense(2048))));
            model.setDataset(MadeUpImages.dataset(10, 512, 512));
            assertThat(model.refusalProperty().get()).isNotNull();
            model.train();
            model.setSettings(CONFIG);
        });
        ui.await(() -> model.history().size() == 1);
    }
}
