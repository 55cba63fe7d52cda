package latentlab.run;

import static latentlab.run.Recorder.epoch;
import static latentlab.run.Recorder.midEpoch;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import latentlab.MadeUpImages;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;

/** A run that gives way to another, goes wrong, or is closed. */
class TrainingServiceEndsTest extends ServiceWithEvents {
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
        events.await(epoch(1), RunEvent.EpochDone.class);
        assertThat(runs.getLast().model().latent()).isEqualTo(100);
        assertThat(runs).hasSizeLessThan(100);
    }

    /** The most hidden units there may be, and images of the largest size: five gigabytes, and of them eight. */
    @Test
    void aRunThereIsNoMemoryForIsRefusedAndTheOneUnderWayGoesOn() throws Exception {
        TrainingConfig most = CONFIG.with(Setting.HIDDEN, Collections.nCopies(6, new HiddenLayer.Dense(2048)));
        service.open(TINY, CONFIG);
        events.at(
                midEpoch(),
                () -> assertThat(service.open(MadeUpImages.dataset(10, 512, 512), most))
                        .isNull());
        service.trainUntil(5);
        events.await(RunState.FINISHED);
        assertThat(events.steps())
                .containsExactly("READY", "opened", "TRAINING", "refused", "1", "2", "3", "4", "5", "FINISHED");
        assertThat(losses(events.results())).isEqualTo(undisturbed(TINY, CONFIG));
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

    @Test
    void aLossThatIsNoNumberEndsTheRunWithASentenceThatNamesEpochAndRate() {
        service.open(TINY, CONFIG);
        events.at(epoch(2), () -> service.setLearningRate(1e38));
        service.trainUntil(5);
        RunEvent.StateChanged diverged = events.await(RunState.DIVERGED);
        assertThat(new Messages(Locale.ENGLISH).text(diverged.why().sentence()))
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
            RunEvent.StateChanged failed = recorder.await(RunState.FAILED);
            assertThat(new Messages(Locale.ENGLISH).text(failed.why().sentence()))
                    .contains(folder.toString());
            assertThat(recorder.steps()).containsExactly("READY", "FAILED");

            Files.delete(inTheWay);
            recorder.forget();
            failing.open(TINY, CONFIG);
            failing.trainUntil(5);
            recorder.await(RunState.FINISHED);
            assertThat(recorder.results()).hasSize(5);
            failing.runs().close();
        }
        Files.delete(folder);
        Files.delete(inTheWay);
    }

    @Test
    void whatNobodyForesawIsAStateWithASentenceToo() {
        service.open(MadeUpImages.dataset(1, 5, 7), CONFIG);
        service.trainUntil(5);
        RunEvent.StateChanged failed = events.await(RunState.FAILED);
        assertThat(new Messages(Locale.ENGLISH).text(failed.why().sentence()))
                .contains("train a new run")
                .contains("log")
                .contains("1 images cannot be trained on")
                .doesNotContain("Exception");
        service.open(TINY, CONFIG);
        service.trainUntil(1);
        events.await(RunState.FINISHED);
    }

    @Test
    void closingWhileItTrainsEndsBeforeTheNextBatch() {
        service.open(LONG, SLOW);
        service.trainUntil(100_000);
        events.await(midEpoch(), RunEvent.EpochProgress.class);
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
