package latentlab.packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The kinds of installers, by jpackage's names. */
enum Installer {
    DEB(Platform.LINUX, "dpkg-deb", "fakeroot"),
    RPM(Platform.LINUX, "rpmbuild"),
    MSI(Platform.WINDOWS),
    DMG(Platform.MAC);

    final Platform platform;
    /** Programs that jpackage needs on the path; of Windows' and macOS' it has its own word. */
    final List<String> programs;

    Installer(Platform platform, String... programs) {
        this.platform = platform;
        this.programs = List.of(programs);
    }

    static Installer of(Platform platform) {
        return switch (platform) {
            case WINDOWS -> MSI;
            case MAC -> DMG;
            case LINUX -> Files.exists(Path.of("/etc/debian_version")) ? DEB : RPM;
        };
    }
}
