package latentlab.library;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import latentlab.run.file.RunAbout;
import latentlab.run.file.Underway;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Keeps a library within so many bytes: first goes what was deleted, then the oldest runs of which nobody has said
 * anything. What goes is always told.
 */
public final class Room {
    /** Bytes a library may have unless the user chooses otherwise. */
    public static final long USUAL = 5_000_000_000L;

    private static final int MEGA = 1_000_000;

    /** Time for which a run may be trained by a program that leaves no mark in the library, an epoch under way. */
    private static final Duration AT_WORK = Duration.ofMinutes(10);

    private final Library library;
    private final Predicate<Path> inUse;
    private final Clock clock;

    /** @param inUse whether a file's run is being trained here, or looked at; other windows leave marks */
    public Room(Library library, Predicate<Path> inUse) {
        this(library, inUse, Clock.systemUTC());
    }

    Room(Library library, Predicate<Path> inUse, Clock clock) {
        this.library = library;
        this.inUse = inUse;
        this.clock = clock;
    }

    /**
     * Removes what has to go, for good.
     *
     * @param most bytes that all runs may have together, with those that were deleted
     * @return a sentence about each file that went, and one more if that was not enough
     * @throws Problem if the library cannot be read
     */
    public List<Sentence> makeRoom(long most, Progress progress) throws Problem {
        List<Entry> entries = library.list(progress).entries();
        Bin bin = new Bin(library, clock);
        long bytes = bin.bytes() + entries.stream().mapToLong(Entry::bytes).sum();
        List<Sentence> said = new ArrayList<>();
        if (bytes <= most) {
            return said;
        }
        bytes -= bin.makeRoom(bytes - most, Sentence.of("library.removed.binned", megabytes(most)), said);
        Set<Path> written = Underway.written(library.folder());
        List<Entry> oldest = entries.stream()
                .filter(each -> mayGo(each) && !written.contains(each.file().toAbsolutePath()))
                .sorted(Comparator.comparing(each -> each.run().created()))
                .toList();
        for (Entry each : oldest) {
            if (bytes > most && remove(each, Sentence.of("library.removed.oldest", megabytes(most)), said)) {
                bytes -= each.bytes();
            }
        }
        if (bytes > most) {
            said.add(Sentence.of("library.room.full", megabytes(bytes), megabytes(most)));
        }
        return said;
    }

    private boolean mayGo(Entry entry) {
        return entry.readable()
                && entry.run().about().equals(RunAbout.NONE)
                && !inUse.test(entry.file())
                && entry.changed().toInstant().isBefore(clock.instant().minus(AT_WORK));
    }

    /**
     * Removes a file for good.
     *
     * @param said takes a sentence about it, or about why it stays
     * @return whether it is gone
     */
    static boolean remove(Entry entry, Sentence why, List<Sentence> said) {
        try {
            FileMoves.remove(entry.file());
            said.add(Sentence.of("library.removed", entry.name(), megabytes(entry.bytes()), why));
            return true;
        } catch (Problem problem) {
            said.add(problem.sentence());
            return false;
        }
    }

    static double megabytes(long bytes) {
        return (double) bytes / MEGA;
    }
}
