package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes of results that nobody can read, because the disk is full or the pipe closed: real processes, real pipes.
 */
class StandardOutputTest {
    @TempDir
    Path folder;

    /** A device on which every write finds the disk full. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --epochs 100000 --csv a.csv",
                "embed --perplexity 5 --iterations 1000000 --csv a.csv",
                "maps --perplexity 5 --iterations 1000000 --out .",
                "bench --only simple,heap",
                "--help",
                "train --help",
                "--version"
            })
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidOnceAndIsAFailure(String arguments) throws Exception {
        Process process = Program.of(SmallMain.class, folder, List.of(), arguments.split(" "))
                .redirectOutput(new File("/dev/full"))
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();

        List<String> errors = Program.errors(process);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(CommandLineInterface.FAILED);
        assertThat(errors).noneMatch(line -> line.startsWith("\tat "));
        assertThat(errors.stream().filter(line -> line.contains("Standard output")))
                .singleElement()
                .asString()
                .contains("No space left on device");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aReaderWhoHasHadEnoughEndsTheTrainingQuietlyAndTheFilesAreWritten() throws Exception {
        Process process = Program.of(SmallMain.class, folder, List.of(), "train", "--epochs", "10000", "--csv", "a.csv")
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("small");
        }

        List<String> errors = Program.errors(process);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(CommandLineInterface.CLOSED);
        assertThat(errors).containsExactly("Saved a.csv.");
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSizeBetween(2, 9_999);
    }

    /** As a shell does it, with nothing asked for that would be written. */
    @ParameterizedTest
    @ValueSource(
            strings = {"train --epochs 10000", "embed --perplexity 5 --iterations 1000000 --csv a.csv", "train --help"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void nobodyHasToReadAnything(String arguments) throws Exception {
        Process process = Program.of(SmallMain.class, folder, List.of(), arguments.split(" "))
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        process.getInputStream().close();

        List<String> errors = Program.errors(process);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(CommandLineInterface.CLOSED);
        assertThat(errors).isEmpty();
    }
}
