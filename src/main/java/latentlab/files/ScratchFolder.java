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
 * A folder for a while: nobody else may look into it, nobody can foresee its name, and it is gone when it is closed. What a
 * process leaves that was killed before, the next one removes that makes a folder for the same purpose.
 */
public final class ScratchFolder implements AutoCloseable {
    private static final String PREFIX = "latent-lab-";
    /** Held as long as the folder is in use. */
    private static final String HELD = ".in-use";

    private static final int TRIES = 10;

    private final Path path;
    private final HeldFile held;

    private ScratchFolder(Path path, HeldFile held) {
        this.path = path;
        this.held = held;
    }

    /** Makes one in the system's folder for temporary files: see {@link #create(Path, String, FileAttribute[])}. */
    public static ScratchFolder create(String purpose) throws IOException {
        return create(Path.of(System.getProperty("java.io.tmpdir")), purpose);
    }

    /**
     * @param parent folder to make it in
     * @param purpose letters for its name
     * @param attributes it is made with; where there are POSIX permissions it is its owner's alone without any
     * @throws IOException if it cannot be made
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

    /** Removes it with all that is in it; what cannot be removed is left to the next who makes one. */
    @Override
    public void close() {
        try {
            deleteContents(path);
            held.close();
            delete(path);
        } catch (IOException _) {
            // Windows keeps what is in use.
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
            // The next may have more luck.
        }
    }

    private static void delete(Path folder) throws IOException {
        deleteContents(folder);
        Files.deleteIfExists(folder.resolve(HELD));
        Files.delete(folder);
    }

    /** The file that is held comes last of all: without it, nobody would know the rest for left behind. */
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
