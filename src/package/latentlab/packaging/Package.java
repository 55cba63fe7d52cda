package latentlab.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes what one installs: the program with a Java of its own and its native libraries unpacked beside it, so that
 * nothing is unpacked into anybody's home; then this system's installer. {@code ./mvnw -Ppackage package} runs it, with
 * Java 25, after the program's jar is there.
 *
 * <p>Arguments: folder to work in, version, the program's jar, the class path of its libraries, and {@code installer}
 * or {@code image}, which stops before the installer.
 */
final class Package {
    private static final String NAME = "latent-lab";
    private static final String MAIN = "latentlab.Main";

    /** By which Windows knows that a later version takes the place of an earlier one. */
    private static final String UPGRADE = "5f0c2a0e-7a53-4f0e-9c1b-6d1e4a3b8f27";

    private Package() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        String version = arguments[1];
        Path program = Path.of(arguments[2]);
        List<Path> libraries = Stream.of(arguments[3].split(File.pathSeparator))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .toList();
        Folders.delete(folder);
        Libraries parts = Libraries.sort(libraries, folder);
        Files.copy(program, parts.jars().resolve(program.getFileName()));
        Path icon = Icons.write(folder.resolve("icons"));
        Path runtime = Runtime.link(parts.toolkit(), folder);
        Notices.write(libraries, runtime, parts.jars().resolve("THIRD-PARTY.txt"));
        image(folder, version, program, parts, icon, runtime);
        Layout layout = Layout.of(folder.resolve("image"), NAME);
        Folders.move(parts.natives(), layout.app().resolve("native"));
        StartFile.record(layout, program.getFileName().toString());
        if (!windows() && !mac()) {
            Linux.wrap(layout);
        }
        if (arguments[4].equals("installer")) {
            Tool.JPACKAGE.run(installer(folder, version, layout, icon));
        }
    }

    private static void image(
            Path folder, String version, Path program, Libraries parts, Path icon, Path runtime) throws IOException {
        List<String> command = new ArrayList<>(List.of("--type", "app-image"));
        command.addAll(List.of("--name", NAME, "--app-version", number(version)));
        command.addAll(List.of("--input", parts.jars().toString()));
        command.addAll(List.of("--main-jar", program.getFileName().toString(), "--main-class", MAIN));
        command.addAll(List.of("--runtime-image", runtime.toString()));
        command.addAll(List.of("--icon", icon.toString()));
        command.addAll(List.of("--dest", folder.resolve("image").toString()));
        for (String option : StartFile.options()) {
            command.addAll(List.of("--java-options", option));
        }
        if (windows()) {
            // A window's program has no terminal there: the command line is a second one.
            Path console = folder.resolve("console.properties");
            Files.writeString(console, "win-console=true\n");
            command.addAll(List.of("--add-launcher", NAME + "-cli=" + console));
        }
        Tool.JPACKAGE.run(command);
    }

    private static List<String> installer(Path folder, String version, Layout layout, Path icon) throws IOException {
        List<String> command = new ArrayList<>(List.of("--app-image", layout.image().toString()));
        command.addAll(List.of("--name", NAME, "--app-version", number(version)));
        command.addAll(List.of("--dest", folder.toString()));
        command.addAll(List.of("--description", "Train an autoencoder and watch it learn."));
        command.addAll(List.of("--vendor", "Latent Lab"));
        command.addAll(List.of("--license-file", Path.of("LICENSE").toAbsolutePath().toString()));
        for (Path type : FileTypes.write(folder, icon)) {
            command.addAll(List.of("--file-associations", type.toString()));
        }
        if (windows()) {
            command.addAll(List.of("--type", "msi", "--win-upgrade-uuid", UPGRADE));
            // For all accounts, below Program Files: some account's folder has a name that Windows loads no libraries
            // from.
            command.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-dir-chooser"));
        } else if (mac()) {
            command.addAll(List.of("--type", "dmg"));
        } else {
            // A deb or an rpm, as the system has them.
            command.addAll(List.of("--linux-package-name", NAME, "--linux-shortcut"));
            command.addAll(List.of("--linux-menu-group", "Education;Science;"));
            // The command on everybody's path.
            command.addAll(List.of("--install-dir", "/usr"));
            command.addAll(List.of("--resource-dir", Scripts.write(folder.resolve("scripts")).toString()));
        }
        return command;
    }

    /** macOS takes no version that begins with 0. */
    private static String number(String version) {
        return mac() && version.startsWith("0.") ? "1.0.0" : version;
    }

    static boolean windows() {
        return system().startsWith("windows");
    }

    static boolean mac() {
        return system().startsWith("mac");
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
