package latentlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import latentlab.Main;
import latentlab.cli.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program where nothing of its own can be kept: a file is in the place of its folder, which stops root too. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "names folders as XDG does")
class ReadOnlyHomeTest {
    @TempDir
    Path folder;

    @Test
    void theWindowOpensAllTheSameAndSaysWhatCannotBeKeptInOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "no folder");
        ProcessBuilder builder = Program.of(
                        Main.class, folder, List.of("-Dglass.platform=Headless", "-Dprism.order=sw"))
                .redirectError(ProcessBuilder.Redirect.PIPE);
        builder.environment().putAll(Map.of("XDG_DATA_HOME", file.toString(), "DISPLAY", ":0"));
        Process process = builder.start();
        List<String> errors = new ArrayList<>();
        try (BufferedReader err = process.errorReader()) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                errors.add(line);
                process.toHandle().destroy(); // asks it to end, and hears what else it says until it does
            }
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        // JavaFX may say on its way out that it has been disturbed at painting.
        assertThat(errors)
                .filteredOn(line -> line.contains("latentlab") || line.contains(file.toString()))
                .singleElement()
                .asString()
                .contains("The log cannot be kept in " + file);
        assertThat(errors.getFirst()).contains("The log cannot be kept in " + file);
    }

    @Test
    void aTrainingIsPrintedAndWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "no folder");
        ProcessBuilder builder = Program.of(Main.class, folder, List.of(), "train", "--epochs", "1", "--csv", "a.csv")
                .redirectError(ProcessBuilder.Redirect.PIPE);
        builder.environment().put("XDG_DATA_HOME", file.toString());
        Process process = builder.start();
        List<String> errors = Program.errors(process);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(errors).containsExactly("Saved a.csv.");
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(3);
    }

    @Test
    void aDownloadThatCannotBeKeptIsOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "no folder");
        ProcessBuilder builder = Program.of(Main.class, folder, List.of(), "train", "--data", "mnist")
                .redirectError(ProcessBuilder.Redirect.PIPE);
        builder.environment().put("XDG_DATA_HOME", file.toString());
        Process process = builder.start();
        List<String> errors = Program.errors(process);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(errors).singleElement().asString().contains("cannot be kept in " + file);
    }
}
