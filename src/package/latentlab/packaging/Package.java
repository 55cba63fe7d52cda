package latentlab.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes what one installs: the program with a Java of its own and its native libraries unpacked beside it, so that
 * nothing is unpacked into anybody's home; then an installer. {@code ./mvnw -Ppackage package} runs it, with Java 25,
 * after the program's jar is there.
 *
 * <p>Arguments: folder to work in, version, the program's jar, the class path of its libraries, and what is
 * {@link Asked}, which has been looked at before.
 */
final class Package {
    private Package() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, Refusal {
        Platform platform = Platform.here();
        Optional<Installer> installer = Asked.installer(arguments[4], platform);
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        Path program = Path.of(arguments[2]);
        List<Path> libraries = Stream.of(arguments[3].split(File.pathSeparator))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .toList();
        Folders.delete(folder);
        Libraries parts = Libraries.sort(libraries, folder, platform);
        Files.copy(program, parts.jars().resolve(program.getFileName()));
        Icons icons = Icons.write(folder.resolve("icons"), platform);
        Path runtime = Runtime.link(parts.toolkit(), folder);
        Notices.write(libraries, runtime, parts.jars().resolve("THIRD-PARTY.txt"));
        Path licence = Path.of("LICENSE").toAbsolutePath();
        Files.copy(licence, parts.jars().resolve(licence.getFileName()));
        Orders orders = new Orders(
                platform,
                folder,
                arguments[1],
                icons.program(),
                FileTypes.write(folder.resolve("types"), icons.file(), platform));
        Path console = Files.writeString(
                folder.resolve("console.properties"), "win-console=true\nwin-menu=false\nwin-shortcut=false\n");
        Tool.JPACKAGE.run(orders.image(parts.jars(), program.getFileName().toString(), runtime, console));
        Layout layout = Layout.of(platform, folder.resolve("image"), Orders.NAME);
        Folders.move(parts.natives(), layout.app().resolve("native"));
        if (platform == Platform.LINUX) {
            Folders.move(icons.desktop(), layout.app().resolve(Scripts.ICONS));
        }
        StartFile.record(layout, program.getFileName().toString());
        if (platform == Platform.LINUX) {
            Linux.wrap(layout);
        }
        if (installer.isPresent()) {
            Path resources = Scripts.write(folder.resolve("scripts"), platform);
            Tool.JPACKAGE.run(orders.installer(installer.get(), layout.image(), licence, resources));
        }
    }
}
