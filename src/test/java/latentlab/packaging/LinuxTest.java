package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a person starts, before a Java that says what it was started with. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "starts a program of Linux")
class LinuxTest {
    private static final String JAVA = """
            #!/bin/sh
            for argument in "$@"; do echo "$argument"; done
            echo "locale=$LC_ALL options=$JDK_JAVA_OPTIONS"
            """;

    @TempDir
    private Path folder;

    private Layout layout;

    @BeforeEach
    void makeAnImage() throws IOException {
        layout = Layout.of(Platform.LINUX, folder, "latent-lab");
        executable(layout.launcher(), "#!/bin/sh\nexit 1\n");
        executable(layout.runtime().resolve("bin/java"), JAVA);
        Files.createDirectories(layout.app());
        Files.writeString(
                layout.app().resolve("latent-lab.cfg"),
                "app.classpath=$APPDIR/program.jar\napp.classpath=$APPDIR/library.jar\n");
        Linux.wrap(layout);
    }

    @Test
    void theProgramStartsItsOwnJavaWithItsOwnFolder() throws Exception {
        List<String> said = said(layout.launcher(), Map.of());

        Path app = layout.app().toRealPath();
        assertThat(said)
                .contains("-XX:AOTCache=" + app + "/start.aot", "-Djava.library.path=" + app + "/native")
                .containsSequence("-classpath", app + "/program.jar:" + app + "/library.jar", "latentlab.Main", "a b")
                .noneMatch(each -> each.contains("$"));
        assertThat(layout.app().resolve("latent-lab.cfg")).doesNotExist();
    }

    @Test
    void whatOthersSetForTheirJavaIsNotTaken() throws Exception {
        assertThat(said(layout.launcher(), Map.of("JDK_JAVA_OPTIONS", "-Xmx1m")).getLast())
                .isEqualTo("locale= options=");
    }

    @Test
    void theCLocaleBecomesOneThatSpellsAllNames() throws Exception {
        assertThat(said(layout.launcher(), Map.of("LC_ALL", "C")).getLast()).startsWith("locale=C.UTF-8 ");
        assertThat(said(layout.launcher(), Map.of("LC_ALL", "ja_JP.UTF-8")).getLast())
                .startsWith("locale=ja_JP.UTF-8 ");
    }

    /** As a deb or an rpm lays it out, with a link to the command. */
    @Test
    void itIsFoundWhereItIsInstalled() throws Exception {
        Path usr = folder.resolve("usr");
        Folders.move(layout.launcher(), usr.resolve("bin/latent-lab"));
        Folders.move(layout.image().resolve("lib"), usr.resolve("lib/latent-lab"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), usr.resolve("bin/latent-lab"));

        assertThat(said(link, Map.of())).contains("-XX:AOTCache=" + usr.toRealPath() + "/lib/latent-lab/app/start.aot");
    }

    private List<String> said(Path program, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "a b");
        builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "JDK_JAVA_OPTIONS"));
        builder.environment().put("LANG", "en_GB.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        List<String> said = process.inputReader().readAllLines();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return said;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
