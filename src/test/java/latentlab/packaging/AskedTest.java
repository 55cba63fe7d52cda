package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {
    @TempDir
    private Path folder;

    @Test
    void anImageHasNoInstallerAndASystemItsOwn() throws Refusal {
        assertThat(Asked.installer("image", Platform.LINUX)).isEmpty();
        assertThat(Asked.installer("installer", Platform.WINDOWS)).hasValue(Installer.MSI);
        assertThat(Asked.installer("rpm", Platform.LINUX)).hasValue(Installer.RPM);
    }

    @ParameterizedTest
    @CsvSource({"zip, LINUX, deb or rpm", "msi, LINUX, deb or rpm", "DEB, LINUX, deb or rpm", "deb, MAC, dmg"})
    void whatCannotBeMadeHereIsRefusedWithWhatCan(String kind, Platform platform, String can) {
        assertThatThrownBy(() -> Asked.installer(kind, platform))
                .isInstanceOf(Refusal.class)
                .hasMessage("'" + kind + "' cannot be made here: package.kind is image, installer, " + can + ".");
    }

    @Test
    void aProgramThatJpackageNeedsIsMissed() throws Exception {
        String path = folder.toString();
        program("dpkg-deb");
        assertThatThrownBy(() -> Asked.checkPrograms(Installer.DEB, path))
                .isInstanceOf(Refusal.class)
                .hasMessage("The deb takes fakeroot, which is not on the path; -Dpackage.kind=image does without.");
        program("fakeroot");
        assertThatCode(() -> Asked.checkPrograms(Installer.DEB, path)).doesNotThrowAnyException();
    }

    private void program(String name) throws Exception {
        assertThat(Files.createFile(folder.resolve(name)).toFile().setExecutable(true))
                .isTrue();
    }

    @Test
    void aJdkThatCannotLinkIsRefusedInJlinksWords() {
        ToolProvider jlink = new ToolProvider() {
            @Override
            public String name() {
                return "jlink";
            }

            @Override
            public int run(PrintWriter out, PrintWriter errors, String... arguments) {
                errors.println("Error: java.base has been modified");
                errors.println("more");
                return 1;
            }
        };
        assertThatThrownBy(() -> Asked.checkLinking(Optional.of(jlink)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(
                        "cannot link another one (Error: java.base has been modified): this takes a JDK 25")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Asked.checkLinking(Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot link another one: this takes a JDK 25");
    }
}
