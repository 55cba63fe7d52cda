package latentlab.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes a file completely or not at all: into a temporary file beside it, which replaces it once it is complete.
 *
 * <p>A process killed while writing leaves that temporary file. Its name,
 * {@code .NAME.<16 hexadecimal digits>.latent-lab.tmp}, says which program made it and what it was to become. The next
 * write into the same folder removes it, unless it belongs to another user or is still being written.
 */
public final class WholeFile {
    private static final int BUFFER = 1 << 16;
    /**
     * Letters of the target's name that are used: file systems allow at least 143 bytes, and a letter may take four.
     */
    private static final int NAME_LETTERS = 28;

    private static final String SUFFIX = ".latent-lab.tmp";
    private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.[0-9a-f]{16}\\.latent-lab\\.tmp");
    private static final int TRIES = 10;

    /** Writes the file's content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Creates or replaces a file.
     *
     * @throws IOException if it cannot be written; a file that was there before is then unchanged
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        try (HeldFile temporary = beginBeside(target)) {
            try {
                removeLeftovers(target.getParent(), temporary.path());
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(temporary.channel()), BUFFER);
                content.writeTo(out);
                out.flush();
                // Some disks report only now that they are full. Held until it is moved, so that it is not taken for
                // left behind.
                temporary.channel().force(false);
                move(temporary.path(), target);
            } finally {
                Files.deleteIfExists(temporary.path());
            }
        }
    }

    /**
     * Checks whether {@link #write} could begin.
     *
     * @throws IOException if it could not
     */
    public static void check(Path file) throws IOException {
        // Removed by the system at once, or when this process ends.
        FileChannel.open(
                        temporaryBeside(file.toAbsolutePath()),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)
                .close();
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static HeldFile beginBeside(Path target) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            HeldFile held = HeldFile.create(temporaryBeside(target));
            if (held != null) {
                return held;
            }
        }
        throw new IOException("something removes what is being written beside " + target);
    }

    /**
     * A name for a temporary file. Not Files.createTempFile, whose files only their owner may read, even after they are
     * moved.
     */
    private static Path temporaryBeside(Path target) {
        String name = target.getFileName().toString();
        if (name.codePointCount(0, name.length()) > NAME_LETTERS) {
            name = name.substring(0, name.offsetByCodePoints(0, NAME_LETTERS));
        }
        String chance = HexFormat.of().toHexDigits(UUID.randomUUID().getLeastSignificantBits());
        return target.resolveSibling("." + name + "." + chance + SUFFIX);
    }

    private static void removeLeftovers(Path folder, Path mine) {
        try {
            UserPrincipal owner = Files.getOwner(mine, LinkOption.NOFOLLOW_LINKS);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(
                    folder,
                    file -> TEMPORARY.matcher(file.getFileName().toString()).matches())) {
                for (Path file : files) {
                    HeldFile.removeIfLeft(file, owner, () -> Files.delete(file));
                }
            }
        } catch (IOException | UnsupportedOperationException _) {
            // The folder can be written to but not listed: leftovers in it are not this program's to remove.
        }
    }
}
