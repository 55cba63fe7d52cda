package latentlab.sweep;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * The sweeps of a queue as they are kept in a library's folder, where another window may have a queue as well: each
 * writes what it has changed, and leaves be what the other has. For one thread.
 */
final class KeptQueue {
    /** Beside the queue's file, which is replaced whenever it is written. */
    private static final String LOCK = "sweeps.lock";

    private static final Logger LOG = System.getLogger(KeptQueue.class.getName());
    /** The system's lock is the process's: it keeps no second queue of the same process out. */
    private static final Object PROCESS = new Object();

    private final Path library;
    private final QueueFile file;
    /** What was last read or written here. */
    private QueueMerge known = new QueueMerge(new LinkedHashMap<>());
    /** Of the file when it was last read or written. */
    private String stamp = "";

    KeptQueue(Path library) {
        this.library = library;
        file = new QueueFile(library.resolve(QueueFile.NAME));
    }

    /**
     * Reads the sweeps as they were left; where the file is of no use, as they can be found.
     *
     * @param told hears why the file could not be read, if it could not
     */
    List<QueuedSweep> read(Consumer<Sentence> told) {
        stamp = stamp();
        try {
            return file.read().stream()
                    .map(item -> QueuedSweep.read(library.resolve(item.folder()), item, null))
                    .toList();
        } catch (Problem problem) {
            LOG.log(Level.WARNING, problem.getMessage(), problem);
            told.accept(problem.sentence());
            setAside();
            return found();
        }
    }

    /** Takes sweeps for unchanged until they differ from this. */
    void know(List<QueueFile.Item> items) {
        known = new QueueMerge(QueueMerge.byName(items));
    }

    /** Whether another window has written since it was read or written here. */
    boolean stale() {
        return !stamp.equals(stamp());
    }

    private String stamp() {
        try {
            BasicFileAttributes file = Files.readAttributes(this.file.path(), BasicFileAttributes.class);
            return file.lastModifiedTime() + " " + file.size() + " " + file.fileKey();
        } catch (IOException _) {
            // There is none.
            return "";
        }
    }

    /**
     * Writes the sweeps of this queue, and those of others that are in the file.
     *
     * @return what is in the file now
     * @throws Problem if it cannot be written; it is tried again with the next change
     */
    List<QueueFile.Item> write(List<QueueFile.Item> items) throws Problem {
        List<QueueFile.Item> merged = items;
        synchronized (PROCESS) {
            try (FileChannel _ = turn()) {
                List<QueueFile.Item> there = there();
                merged = there == null ? items : known.of(items, there);
                if (!merged.equals(there)) {
                    file.write(merged);
                }
                stamp = stamp();
            } catch (IOException e) {
                LOG.log(Level.INFO, "the lock of the queue cannot be let go", e);
            }
        }
        know(items);
        return merged;
    }

    /** Waits until no other process writes. @return null where that cannot be known */
    private FileChannel turn() {
        FileChannel channel = null;
        try {
            Files.createDirectories(library);
            channel = FileChannel.open(library.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
        } catch (IOException e) {
            LOG.log(Level.INFO, "a folder without locks: another window may write the queue", e);
        }
        return channel;
    }

    /** @return what is in the file; null where there is none, or none that is of use */
    private List<QueueFile.Item> there() {
        if (!Files.exists(file.path())) {
            return null;
        }
        try {
            return file.read();
        } catch (Problem problem) {
            LOG.log(Level.WARNING, problem.getMessage(), problem);
            setAside();
            return null;
        }
    }

    /** It will be written anew, and may be of use to a newer version of the program. */
    private void setAside() {
        Path aside = file.path().resolveSibling("sweeps " + System.currentTimeMillis() + ".json");
        try {
            Files.move(file.path(), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "stays in its place", e);
        }
    }

    /** @return what there is without a queue's file: sweeps whose plans tell of trials that have not ended */
    private List<QueuedSweep> found() {
        List<QueuedSweep> all = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(library, Files::isDirectory)) {
            for (Path each : folders) {
                if (Files.exists(each.resolve(PlanFile.NAME))) {
                    QueueFile.Item item = new QueueFile.Item(
                            each.getFileName().toString(),
                            Sweep.usualWorkers(),
                            false,
                            true,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of());
                    QueuedSweep sweep = QueuedSweep.read(each, item, null);
                    if (sweep.open()) {
                        all.add(sweep);
                    }
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no sweeps are found", e);
        }
        return all;
    }
}
