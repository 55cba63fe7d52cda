package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes the place of jpackage's files, whose own are in the JDK of Linux alone. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "other JDKs have no scripts for Linux")
class ScriptsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Scripts.write(folder, Platform.LINUX);
    }

    @Test
    void theMenuHasTheProgramsNameAndGivesItWhatWasOpened() throws IOException {
        assertThat(text("latent-lab.desktop"))
                .contains("\nName=Latent Lab\n", "\nExec=APPLICATION_LAUNCHER %F\n", "\nIcon=latent-lab\n")
                .contains("\nDESKTOP_MIMES\n", "\nComment[ja]=オートエンコーダー");
    }

    /** Ubuntu 24.04 and Debian 13 call it by the longer name. */
    @Test
    void aDebNeedsGtkUnderEitherOfItsNames() throws IOException {
        assertThat(text("control"))
                .containsPattern("(?m)^Depends: .*, libgtk-3-0t64 \\| libgtk-3-0, xdg-utils$")
                .doesNotContain("DEPENDENCIES");
    }

    @Test
    void anRpmNeedsTheLibrariesThemselves() throws IOException {
        assertThat(text("latent-lab.spec"))
                .containsPattern("(?m)^Requires: .*libgtk-3\\.so\\.0\\(\\)\\(64bit\\)")
                .contains("\nSummary: APPLICATION_DESCRIPTION\n")
                .contains("( set +e\nDESKTOP_COMMANDS_INSTALL\n", "( set +e\nDESKTOP_COMMANDS_UNINSTALL\n");
    }

    /** With no desktop, what would enter the program in its menu fails; the package is to be installed all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"postinst", "prerm"})
    void aDebsScriptsEndWellWhereNothingOfADesktopIsThere(String name) throws Exception {
        Path script = folder.resolve(name + ".sh");
        Files.writeString(
                script,
                text(name)
                        .replaceAll("(?m)^DESKTOP_COMMANDS_(UN)?INSTALL$", "xdg-desktop-menu some.desktop")
                        .replaceAll("(?m)^(COMMON|DESKTOP|LAUNCHER)_\\w+$", ""));
        ProcessBuilder shell =
                new ProcessBuilder("/bin/sh", script.toString(), name.equals("prerm") ? "remove" : "configure");
        shell.environment().put("PATH", folder.toString());
        Process process = shell.redirectErrorStream(true).start();

        assertThat(process.inputReader().readAllLines()).anyMatch(line -> line.contains("xdg-desktop-menu"));
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** Java refuses a start cache of jars with another time than when it was made. */
    @Test
    void whatIsPackedHasTheTimeOfItsStartCache() throws Exception {
        Path jar = Files.createFile(
                Files.createDirectories(folder.resolve("a b/lib")).resolve("some.jar"));
        ProcessBuilder shell = new ProcessBuilder(
                "/bin/sh", folder.resolve("latent-lab-post-image.sh").toString());
        shell.environment().put("JpAppImageDir", folder.resolve("a b").toString());
        shell.environment().put("TZ", "Asia/Tokyo");

        assertThat(shell.inheritIO().start().waitFor()).isZero();

        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(FileTime.from(StartFile.TIME));
        assertThat(text("latent-lab.spec"))
                .contains("\ncp -r --preserve=timestamps %{_sourcedir}APPLICATION_DIRECTORY");
    }

    @Test
    void macOsHasThatScriptAlone(@TempDir Path other) throws IOException {
        Scripts.write(other, Platform.MAC);

        assertThat(Folders.files(other)).containsExactly(other.resolve("latent-lab-post-image.sh"));
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
