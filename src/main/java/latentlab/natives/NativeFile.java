package latentlab.natives;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.bytedeco.javacpp.Loader;

/**
 * A native library in a jar, and its place in JavaCPP's cache: a folder named like the jar, with the jar's folders in
 * it. JavaCPP takes a file there as unpacked if it has the size and the time of the jar's entry, and unpacks any other
 * itself.
 *
 * @param jar that contains it
 * @param entry its name in the jar
 * @param bytes its size, unpacked
 * @param crc CRC-32 of its content
 * @param millis when it was last changed according to the jar: in local time, so that it depends on the time zone
 */
record NativeFile(Path jar, String entry, long bytes, long crc, long millis) {
    /** Folders in the jars, each with one folder per platform. */
    private static final List<String> FOLDERS =
            List.of("org/bytedeco/javacpp/", "org/bytedeco/openblas/", "org/nd4j/linalg/cpu/nativecpu/bindings/");

    private static final Pattern LIBRARY = Pattern.compile("[^/]+\\.(so(\\.\\d+)*|dylib|dll)");
    private static final int BUFFER = 1 << 18;

    /** @return the libraries of this platform; none if the program does not run from jars */
    static List<NativeFile> all() throws IOException {
        List<NativeFile> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            String inside = folder + Loader.Detector.getPlatform() + "/";
            URL url = NativeFile.class.getClassLoader().getResource(inside);
            if (url != null && url.openConnection() instanceof JarURLConnection connection) {
                // A connection of its own, since the jar is closed here: not the one classes are read from.
                connection.setUseCaches(false);
                try (JarFile jar = connection.getJarFile()) {
                    for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                        String name = entry.getName();
                        if (name.startsWith(inside)
                                && LIBRARY.matcher(name.substring(inside.length()))
                                        .matches()) {
                            files.add(new NativeFile(
                                    Path.of(jar.getName()), name, entry.getSize(), entry.getCrc(), entry.getTime()));
                        }
                    }
                }
            }
        }
        return files;
    }

    boolean isUnpacked(Path cache) throws IOException {
        return hasSize(cache) && Files.getLastModifiedTime(place(cache)).toMillis() == millis;
    }

    /** Whether a file of its size is there, for which no more room is needed. */
    boolean hasSize(Path cache) throws IOException {
        return Files.isRegularFile(place(cache)) && Files.size(place(cache)) == bytes;
    }

    private Path place(Path cache) {
        return cache.resolve(jar.getFileName()).resolve(entry);
    }

    /**
     * Unpacks it, unless it is there already and only its time differs. The file has the wrong time until it is
     * complete, so that one left by a killed process is not taken for the library.
     *
     * @param written receives the number of bytes written so far; an exception from it ends the unpacking
     */
    void unpack(Path cache, LongConsumer written) throws IOException {
        Path place = place(cache);
        if (!hasSize(cache) || crcOf(place) != crc) {
            write(place, written);
        }
        Files.setLastModifiedTime(place, FileTime.fromMillis(millis));
    }

    private void write(Path place, LongConsumer written) throws IOException {
        Files.createDirectories(place.getParent());
        // Removed first, not overwritten: another process may have loaded it.
        Files.deleteIfExists(place);
        boolean whole = false;
        try (JarFile file = new JarFile(jar.toFile());
                InputStream in = file.getInputStream(file.getJarEntry(entry));
                FileChannel out = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, count); rest.hasRemaining(); ) {
                    out.write(rest);
                }
                written.accept(out.position());
            }
            // Otherwise a power cut could leave a file of the right size and time without its content.
            out.force(true);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(place);
            }
        }
    }

    private static long crcOf(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                crc.update(buffer, 0, count);
            }
        }
        return crc.getValue();
    }
}
