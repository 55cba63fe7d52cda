package latentlab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import latentlab.data.SpecialFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is named as a settings file and is none. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes and devices in folders")
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpecialConfigTest {
    private final Recorded commandLine = Recorded.piped();

    @TempDir
    Path folder;

    private String refusal(Path file) {
        assertThat(commandLine.run("train", "--config", file.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(commandLine.loaded).isEmpty();
        assertThat(commandLine.err().lines()).hasSize(1);
        assertThat(commandLine.err()).contains(file.toString());
        return commandLine.err();
    }

    @Test
    void aPipe() throws Exception {
        assertThat(refusal(SpecialFiles.pipe(folder.resolve("run.json")))).contains("a pipe");
    }

    @Test
    void aDevice() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("run.json"), Path.of("/dev/zero"));
        assertThat(refusal(link)).contains("a device");
    }

    @Test
    void aFolder() {
        assertThat(refusal(folder)).contains("a folder");
    }

    @Test
    void threeGigabytes() throws Exception {
        Path file = SpecialFiles.sparse(folder.resolve("run.json"), "{}".getBytes(UTF_8), 3L << 30);
        assertThat(refusal(file)).contains("larger than 1,000,000 bytes");
    }
}
