package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import latentlab.data.download.Mirror;
import latentlab.data.download.TwoMirrors;
import latentlab.data.idx.IdxSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is politely asked to end in the middle of loading does so, wherever it is. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LoadingEndsTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"train", "embed --csv=a.csv", "maps --out=maps", "bench --json=a.json"})
    void whereNoQuestionReachesIt(String command) throws Exception {
        Path pipe = SpecialFiles.pipe(folder.resolve("pipe"));
        Process child = ChildLoad.start(folder, List.of(ChildLoad.waitingAt(pipe)), command.split(" "));
        assertEndsAt("waiting", child);
        assertThat(folder.resolve("a.csv")).doesNotExist();
        assertThat(folder.resolve("a.json")).doesNotExist();
    }

    @Test
    void whileItMakesTheBuiltInDigits() throws Exception {
        assertEndsAt("data.digits", ChildLoad.start(folder, List.of(ChildLoad.holdingAt("data.digits")), "train"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.progress.opening", "data.progress.images"})
    void whileItReadsImages(String place) throws Exception {
        for (int i = 0; i < 4; i++) {
            SpecialFiles.png(folder.resolve("images/" + i + ".png"), 7_000, 7_000, 8, 2);
        }
        assertEndsAt(place, ChildLoad.start(folder, List.of(ChildLoad.holdingAt(place)), "train", "--data=images"));
    }

    @Test
    void whileItLooksAtTheImagesOfAnIdxFile() throws Exception {
        Files.createDirectory(folder.resolve("idx"));
        IdxSamples.writeFour(folder.resolve("idx"));
        String place = "data.progress.checking";
        assertEndsAt(place, ChildLoad.start(folder, List.of(ChildLoad.holdingAt(place)), "train", "--data=idx"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whileItDownloads(boolean silent) throws Exception {
        try (Mirror mirror = new Mirror(TwoMirrors.packed(), Mirror.GOOD)) {
            mirror.answer(silent ? mirror.silent() : mirror.stallingAfter(TwoMirrors.HALF));
            List<String> options = ChildLoad.downloading(folder.resolve("cache"), mirror.address());
            assertEndsAt("data.progress.downloading", ChildLoad.start(folder, options, "train", "--data=mini"));
        }
    }

    private void assertEndsAt(String place, Process child) throws Exception {
        try (BufferedReader out = child.inputReader()) {
            for (String line = out.readLine(); !place.equals(line); line = out.readLine()) {
                assertThat(line).as("not there yet").isNotNull().isNotEqualTo("loaded");
            }
            child.toHandle().destroy(); // the process itself would close its output too
            assertThat(child.waitFor(1, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(child.exitValue()).isEqualTo(TERMINATED);
            assertThat(out.lines()).doesNotContain("loaded");
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .isSubsetOf("pipe", "images", "idx", "cache", "maps");
        }
    }
}
