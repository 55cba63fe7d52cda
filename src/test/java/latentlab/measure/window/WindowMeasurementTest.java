package latentlab.measure.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window as it measures its own start, in a process of its own; nothing here says how long it may take. */
class WindowMeasurementTest {
    private static final List<String> OPTIONS = List.of(
            "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    @TempDir
    private Path folder;

    @Test
    void opensTrainsAnEpochAndEnds() throws Exception {
        Process process = WindowProcess.start(OPTIONS, false, "digits", folder, true);
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isZero();
        List<String> figures = Files.readAllLines(folder.resolve(WindowMeasurement.FIGURES));
        assertThat(figures).extracting(line -> line.split(" ")[0]).containsExactly("shown", "ready", "first-epoch");
        assertThat(figures)
                .extracting(line -> Double.valueOf(line.split(" ")[1]))
                .allSatisfy(seconds -> assertThat(seconds).isPositive());
    }

    @Test
    void zoomsAndMovesTheMap() throws Exception {
        Process process = WindowProcess.startMap(OPTIONS, false, 300, folder);
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isZero();
        List<String> figures = Files.readAllLines(folder.resolve(WindowMeasurement.FIGURES));
        assertThat(figures)
                .extracting(line -> line.split(" ")[0])
                .containsExactly("zoom-median", "zoom-99", "zoom-long", "move-median", "move-99", "move-long");
        assertThat(figures)
                .filteredOn(line -> line.contains("-median"))
                .extracting(line -> Double.valueOf(line.split(" ")[1]))
                .allSatisfy(seconds -> assertThat(seconds).isPositive());
    }
}
