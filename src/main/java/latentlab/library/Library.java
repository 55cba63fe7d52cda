package latentlab.library;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import latentlab.files.AppFolders;
import latentlab.library.IndexFile.Row;
import latentlab.library.RunFiles.Found;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A folder of run files, with folders of sweeps in it. The files alone count: what is added, changed or removed by
 * whomever is noticed when it is listed the next time. Safe to use from any thread but the user interface's, since it
 * accesses the disk.
 */
public final class Library {
    /** Of the names of run files. */
    public static final String ENDING = RunFiles.ENDING;

    /**
     * A file that was read so soon after it was written may have been written again with the same time: clocks of file
     * systems take up to two seconds for one moment.
     */
    private static final long UNSURE = Duration.ofSeconds(2).toNanos();

    private static final Logger LOG = System.getLogger(Library.class.getName());

    private final Path folder;
    private final Clock clock;
    /** What was read of each file last. Guarded by this, as is the next field. */
    private final Map<String, Row> known = new HashMap<>();
    /** Null until the library is listed for the first time. */
    private IndexFile index;

    /**
     * What is in a library.
     *
     * @param entries by their files, those that cannot be read among them
     * @param remarks on folders that could not be read
     */
    public record Listing(List<Entry> entries, List<Sentence> remarks) {
        public Listing {
            entries = List.copyOf(entries);
            remarks = List.copyOf(remarks);
        }
    }

    /** @param folder that need not be there */
    public Library(Path folder) {
        this(folder, Clock.systemUTC());
    }

    Library(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The folder of the user's runs, unless another is asked for. */
    public static Path usual() {
        return AppFolders.data().resolve("runs");
    }

    /** The folder it is of. */
    public Path folder() {
        return folder;
    }

    /**
     * Reads one file, wherever it is.
     *
     * @throws Problem if there is none
     */
    public static Entry entry(Path file) throws Problem {
        Found found = RunFiles.look(file);
        if (found == null) {
            throw Problem.of("run.file.missing", file.toString());
        }
        return SummaryReader.entry(found);
    }

    /**
     * Finds the place of a file in the library, by whatever path it is named.
     *
     * @return its path in {@link #folder()}; null if it is none of the library's runs
     */
    public Path place(Path file) {
        try {
            Path root = folder.toRealPath();
            Path inside = root.relativize(file.toRealPath());
            boolean ours = inside.getNameCount() <= 2
                    && RunFiles.isNamed(inside.getFileName().toString())
                    && !inside.startsWith("..")
                    && !inside.startsWith(Bin.NAME);
            return ours ? folder.resolve(inside) : null;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "not in the library", e);
            return null;
        }
    }

    /**
     * Lists all runs. Only files that are new or have changed are read.
     *
     * @throws Problem if the folder is there, and cannot be read
     * @throws CancellationException if it is cancelled; what has been read until then is known the next time
     */
    public synchronized Listing list(Progress progress) throws Problem {
        RunFiles files = RunFiles.in(folder);
        boolean first = index == null;
        if (first) {
            index = new IndexFile(folder);
            known.putAll(index.read());
        }
        Map<String, Found> unread = new LinkedHashMap<>();
        Set<String> there = new HashSet<>();
        for (Found each : files.found()) {
            String name = name(each.file());
            there.add(name);
            if (!isKnown(each, known.get(name))) {
                unread.put(name, each);
            }
        }
        Set<String> gone = new HashSet<>(known.keySet());
        gone.removeAll(there);
        known.keySet().removeAll(gone);
        SummaryReading reading = new SummaryReading(unread.values(), clock);
        try {
            reading.read(progress);
        } finally {
            enter(unread, reading, gone);
        }
        List<Entry> entries = new ArrayList<>();
        for (Found each : files.found()) {
            Sentence fault = reading.faults().get(each);
            if (fault == null || RunFiles.look(each.file()) != null) {
                entries.add(entry(each, fault));
            }
        }
        return new Listing(entries, files.unread());
    }

    /** A fault is not entered: it may be gone the next time without a change of the file. */
    private void enter(Map<String, Found> unread, SummaryReading reading, Set<String> gone) {
        Map<String, Row> read = new HashMap<>();
        unread.forEach((name, each) -> {
            Row row = reading.rows().get(each);
            if (row != null) {
                read.put(name, row);
            }
        });
        known.putAll(read);
        index.write(read, gone);
    }

    private Entry entry(Found found, Sentence fault) {
        Row row = known.get(name(found.file()));
        // While somebody writes a file, what it said before still holds.
        boolean readable = row != null && (fault == null || fault.key().equals(SummaryReading.BUSY));
        return new Entry(
                found.file(), found.bytes(), found.changed(), readable ? row.summary() : null, readable ? null : fault);
    }

    private String name(Path file) {
        return folder.relativize(file).toString();
    }

    private static boolean isKnown(Found found, Row row) {
        return row != null
                && row.bytes() == found.bytes()
                && row.changed() == nanos(found.changed())
                && row.read() - row.changed() > UNSURE;
    }

    static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
