package latentlab.packaging;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What jpackage puts into a deb or an rpm by itself, but for two things. The entry in the desktop's menu starts the
 * program without the files that somebody opens with it. And what a deb runs when it is installed and removed ends in
 * an error, and leaves the package half installed, where there is no desktop with a menu, such as on a server or in a
 * container; the command works there all the same.
 */
final class Scripts {
    private static final String TEMPLATES = "modules/jdk.jpackage/jdk/jpackage/internal/resources/template.";
    /** Lines for which jpackage puts the commands in. */
    private static final String COMMANDS = "(?m)^(DESKTOP_COMMANDS_(UN)?INSTALL)$";

    private static final String QUIET = "( set +e\n$1\n) || true";

    private Scripts() {}

    /** @return the folder, which jpackage takes them from */
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        mend(folder, "postinst", "postinst", COMMANDS, QUIET);
        mend(folder, "prerm", "prerm", COMMANDS, QUIET);
        // All that were opened at once, as the command takes them.
        mend(folder, "desktop", "latent-lab.desktop", "(?m)^(Exec=APPLICATION_LAUNCHER)$", "$1 %F");
        return folder;
    }

    private static void mend(Path folder, String template, String name, String found, String put) throws IOException {
        String text = Files.readString(
                FileSystems.getFileSystem(URI.create("jrt:/")).getPath(TEMPLATES + template));
        String mended = text.replaceAll(found, put);
        if (mended.equals(text)) {
            throw new IllegalStateException("jpackage's " + template + " is not as expected.");
        }
        Files.writeString(folder.resolve(name), mended);
    }
}
