package latentlab.packaging;

import java.nio.file.Files;
import java.nio.file.Path;

/** The kinds of installers, by jpackage's names. */
enum Installer {
    DEB,
    RPM,
    MSI,
    DMG;

    static Installer of(Platform platform) {
        return switch (platform) {
            case WINDOWS -> MSI;
            case MAC -> DMG;
            case LINUX -> Files.exists(Path.of("/etc/debian_version")) ? DEB : RPM;
        };
    }
}
