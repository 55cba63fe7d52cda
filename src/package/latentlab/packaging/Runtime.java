package latentlab.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The Java of the package, with what the program needs of it, and JavaFX inside. */
final class Runtime {
    /** What jdeps finds that the program and its libraries use, and what they ask for by name. */
    private static final List<String> MODULES = List.of(
            "java.desktop",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.sql",
            "javafx.controls",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.incubator.vector",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.unsupported",
            "jdk.zipfs");

    private static final String NATIVE = ".*\\.(so|dylib|dll)";

    private Runtime() {}

    /** @param toolkit jars of JavaFX @return the linked Java */
    static Path link(List<Path> toolkit, Path folder) throws IOException, InterruptedException {
        Path modules = Files.createDirectories(folder.resolve("modules"));
        Set<String> shared = sharedWithJava(Path.of(System.getProperty("java.home")));
        for (Path jar : toolkit) {
            module(jar, modules, shared);
        }
        Path runtime = folder.resolve("runtime");
        List<String> command = new ArrayList<>(List.of("--module-path", modules.toString()));
        command.addAll(List.of("--add-modules", String.join(",", MODULES)));
        command.addAll(List.of("--include-locales", "en,ja"));
        command.addAll(List.of("--strip-debug", "--no-header-files", "--no-man-pages"));
        command.addAll(List.of("--output", runtime.toString()));
        Tool.JLINK.run(command);
        Incubator.end(runtime);
        return runtime;
    }

    /**
     * On Windows Java and JavaFX both bring Microsoft's libraries, and jlink takes none of them twice.
     *
     * @return names of a Java's own, in small letters
     */
    static Set<String> sharedWithJava(Path java) throws IOException {
        try (Stream<Path> libraries = Files.list(java.resolve("bin"))) {
            return libraries
                    .map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                    .filter(name -> name.endsWith(".dll"))
                    .collect(Collectors.toSet());
        }
    }

    /** In a JAR's module JavaFX would unpack its libraries at each first start; those of a JMOD lie in the Java. */
    private static void module(Path jar, Path modules, Set<String> shared) throws IOException {
        String name = jar.getFileName().toString().replaceAll("-[\\d.]+-.*", "");
        Path classes = Files.createDirectories(modules.resolve(name + "/classes"));
        Path natives = Files.createDirectories(modules.resolve(name + "/native"));
        unpack(jar, classes, natives, shared);
        Tool.JMOD.run(List.of(
                "create",
                "--class-path",
                classes.toString(),
                "--libs",
                natives.toString(),
                modules.resolve(name + ".jmod").toString()));
        Folders.delete(modules.resolve(name));
    }

    /** @param left names of libraries that are left out */
    static void unpack(Path jar, Path classes, Path natives, Set<String> left) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().filter(one -> !one.isDirectory()).toList()) {
                boolean nativeFile = entry.getName().matches(NATIVE);
                if (left.contains(entry.getName().toLowerCase(Locale.ROOT))) {
                    continue;
                }
                Path place = (nativeFile ? natives : classes).resolve(entry.getName());
                Files.createDirectories(place.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, place);
                }
            }
        }
    }
}
