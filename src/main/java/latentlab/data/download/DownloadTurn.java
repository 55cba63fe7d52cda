package latentlab.data.download;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Whose turn it is to download into a folder: one window or process at a time, told by a lock on a file beside the
 * folder. The system takes the lock away with the process, however that ends; the file stays, since whoever deletes it
 * might take it from under another who has just opened it.
 */
final class DownloadTurn implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DownloadTurn.class.getName());
    /** Of other processes nobody tells us when they are done. */
    private static final long POLL_MILLIS = 100;
    /**
     * The folders whose turn this process has. The system's lock belongs to all of it: it would not keep a second
     * thread out, and would be lost when that closes the file again.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path folder;
    private final String brand;
    private boolean held;
    private boolean tried;
    private FileChannel channel;

    /** @param brand what the data that are downloaded are called */
    DownloadTurn(Path folder, String brand) {
        this.folder = folder.toAbsolutePath().normalize();
        this.brand = brand;
    }

    /**
     * Waits until it is this one's turn, which it keeps until it is closed.
     *
     * @return whether no other process can have it too; false where the file system has no locks
     * @throws CancellationException if the progress is cancelled
     */
    boolean take(Progress progress) {
        synchronized (HELD) {
            while (!held) {
                held = HELD.add(folder);
                if (!held) {
                    pause(progress);
                }
            }
        }
        if (!tried) {
            lock(progress);
            tried = true;
        }
        return channel != null;
    }

    private void lock(Progress progress) {
        Path file = folder.resolveSibling(folder.getFileName() + ".lock");
        try {
            // To read as well, as opening a pipe to write alone would wait for whoever reads it.
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            while (!locked()) {
                synchronized (HELD) {
                    pause(progress);
                }
            }
        } catch (ClosedByInterruptException e) {
            throw new CancellationException();
        } catch (IOException e) {
            LOG.log(Level.INFO, "no locks on " + file + ", so each download has files of its own", e);
            unlock();
        }
    }

    private boolean locked() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false; // this process has it by another path
        }
    }

    /** Says what it waits for, and waits a moment. Holds HELD, whose other holders wake it. */
    private void pause(Progress progress) {
        progress.report(-1, Sentence.of("data.progress.waiting", brand));
        try {
            HELD.wait(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private void unlock() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "lock beside " + folder, e);
        }
        channel = null;
    }

    @Override
    public void close() {
        unlock();
        synchronized (HELD) {
            if (held) {
                HELD.remove(folder);
                HELD.notifyAll();
            }
        }
    }
}
