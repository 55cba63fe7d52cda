package latentlab.run.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether files can be locked where they are, which some network drives refuse: SQLite then says that a file is busy,
 * or cannot be read.
 */
final class FolderLocks {
    private static final Logger LOG = System.getLogger(FolderLocks.class.getName());

    /** Folders where they were refused last. */
    private static final Set<Path> REFUSING = ConcurrentHashMap.newKeySet();

    private FolderLocks() {}

    /** Whether they were refused beside a file before, and are now: SQLite would wait for seconds for each file. */
    static boolean areStillRefused(Path file) {
        return REFUSING.contains(file.toAbsolutePath().getParent()) && areRefused(file);
    }

    /** Tries it with a file of its own: closing one that SQLite has open would give up its locks. */
    static boolean areRefused(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        Path tried;
        try {
            tried = Files.createTempFile(folder, ".lock-", ".tmp");
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "whether files can be locked beside " + file + " is not known", e);
            return false;
        }
        try (FileChannel channel =
                        FileChannel.open(tried, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
                FileLock _ = channel.tryLock()) {
            REFUSING.remove(folder);
            return false;
        } catch (IOException e) {
            REFUSING.add(folder);
            LOG.log(Level.INFO, "files cannot be locked beside " + file, e);
            return true;
        }
    }
}
