package latentlab.export.animation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latentlab.data.SmallDatasets;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.TrainedRun;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final int EPOCHS = 9;

    @TempDir
    static Path scratch;

    private static TrainedRun trained;

    @BeforeAll
    static void train() throws InterruptedException {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(4).withBatch(20).withEpochs(EPOCHS);
        trained = TrainedRun.of(SmallDatasets.of(100, 30, 8, 8), config, scratch);
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    private static Frames frames() {
        Export.Subject subject = new Export.Subject(trained.run(), trained.history(), List.of(), Map.of());
        return Frames.of(subject, trained.history(), Look.of(subject), ENGLISH, Progress.NONE);
    }

    /** Until it is painted, so that it would lie over this one if there were no room for both. */
    private static void awaitTheNext() {
        Thread painter = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("frames"))
                .findFirst()
                .orElseThrow();
        while (painter.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void assertThatNoThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("frames")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void areTheSameAsIfOneThreadPaintedThem() throws Exception {
        List<int[]> seen = new ArrayList<>();
        try (Frames frames = frames()) {
            frames.play(pixels -> {
                awaitTheNext();
                seen.add(pixels.clone());
            });
        }
        Run run = trained.run();
        Look look = Look.of(new Export.Subject(run, trained.history(), List.of(), Map.of()));
        AnimationFrame frame = new AnimationFrame(run.dataset(), run.samples(), EPOCHS, ENGLISH, look, null);
        assertThat(seen).hasSize(EPOCHS + 1);
        for (EpochResult result : trained.history()) {
            assertThat(seen.get(result.epoch()))
                    .isEqualTo(frame.paint(result, run.reconstruct(result.epoch(), run.samples())));
        }
    }

    @Test
    void leaveNoThreadBehindWhoeverFails() throws Exception {
        assertThatThrownBy(() -> {
                    try (Frames frames = frames()) {
                        frames.play(pixels -> {
                            throw new IOException("the disk is full");
                        });
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");

        assertThatNoThreadIsLeft();
    }

    /** What has happened on the other thread is told as if it had happened on this one. */
    @Test
    void tellWhatPreventsPainting() throws Exception {
        Export.Subject subject = new Export.Subject(trained.run(), trained.history(), List.of(), Map.of());
        List<EpochResult> neverTrained = List.of(new EpochResult(EPOCHS + 1, 0, 0, 0, 0));
        assertThatThrownBy(() -> {
                    try (Frames frames = Frames.of(subject, neverTrained, Look.of(subject), ENGLISH, Progress.NONE)) {
                        frames.play(pixels -> {});
                    }
                })
                .isInstanceOf(IndexOutOfBoundsException.class);

        assertThatNoThreadIsLeft();
    }
}
