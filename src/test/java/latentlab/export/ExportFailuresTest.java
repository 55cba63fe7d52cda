package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import latentlab.data.SmallDatasets;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever can be exported, and whatever goes wrong: one sentence, no half of a file, and what was there stays. */
class ExportFailuresTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    @TempDir
    static Path scratch;

    private static TrainedRun trained;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws InterruptedException {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(4).withBatch(20).withEpochs(3);
        trained = TrainedRun.of(SmallDatasets.of(100, 30, 8, 8), config, scratch);
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    static List<Export> everything() {
        return ExportCatalogue.ALL;
    }

    private static void write(Export export, Path file, Progress progress) throws Problem {
        Export.Subject subject = new Export.Subject(trained.run(), trained.history(), List.of(), Map.of());
        export.writer().write(file, subject, ENGLISH, progress);
    }

    /** @return a file that is in the place of the one to write */
    private Path old(Export export) throws IOException {
        needed(export);
        return Files.writeString(folder.resolve(export.fileName()), "old");
    }

    private static void needed(Export export) {
        assumeTrue(export != ExportCatalogue.MP4 || FfmpegHere.found(), "there is no ffmpeg");
    }

    private void assertUnharmed(Path file) throws IOException {
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static String refused(Export export, Path file) {
        Problem[] problem = new Problem[1];
        assertThatThrownBy(() -> write(export, file, Progress.NONE))
                .isInstanceOfSatisfying(Problem.class, caught -> problem[0] = caught);
        assertThat(new Messages(Locale.JAPANESE).text(problem[0].sentence())).contains(file.toString());
        return ENGLISH.text(problem[0].sentence());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void aFullDiskIsSaidWhereverItIsFull(Export export) throws Exception {
        Path file = old(export);
        write(export, folder.resolve("whole"), Progress.NONE);
        long whole = Files.size(folder.resolve("whole"));
        Files.delete(folder.resolve("whole"));
        // Zips differ by some bytes from one time to the next.
        for (long room : List.of(0L, 1L, whole / 3, whole / 2, whole - Math.max(1, whole / 20))) {
            Path onDisk = SmallDisk.of(folder, room).resolve(export.fileName());

            assertThat(refused(export, onDisk)).contains(file.toString(), "disk is full");

            assertUnharmed(file);
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void oneThatIsCancelledLeavesNothingHoweverFarItHasCome(Export export) throws Exception {
        Path file = old(export);
        int steps = 0;
        while (cancelled(export, file, steps + 1)) {
            steps++;
            assertUnharmed(file);
        }
        if (export.animated()) {
            assertThat(steps).as("places at which it can be cancelled").isPositive();
        }
    }

    /** Whether it was not done before that step of its progress: there may be fewer of them each time. */
    private static boolean cancelled(Export export, Path file, int step) throws Problem {
        AtomicInteger left = new AtomicInteger(step);
        try {
            write(export, file, (_, _) -> {
                if (left.decrementAndGet() == 0) {
                    throw new CancellationException();
                }
            });
            return false;
        } catch (CancellationException _) {
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whatIsWrongWithThePlaceIsSaid(Export export) throws Exception {
        Path file = old(export);

        assertThat(refused(export, folder.resolve("nowhere").resolve("a"))).contains("no folder");
        assertThat(refused(export, file.resolve("a"))).contains("not a folder");
        assertThat(refused(export, folder)).contains("is a folder");

        assertUnharmed(file);
    }
}
