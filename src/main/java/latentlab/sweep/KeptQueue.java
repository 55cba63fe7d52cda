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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * The sweeps of a queue as they are kept in a library's folder, where another window may have a queue as well: each
 * writes what it has changed, and leaves be what is of the other. For one thread.
 */
final class KeptQueue {
    /** Beside the queue's file, which is replaced whenever it is written. */
    private static final String LOCK = "sweeps.lock";

    private static final Logger LOG = System.getLogger(KeptQueue.class.getName());
    /** The system's lock is the process's: it keeps no second queue of the same process out. */
    private static final Object PROCESS = new Object();

    private final Path library;
    private final QueueFile file;
    /** What was last read or written here, by the names of the folders. */
    private Map<String, QueueFile.Item> known = Map.of();

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
        try {
            return file.read().stream()
                    .map(item -> QueuedSweep.read(library.resolve(item.folder()), item))
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
        Map<String, QueueFile.Item> all = new HashMap<>();
        items.forEach(each -> all.put(each.folder(), each));
        known = all;
    }

    /**
     * Writes the sweeps of this queue, and those of others that are in the file.
     *
     * @throws Problem if it cannot be written; it is tried again with the next change
     */
    void write(List<QueueFile.Item> items) throws Problem {
        synchronized (PROCESS) {
            try (FileChannel _ = turn()) {
                file.write(merged(items));
            } catch (IOException e) {
                LOG.log(Level.INFO, "the lock of the queue cannot be let go", e);
            }
        }
        know(items);
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

    private List<QueueFile.Item> merged(List<QueueFile.Item> items) {
        if (!Files.exists(file.path())) {
            return items;
        }
        Map<String, QueueFile.Item> there = new LinkedHashMap<>();
        try {
            file.read().forEach(each -> there.put(each.folder(), each));
        } catch (Problem problem) {
            LOG.log(Level.WARNING, problem.getMessage(), problem);
            setAside();
            return items;
        }
        List<QueueFile.Item> merged = new ArrayList<>();
        for (QueueFile.Item each : items) {
            QueueFile.Item found = there.remove(each.folder());
            if (!each.equals(known.get(each.folder()))) {
                merged.add(each);
            } else if (found != null) {
                merged.add(found);
            }
        }
        // What is known and not among the items has been taken off here.
        there.keySet().removeAll(known.keySet());
        merged.addAll(there.values());
        return merged;
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
                    QueuedSweep sweep = QueuedSweep.read(each, item);
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
