package latentlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The workflow that builds on every system. What a host runs is not seen here; what it must not run without is. */
class WorkflowTest {
    private static final Pattern USES = Pattern.compile("uses: (.+)");
    private static final Pattern PINNED = Pattern.compile("[\\w-]+/[\\w-]+@[0-9a-f]{40} # v[\\d.]+");
    private static final Pattern RUN = Pattern.compile("run: (\\.ci/\\w+|\\./mvnw)\\b");

    private final String workflow;

    WorkflowTest() throws IOException {
        workflow = Files.readString(Path.of(".github/workflows/build.yml"));
    }

    /** A tag can be moved to other code, a commit cannot. */
    @Test
    void takesOthersActionsByTheirCommit() {
        assertThat(USES.matcher(workflow).results().map(use -> use.group(1)))
                .isNotEmpty()
                .allMatch(use -> PINNED.matcher(use).matches());
    }

    @Test
    void coversAllSystems() {
        assertThat(workflow).contains("runner: ubuntu-", "runner: windows-", "runner: macos-15}", "-intel}");
    }

    /** What jpackage calls the command of each system, with which every package is tried. */
    @Test
    void triesWhatItPackages() {
        assertThat(workflow)
                .contains("image/${{ matrix.program }} train ", "latent-lab/bin/latent-lab,", "/latent-lab-cli.exe,");
        assertThat(workflow.split("latent-lab\\.app/Contents/MacOS/latent-lab,"))
                .hasSize(3);
    }

    @Test
    void hasTheJavaThatThePomAsksFor() throws IOException {
        String java = Pattern.compile("<maven.compiler.source>(\\d+)<")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(Pattern.compile("java-version: \"(\\d+)\"").matcher(workflow).results())
                .isNotEmpty()
                .allMatch(version -> version.group(1).equals(java));
    }

    @Test
    void runsWhatIsThere() {
        assertThat(RUN.matcher(workflow).results().map(run -> Path.of(run.group(1))))
                .isNotEmpty()
                .allMatch(Files::isExecutable);
    }
}
