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
 * A native library in a jar, and its place in JavaCPP's cache, which is a folder named as the jar with the jar's folders in it.
 * JavaCPP takes a file there for unpacked if it has the size and the time of the jar's entry, and unpacks itself what is not.
 *
 * @param jar that has it
 * @param entry its name in there
 * @param bytes its size, unpacked
 * @param crc of its content, CRC-32
 * @param millis when it was last changed, as the jar says: in local time, so that it is another in another time zone
 */
record NativeFile(Path jar, String entry, long bytes, long crc, long millis) {
    /** Folders in the jars, each with one for each platform. */
    private static final List<String> FOLDERS =
            List.of("org/bytedeco/javacpp/", "org/bytedeco/openblas/", "org/nd4j/linalg/cpu/nativecpu/bindings/");

    private static final Pattern LIBRARY = Pattern.compile("[^/]+\\.(so(\\.\\d+)*|dylib|dll)");
    private static final int BUFFER = 1 << 18;

    /** @return those of this platform; none where the program does not come in jars */
    static List<NativeFile> all() throws IOException {
        List<NativeFile> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            String inside = folder + Loader.Detector.getPlatform() + "/";
            URL url = NativeFile.class.getClassLoader().getResource(inside);
            if (url != null && url.openConnection() instanceof JarURLConnection connection) {
                // Closed here: not the one others read classes from.
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

    /** Whether there is a file of its size, for which no more room is needed. */
    boolean hasSize(Path cache) throws IOException {
        return Files.isRegularFile(place(cache)) && Files.size(place(cache)) == bytes;
    }

    private Path place(Path cache) {
        return cache.resolve(jar.getFileName()).resolve(entry);
    }

    /**
     * Unpacks it, unless it is there and has but another time. Until it is whole it has the wrong time, so that nobody takes
     * what a killed process has left for the library.
     *
     * @param written hears how many bytes have been written so far; what it throws ends the unpacking
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
        // Not over what another process may have loaded.
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
            // Or a power cut could leave a file of the right size and time, and of nothing in it.
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
