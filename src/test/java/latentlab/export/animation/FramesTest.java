package latentlab.export.animation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latentlab.data.SmallDatasets;
import latentlab.engine.model.CodeDistributions;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.export.TrainedRun;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;
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

    private static Frames frames() throws Problem {
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
                    .isEqualTo(frame.paint(result, run.reconstruct(result.epoch(), run.samples()), null));
        }
    }

    @Test
    void haveARowOfSamplesOfThePriorWhereItIsAskedFor(@TempDir Path folder) throws Exception {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(ModelKind.VARIATIONAL)
                .with(Setting.LOSS, Loss.BERNOULLI)
                .withLatent(3)
                .withEpochs(1);
        Map<ExportOption, Integer> options = Map.of(ExportOption.PRIOR, 1);
        try (TrainedRun variational = TrainedRun.of(SmallDatasets.of(100, 30, 8, 8), config, folder)) {
            Run run = variational.run();
            Export.Subject subject = new Export.Subject(run, variational.history(), List.of(), options);
            Look look = Look.of(subject);
            AnimationFrame frame = new AnimationFrame(run.dataset(), run.samples(), 1, ENGLISH, look, null);
            List<int[]> seen = new ArrayList<>();
            try (Frames frames = Frames.of(subject, variational.history(), look, ENGLISH, Progress.NONE)) {
                frames.play(pixels -> seen.add(pixels.clone()));
                assertThat(frames.height()).isEqualTo(frame.height());
            }
            byte[] drawn = run.decode(1, CodeDistributions.drawn(run.samples().length, 3));
            Rectangle tile = frame.tile(2, 2);
            int middle = tile.y + tile.height / 2;
            int scale = tile.height / 8;
            for (int x = 0; x < 8; x++) {
                int grey = drawn[2 * 64 + tile.height / 2 / scale * 8 + x] & 0xFF;
                assertThat(seen.get(1)[middle * frame.width() + tile.x + x * scale])
                        .isEqualTo(grey * 0x010101);
            }
        }
        Export.Subject none = new Export.Subject(trained.run(), trained.history(), List.of(), options);
        assertThatThrownBy(() -> Look.of(none))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.sentence().key()).isEqualTo("export.gif.noPrior"));
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
