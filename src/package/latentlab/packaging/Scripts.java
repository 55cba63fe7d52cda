package latentlab.packaging;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a deb runs when it is installed and removed: jpackage's own scripts, but for one thing. They end in an error,
 * and leave the package half installed, where there is no desktop whose menu the program can be entered in, such as on
 * a server or in a container; the command works there all the same.
 */
final class Scripts {
    private static final String TEMPLATES = "modules/jdk.jpackage/jdk/jpackage/internal/resources/template.";
    private static final String[] NAMES = {"postinst", "prerm"};
    /** Lines for which jpackage puts the commands in. */
    private static final String DESKTOP = "(?m)^(DESKTOP_COMMANDS_(UN)?INSTALL)$";

    private Scripts() {}

    /** @return the folder, which jpackage takes them from */
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : NAMES) {
            Path template = FileSystems.getFileSystem(URI.create("jrt:/")).getPath(TEMPLATES + name);
            String script = Files.readString(template);
            String mended = script.replaceAll(DESKTOP, "( set +e\n$1\n) || true");
            if (mended.equals(script)) {
                throw new IllegalStateException("jpackage's " + name + " is not as expected.");
            }
            Files.writeString(folder.resolve(name), mended);
        }
        return folder;
    }
}
