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
 * A file whose lock says that a process is still using it. The system releases the lock when the process ends, however
 * it ends: a file without a lock has been left behind.
 */
final class HeldFile implements Closeable {
    /**
     * Files held by this process. They must not be opened a second time: on POSIX, closing the second one would release
     * the lock.
     */
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
     * Creates a file and holds it.
     *
     * @return null if another process took it for left behind before it was locked: try another name
     * @throws IOException if it cannot be created
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

    /** The path it was created at. */
    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Releases the file, which stays where it is, or where it has been moved to. */
    @Override
    public void close() throws IOException {
        HELD.remove(key);
        channel.close();
    }

    /** Removes a file that was left behind, while nobody else can hold it. */
    @FunctionalInterface
    interface Removal {
        void remove() throws IOException;
    }

    /**
     * Removes a file left by a killed process.
     *
     * @param owner who must own it
     * @param removal called if nobody holds the file
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
            // Owned by another user, or gone already: nothing to remove.
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
