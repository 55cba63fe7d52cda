package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentlab.MadeUpImages;
import latentlab.app.SmallDisk;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk with room for half an epoch more, which is then freed: what has been trained is kept, and nothing is trained
 * twice.
 */
class FullDiskTest {
    private static final Dataset DATA = MadeUpImages.dataset(50, 28, 28);
    /** An epoch of it is 787 KB. */
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(128).withBatch(8).withEpochs(4).withShuffle(true);

    @TempDir
    private Path folder;

    private final Recorder events = new Recorder();
    private SmallDisk disk;
    private TrainingService service;
    private Run run;

    @BeforeEach
    void fillTheDisk() throws Exception {
        disk = new SmallDisk(folder.resolve("disk"), 8);
        service = new TrainingService(disk.folder(), event -> {
            events.accept(event);
        });
        service.open(DATA, CONFIG);
        run = service.runs().get(events.awaitRun());
        disk.fill(500_000);
        service.trainUntil(4);
        RunEvent.StateChanged paused = events.await(RunState.PAUSED);
        assertThat(new Messages(Locale.ENGLISH).text(paused.why().sentence()))
                .contains("Epoch 1", disk.folder().toString(), "disk is full", "press Resume");
        assertThat(events.steps()).containsExactly("READY", "opened", "TRAINING", "PAUSED");
        assertThat(run.epochs().read(0)).isEqualTo(run.model().initialParameters(CONFIG.seed()));
    }

    @AfterEach
    void close() throws Exception {
        if (service != null) {
            service.close();
            service.runs().close();
            disk.close();
        }
    }

    private void assertAsIfNothingHadBeen() throws Exception {
        events.await(RunState.FINISHED);
        assertThat(ServiceWithEvents.losses(events.results())).isEqualTo(ServiceWithEvents.undisturbed(DATA, CONFIG));
        assertThat(run.epochs().count()).isEqualTo(5);
        assertThat(run.epochs().read(1)).isNotEqualTo(run.epochs().read(0));
        assertThat(run.latent(4)).isNotEmpty();
    }

    @Test
    void itGoesOnOnceThereIsRoom() throws Exception {
        disk.empty();
        service.trainUntil(4);
        assertAsIfNothingHadBeen();
        assertThat(events.steps())
                .containsExactly("READY", "opened", "TRAINING", "PAUSED", "TRAINING", "1", "2", "3", "4", "FINISHED");
    }

    @Test
    void itGoesOnAfterAStopToo() throws Exception {
        service.stop();
        events.await(RunState.STOPPED);
        assertThat(run.epochs().count()).isEqualTo(1);
        disk.empty();
        service.trainUntil(4);
        assertAsIfNothingHadBeen();
        assertThat(events.steps()).endsWith("PAUSED", "STOPPED", "TRAINING", "1", "2", "3", "4", "FINISHED");
    }

    @Test
    void aRunThatTakesItsPlaceIsNotHeldUp() {
        service.open(DATA, CONFIG.withLatent(2));
        service.trainUntil(2);
        events.await(RunState.FINISHED);
        List<String> steps = events.steps();
        assertThat(steps.subList(4, steps.size())).containsExactly("READY", "opened", "TRAINING", "1", "2", "FINISHED");
    }

    @Test
    void aRunWhoseFewestEpochsWouldNotFitIsRefusedInNumbers() {
        service.open(DATA, CONFIG);
        RunEvent.StateChanged failed = events.await(RunState.FAILED);
        assertThat(new Messages(Locale.ENGLISH).text(failed.why().sentence()))
                .contains("takes 788 kB", "4 MB", disk.folder().toString(), " kB free");
        assertThat(run.latent(0)).isNotEmpty();
    }
}
