package latentlab.session;

import static latentlab.run.Recorder.epoch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Recorder;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Commands, those too that come before the events they rest on. */
class TrainingCommandsTest extends ModelWithService {
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
            assertThat(model.faultProperty().get().sentence().key()).isEqualTo("run.diverged");
            assertThat(epochs()).isEqualTo(upTo(2));
            assertThat(run().latent(2)).isNotEmpty();
            model.train();
            model.trainOneEpoch();
            assertThat(state()).isEqualTo(RunState.DIVERGED);
            model.reset();
            assertThat(state()).isEqualTo(RunState.READY);
            assertThat(model.faultProperty().get()).isNull();
            model.train();
        });
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> assertThat(epochs()).isEqualTo(upTo(5)));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "moves and removes no file that is open")
    void aRunThatCannotBeMadeLeavesTheOneBefore() throws IOException {
        train(CONFIG);
        // From here on no scratch file can be made: a file is where the folder was.
        Path aside = scratch.resolveSibling(scratch.getFileName() + "-aside");
        Files.move(scratch, aside);
        Files.createFile(scratch);
        ui.run(model::reset);
        ui.await(() -> state() == RunState.FAILED);
        ui.run(() -> {
            assertThat(model.faultProperty().get().sentence().key()).isEqualTo("run.scratch");
            assertThat(epochs()).isEqualTo(upTo(5));
            assertThat(run().latent(5)).isNotEmpty();
        });
        Files.delete(scratch);
        Files.move(aside, scratch);
        ui.run(model::reset);
        ui.await(() -> model.history().size() == 1);
        ui.run(() -> assertThat(state()).isEqualTo(RunState.READY));
    }

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
        events.await(event -> event instanceof RunEvent.EpochDone, RunEvent.EpochDone.class);
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
}
