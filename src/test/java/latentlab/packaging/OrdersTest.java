package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrdersTest {
    private static final Path SOME = Path.of("some");
    private static final Path TYPE = Path.of("run.properties");

    @ParameterizedTest
    @CsvSource({"Linux, LINUX", "Windows 11, WINDOWS", "Windows Server 2022, WINDOWS", "Mac OS X, MAC", "FreeBSD, LINUX"
    })
    void javasNameOfTheSystemSaysWhichItIs(String name, Platform platform) {
        assertThat(Platform.of(name)).isEqualTo(platform);
    }

    /** macOS' installer only wraps an image, in which they stand. */
    @Test
    void fileTypesAreGivenWhereTheyAreWrittenDown() {
        assertThat(image(Platform.MAC, "0.1.0")).containsSequence("--file-associations", TYPE.toString());
        assertThat(installer(Platform.MAC, Installer.DMG)).doesNotContain("--file-associations");
        for (Platform other : List.of(Platform.LINUX, Platform.WINDOWS)) {
            assertThat(image(other, "0.1.0")).doesNotContain("--file-associations");
        }
        assertThat(installer(Platform.LINUX, Installer.RPM)).containsSequence("--file-associations", TYPE.toString());
        assertThat(installer(Platform.WINDOWS, Installer.MSI)).containsSequence("--file-associations", TYPE.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX, 0.1.0, 0.1.0",
        "WINDOWS, 0.1.0, 0.1.0",
        "MAC, 0.1.0, 1.1.0",
        "MAC, 0.2.1, 1.2.1",
        "MAC, 1.0.0, 2.0.0"
    })
    void macOsSeesEachVersionGrowFromOne(Platform platform, String version, String told) {
        assertThat(image(platform, version)).containsSequence("--app-version", told);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void windowsAloneHasASecondProgramForTheCommandLine(Platform platform) {
        boolean second = image(platform, "0.1.0").stream().anyMatch(each -> each.startsWith("latent-lab-cli="));
        assertThat(second).isEqualTo(platform == Platform.WINDOWS);
    }

    @Test
    void aDebSaysWhoMadeItAndWhereItBelongs() {
        List<String> deb = installer(Platform.LINUX, Installer.DEB);
        assertThat(deb).containsSequence("--type", "deb").containsSequence("--linux-app-category", "science");
        assertThat(deb).doesNotContain("--linux-rpm-license-type");
        assertThat(deb.get(deb.indexOf("--linux-deb-maintainer") + 1)).matches("\\S+@\\S+");
    }

    @Test
    void anRpmSaysUnderWhichLicencesAllOfItIs() {
        List<String> rpm = installer(Platform.LINUX, Installer.RPM);
        assertThat(rpm).containsSequence("--type", "rpm").doesNotContain("--linux-deb-maintainer");
        assertThat(rpm.get(rpm.indexOf("--linux-rpm-license-type") + 1))
                .startsWith("Apache-2.0 AND ")
                .contains("GPL-2.0-only WITH Classpath-exception-2.0");
    }

    private static List<String> image(Platform platform, String version) {
        return new Orders(platform, SOME, version, SOME, List.of(TYPE)).image(SOME, "program.jar", SOME, SOME);
    }

    private static List<String> installer(Platform platform, Installer kind) {
        return new Orders(platform, SOME, "0.1.0", SOME, List.of(TYPE)).installer(kind, SOME, SOME, SOME);
    }
}
