package latentlab.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file whose lock says that a process is still at it. The system takes the lock from a process that ends, however it ends: a
 * file that nobody holds has been left behind.
 */
final class HeldFile implements Closeable {
    /** Those of this process, which must not be opened a second time: on POSIX, closing that would give up the lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path key;
    private final FileChannel channel;

    private HeldFile(Path path, Path key, FileChannel channel) {
        this.path = path;
        this.key = key;
        this.channel = channel;
    }

    /**
     * Makes a file and holds it.
     *
     * @return null if another process has taken it for left behind before it was held: try another name
     * @throws IOException if it cannot be made
     */
    static HeldFile create(Path file) throws IOException {
        Path key = key(file);
        HELD.add(key);
        FileChannel channel = null;
        boolean held = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            held = lock(channel) && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            return held ? new HeldFile(file, key, channel) : null;
        } finally {
            if (!held) {
                HELD.remove(key);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /** @return false if another process has the lock */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException | UnsupportedOperationException _) {
            // A file system without locks: nobody gets one, so that nobody takes the file for left behind.
            return true;
        }
    }

    /** Where it was made. */
    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Lets go of it. It stays where it is, or where it has been moved to. */
    @Override
    public void close() throws IOException {
        HELD.remove(key);
        channel.close();
    }

    /** What is to be done with a file that was left behind, while nobody else can hold it. */
    @FunctionalInterface
    interface Removal {
        void remove() throws IOException;
    }

    /**
     * Does away with a file that a killed process has left.
     *
     * @param owner who must own it
     * @param removal what is done if nobody holds it
     */
    static void removeIfLeft(Path file, UserPrincipal owner, Removal removal) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(owner)
                    || HELD.contains(key(file))) {
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                    FileLock lock = channel.tryLock()) {
                if (lock != null) {
                    removal.remove();
                }
            }
        } catch (IOException | UnsupportedOperationException _) {
            // Somebody else's, or gone: nothing that is missed.
        }
    }

    private static Path key(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return folder.toRealPath().resolve(file.getFileName());
    }
}
