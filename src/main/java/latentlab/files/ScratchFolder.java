package latentlab.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A temporary folder: no other user may look into it, its name cannot be guessed, and closing it removes it. Folders
 * left by killed processes are removed by the next process that creates one for the same purpose.
 */
public final class ScratchFolder implements AutoCloseable {
    private static final String PREFIX = "latent-lab-";
    /** Name of the file held while the folder is in use. */
    private static final String HELD = ".in-use";

    private static final int TRIES = 10;

    private final Path path;
    private final HeldFile held;

    private ScratchFolder(Path path, HeldFile held) {
        this.path = path;
        this.held = held;
    }

    /** Creates one in the system's folder for temporary files: see {@link #create(Path, String, FileAttribute[])}. */
    public static ScratchFolder create(String purpose) throws IOException {
        return create(Path.of(System.getProperty("java.io.tmpdir")), purpose);
    }

    /**
     * @param parent folder to create it in
     * @param purpose letters for its name
     * @param attributes to create it with; with POSIX permissions, none are needed to make it its owner's alone
     * @throws IOException if it cannot be created
     */
    public static ScratchFolder create(Path parent, String purpose, FileAttribute<?>... attributes) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Path path = Files.createTempDirectory(parent, PREFIX + purpose + "-", attributes);
            HeldFile held = null;
            try {
                held = HeldFile.create(path.resolve(HELD));
                if (held != null) {
                    removeLeftovers(parent, purpose, path);
                    return new ScratchFolder(path, held);
                }
            } finally {
                if (held == null) {
                    delete(path);
                }
            }
        }
        throw new IOException("something removes folders made in " + parent);
    }

    public Path path() {
        return path;
    }

    /** Removes the folder and its content; what cannot be removed is left to the next process that creates one. */
    @Override
    public void close() {
        try {
            deleteContents(path);
            held.close();
            delete(path);
        } catch (IOException _) {
            // Windows does not remove files in use.
        }
    }

    private static void removeLeftovers(Path parent, String purpose, Path mine) {
        Pattern names = Pattern.compile(PREFIX + purpose + "-\\d+");
        try {
            UserPrincipal owner = Files.getOwner(mine, LinkOption.NOFOLLOW_LINKS);
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(
                    parent, each -> names.matcher(each.getFileName().toString()).matches())) {
                for (Path folder : folders) {
                    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                            && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                        HeldFile.removeIfLeft(folder.resolve(HELD), owner, () -> delete(folder));
                    }
                }
            }
        } catch (IOException | UnsupportedOperationException _) {
            // Left to the next one created.
        }
    }

    private static void delete(Path folder) throws IOException {
        deleteContents(folder);
        Files.deleteIfExists(folder.resolve(HELD));
        Files.delete(folder);
    }

    /** Removes the content, the held file last: without it, the rest could not be recognised as left behind. */
    private static void deleteContents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder) && !file.equals(folder.resolve(HELD))) {
                    Files.delete(file);
                }
            }
        }
    }
}
