package latentlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import latentlab.cli.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as {@code ./mvnw -q -Dapp.args=...} starts it. */
class FromMavenTest {
    @TempDir
    Path folder;

    @Test
    void aWrongCommandIsTheProgramsSentenceAndItsExitCode() throws Exception {
        Process process = started("trian");

        assertThat(Program.errors(process))
                .containsExactly(
                        "\"trian\" is neither a command nor a file that is there: did you mean train?",
                        "See latent-lab --help for what is possible.");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    @Test
    void whatWorksEndsWithoutAnError() throws Exception {
        Process process = started("--version");

        assertThat(Program.output(process)).singleElement().asString().contains("Latent Lab");
        assertThat(process.exitValue()).isZero();
    }

    private Process started(String argument) throws Exception {
        String classes = System.getProperty("java.class.path");
        return Program.of(
                        FromMaven.class,
                        folder,
                        List.of(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-classpath",
                        classes,
                        Main.class.getName(),
                        argument)
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
    }
}
