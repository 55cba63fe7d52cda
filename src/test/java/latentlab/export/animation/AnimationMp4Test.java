package latentlab.export.animation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import latentlab.data.SmallDatasets;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.export.FfmpegHere;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A script in the place of ffmpeg says how it was called, and writes what it was given as the video. */
@DisabledOnOs(OS.WINDOWS)
class AnimationMp4Test {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    private static final String FAKE = """
            #!/bin/sh
            if [ "$2" = -encoders ]; then
                echo ' V....D ENCODER  an encoder'
                exit 0
            fi
            printf '%s\\n' "$@" > "$0.called"
            for last; do :; done
            cat > "$last"
            exit CODE
            """;

    @TempDir
    static Path scratch;

    private static TrainedRun trained;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws InterruptedException {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(4).withBatch(20).withEpochs(2);
        trained = TrainedRun.of(SmallDatasets.of(100, 30, 8, 8), config, scratch);
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    private static Export.Subject subject() {
        return new Export.Subject(trained.run(), trained.history(), List.of(), Map.of());
    }

    private String ffmpeg(String encoder, int code) throws Exception {
        Path program = folder.resolve("ffmpeg-fake");
        Files.writeString(program, FAKE.replace("ENCODER", encoder).replace("CODE", Integer.toString(code)));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.toString();
    }

    private List<String> called() throws Exception {
        return Files.readAllLines(folder.resolve("ffmpeg-fake.called"));
    }

    @Test
    void givesItTheFramesAsTheyAreAndSaysWhatTheyAre() throws Exception {
        Path file = folder.resolve("a.mp4");

        AnimationMp4.write(file, subject(), ENGLISH, Progress.NONE, ffmpeg("libx264", 0));

        try (Frames frames = Frames.of(subject(), trained.history(), Look.of(subject()), ENGLISH, Progress.NONE)) {
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            frames.play(pixels -> {
                for (int rgb : pixels) {
                    expected.write(rgb >> 16);
                    expected.write(rgb >> 8);
                    expected.write(rgb);
                }
            });
            assertThat(Files.readAllBytes(file)).isEqualTo(expected.toByteArray());
            assertThat(called())
                    .containsSequence("-video_size", frames.width() + "x" + frames.height(), "-framerate", "1000/150")
                    .containsSequence("-c:v", "libx264")
                    .anyMatch(word -> word.startsWith("comment={\"program\"")
                            && word.contains(trained.run().id()));
        }
    }

    @Test
    void takesAnotherEncoderWhereThereIsNoH264() throws Exception {
        AnimationMp4.write(folder.resolve("a.mp4"), subject(), ENGLISH, Progress.NONE, ffmpeg("mpeg4", 0));

        assertThat(called()).containsSequence("-c:v", "mpeg4");
    }

    @Test
    void withoutItNamesItAndTheApng() {
        Path file = folder.resolve("a.mp4");

        assertThatThrownBy(() -> AnimationMp4.write(
                        file,
                        subject(),
                        ENGLISH,
                        Progress.NONE,
                        folder.resolve("none").toString()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(ENGLISH.text(problem.sentence())).contains("ffmpeg", "APNG"));
        assertThat(file).doesNotExist();
    }

    @Test
    void leavesNothingWhereItFailsOrIsCancelled() throws Exception {
        Path file = folder.resolve("a.mp4");
        Progress impatient = (fraction, what) -> {
            throw new CancellationException();
        };

        assertThatThrownBy(() -> AnimationMp4.write(file, subject(), ENGLISH, Progress.NONE, ffmpeg("mpeg4", 3)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(ENGLISH.text(problem.sentence())).contains("ffmpeg", "exit code 3"));
        assertThatThrownBy(() -> AnimationMp4.write(file, subject(), ENGLISH, impatient, ffmpeg("mpeg4", 0)))
                .isInstanceOf(CancellationException.class);
        assertThat(file).doesNotExist();
    }

    /** It ends before it has read anything, as where its disk is full: a broken pipe says nothing to anybody. */
    @Test
    void saysWhatItSaysItself() throws Exception {
        String program = ffmpeg("mpeg4", 0);
        Files.writeString(
                Path.of(program),
                Files.readString(Path.of(program))
                        .replace("cat > \"$last\"", "echo 'first'; echo 'No space left on device' >&2; exit 1"));

        assertThatThrownBy(
                        () -> AnimationMp4.write(folder.resolve("a.mp4"), subject(), ENGLISH, Progress.NONE, program))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(ENGLISH.text(problem.sentence()))
                                .contains("ffmpeg", "No space left on device"));
    }

    @Test
    void cancelledItIsGoneWhateverItDoes() throws Exception {
        String program = ffmpeg("mpeg4", 0);
        Files.writeString(
                Path.of(program),
                Files.readString(Path.of(program))
                        .replace("cat > \"$last\"", "trap '' TERM; : > \"$0.begun\"; cat > /dev/null; exec sleep 600"));
        Path begun = Path.of(program + ".begun");
        AtomicInteger reports = new AtomicInteger();

        assertThatThrownBy(() -> AnimationMp4.write(
                        folder.resolve("a.mp4"),
                        subject(),
                        ENGLISH,
                        (_, _) -> {
                            if (reports.incrementAndGet() > 1) {
                                while (!Files.exists(begun)) {
                                    Thread.onSpinWait();
                                }
                                throw new CancellationException();
                            }
                        },
                        program))
                .isInstanceOf(CancellationException.class);

        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    /** The machine's own: another of its programs finds as many frames as there are epochs, and what they show. */
    @Test
    void aRealOneMakesAVideoOfTheFrames() throws Exception {
        assumeTrue(FfmpegHere.found(), "there is no ffmpeg");
        Path file = folder.resolve("a.mp4");
        AnimationMp4.write(file, subject(), ENGLISH, Progress.NONE);
        Process decoder = new ProcessBuilder(
                        "ffmpeg", "-v", "error", "-i", file.toString(), "-f", "rawvideo", "-pix_fmt", "gray", "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] decoded = decoder.getInputStream().readAllBytes();
        assertThat(decoder.waitFor()).isZero();
        try (Frames frames = Frames.of(subject(), trained.history(), Look.of(subject()), ENGLISH, Progress.NONE)) {
            int width = Math.ceilDiv(frames.width(), 2) * 2;
            int height = Math.ceilDiv(frames.height(), 2) * 2;
            assertThat(decoded).hasSize(3 * width * height);
            AtomicInteger number = new AtomicInteger();
            frames.play(pixels -> {
                int from = number.getAndIncrement() * width * height;
                long off = 0;
                for (int y = 0; y < frames.height(); y++) {
                    for (int x = 0; x < frames.width(); x++) {
                        int grey = pixels[y * frames.width() + x] & 0xFF;
                        off += Math.abs(grey - (decoded[from + y * width + x] & 0xFF));
                    }
                }
                assertThat((double) off / pixels.length).as("mean difference").isLessThan(6);
            });
        }
    }
}
