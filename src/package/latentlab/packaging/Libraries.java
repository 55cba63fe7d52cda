package latentlab.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The program's libraries, taken apart: jars of classes alone, this system's native libraries as files, and JavaFX,
 * which becomes part of the Java that is linked.
 *
 * @param jars folder of jars without native libraries
 * @param natives folder of native libraries; those that others look for under a second name are there under both
 * @param toolkit jars of JavaFX, whose modules have this system's libraries inside
 */
record Libraries(Path jars, Path natives, List<Path> toolkit) {
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so(\\.\\d+)*|dylib|jnilib|dll)");
    /** Jars with the native libraries of one system, such as {@code openblas-0.3.19-1.5.7-linux-x86_64.jar}. */
    private static final Pattern OF_SYSTEM = Pattern.compile(".*-(linux|windows|macosx)-[^-]+\\.jar");

    private static final Pattern TOOLKIT = Pattern.compile("javafx-\\w+-[\\d.]+-.+\\.jar");
    /** JavaFX's jars of no system are empty. */
    private static final Pattern EMPTY = Pattern.compile("javafx-\\w+-[\\d.]+\\.jar");

    private static final String SQLITE = "sqlite-jdbc";
    /** What ND4J looks for beside OpenBLAS: the same library, as JavaCPP itself would copy it. */
    private static final String SECOND_NAME = "openblas_nolapack";

    static Libraries sort(List<Path> libraries, Path folder, Platform platform) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        Path natives = Files.createDirectories(folder.resolve("native"));
        List<Path> toolkit = new ArrayList<>();
        for (Path library : libraries) {
            String name = library.getFileName().toString();
            if (TOOLKIT.matcher(name).matches()) {
                toolkit.add(library);
            } else if (OF_SYSTEM.matcher(name).matches()) {
                unpack(library, "", natives);
            } else if (name.startsWith(SQLITE)) {
                unpack(library, "org/sqlite/native/" + sqlitePlatform(platform) + "/", natives);
                copyWithout(library, jars.resolve(name), "org/sqlite/native/");
            } else if (!EMPTY.matcher(name).matches()) {
                Files.copy(library, jars.resolve(name));
            }
        }
        for (Path library : Folders.files(natives)) {
            String name = library.getFileName().toString();
            if (name.matches("(lib)?openblas\\..*")) {
                Path second = natives.resolve(name.replace("openblas", SECOND_NAME));
                if (platform == Platform.WINDOWS) {
                    Files.copy(library, second);
                } else {
                    Files.createSymbolicLink(second, library.getFileName());
                }
            }
        }
        return new Libraries(jars, natives, toolkit);
    }

    private static void unpack(Path jar, String below, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(below) && NATIVE.matcher(name).matches()) {
                    try (InputStream in = file.getInputStream(entry)) {
                        place(in.readAllBytes(), folder.resolve(name.substring(name.lastIndexOf('/') + 1)));
                    }
                }
            }
        }
    }

    /**
     * Several jars have the same runtime libraries of a compiler.
     *
     * @throws IllegalStateException if another file has that name: one of two libraries would be loaded in the place of
     *     the other
     */
    private static void place(byte[] library, Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.write(file, library);
        } else if (!Arrays.equals(Files.readAllBytes(file), library)) {
            throw new IllegalStateException("Two jars have different libraries named " + file.getFileName());
        }
    }

    private static void copyWithout(Path jar, Path copy, String left) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(copy);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : file.stream().toList()) {
                if (!entry.getName().startsWith(left)) {
                    ZipEntry same = new ZipEntry(entry.getName());
                    same.setTimeLocal(entry.getTimeLocal());
                    zip.putNextEntry(same);
                    try (InputStream in = file.getInputStream(entry)) {
                        in.transferTo(zip);
                    }
                }
            }
        }
    }

    /** @return the folder that SQLite's jar has for this system */
    private static String sqlitePlatform(Platform platform) {
        String system = switch (platform) {
            case WINDOWS -> "Windows";
            case MAC -> "Mac";
            case LINUX -> "Linux";
        };
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return system + "/" + (processor.equals("amd64") ? "x86_64" : processor);
    }
}
