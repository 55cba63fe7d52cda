package latentlab.library;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import latentlab.library.RunFiles.Found;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Deleted runs, until they are removed for good: a folder of the library, with a folder for each moment at which
 * something was deleted, named after it. In there, files have the places they had in the library.
 */
public final class Bin {
    static final String NAME = "bin";

    /** Time after which what was deleted is removed for good. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = System.getLogger(Bin.class.getName());
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path library;
    private final Path folder;
    private final Clock clock;

    /**
     * A deleted run.
     *
     * @param deleted when that was, in UTC, to the second
     * @param entry what is in its file
     */
    public record Deleted(Instant deleted, Entry entry) {}

    /** @param library whose bin it is */
    public Bin(Library library) {
        this(library, Clock.systemUTC());
    }

    Bin(Library library, Clock clock) {
        this.library = library.folder();
        folder = this.library.resolve(NAME);
        this.clock = clock;
    }

    /**
     * Deletes a run: its file is moved here.
     *
     * @param file within the library
     * @param what is done, for whoever takes it back
     * @throws Problem if there is no such file, or it cannot be moved
     */
    Undo take(Path file, Sentence what) throws Problem {
        return new Undo.Moved(what, FileMoves.move(file, place(file)), file);
    }

    /** @return how to take back that a file has come into the library: by moving it here */
    Undo undoOfComing(Path file, Sentence what) {
        return new Undo.Moved(what, file, place(file));
    }

    private Path place(Path file) {
        return folder.resolve(MOMENT.format(clock.instant())).resolve(library.relativize(file));
    }

    /** @return how to bring a deleted run back to where it was */
    public static Undo undo(Path library, Path deleted, Sentence what) {
        Path inBin = library.resolve(NAME).relativize(deleted);
        return new Undo.Moved(what, deleted, library.resolve(inBin.subpath(1, inBin.getNameCount())));
    }

    /** @return what is in here, the oldest first; files that cannot be read among them */
    public List<Deleted> list() {
        List<Deleted> all = new ArrayList<>();
        for (Moment moment : moments()) {
            for (Found file : moment.files()) {
                all.add(new Deleted(moment.time(), SummaryReader.entry(file)));
            }
        }
        return all;
    }

    /** A folder of what was deleted at one moment. */
    private record Moment(Instant time, Path folder) {
        List<Found> files() {
            try {
                return RunFiles.in(folder).found();
            } catch (Problem e) {
                LOG.log(Level.INFO, "what was deleted cannot be looked at", e);
                return List.of();
            }
        }
    }

    private List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path each : folders) {
                try {
                    moments.add(new Moment(
                            Instant.from(MOMENT.parse(each.getFileName().toString())), each));
                } catch (DateTimeException e) {
                    LOG.log(Level.DEBUG, "a folder of somebody else", e);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            LOG.log(Level.DEBUG, "nothing was deleted", e);
        } catch (IOException e) {
            LOG.log(Level.INFO, "the bin cannot be read", e);
        }
        moments.sort(Comparator.comparing(Moment::time));
        return moments;
    }

    /** Bytes of all that is in here. */
    long bytes() {
        return moments().stream()
                .flatMap(moment -> moment.files().stream())
                .mapToLong(Found::bytes)
                .sum();
    }

    /**
     * Removes for good what was deleted more than {@link #KEPT} ago.
     *
     * @return a sentence about each file
     */
    public List<Sentence> removeOld() {
        Instant before = clock.instant().minus(KEPT);
        List<Sentence> said = new ArrayList<>();
        for (Moment moment : moments()) {
            if (moment.time().isBefore(before)) {
                for (Found file : moment.files()) {
                    Room.remove(SummaryReader.entry(file), Sentence.of("library.removed.old", KEPT.toDays()), said);
                }
                clear(moment.folder());
            }
        }
        return said;
    }

    /**
     * Removes the oldest for good until enough room has been made, or nothing is left.
     *
     * @param bytes to be freed
     * @param why for the sentences
     * @param said takes a sentence about each file
     * @return bytes that have been freed
     */
    long makeRoom(long bytes, Sentence why, List<Sentence> said) {
        long freed = 0;
        for (Moment moment : moments()) {
            for (Found file : moment.files()) {
                if (freed < bytes && Room.remove(SummaryReader.entry(file), why, said)) {
                    freed += file.bytes();
                }
            }
            clear(moment.folder());
        }
        return freed;
    }

    /** Removes the folders of a moment that have nothing in them any more. */
    private static void clear(Path moment) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(moment, Files::isDirectory)) {
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "something is left in there", e);
        }
        try {
            Files.deleteIfExists(moment);
        } catch (DirectoryNotEmptyException e) {
            LOG.log(Level.DEBUG, "something is left in there", e);
        } catch (IOException e) {
            LOG.log(Level.INFO, "an empty folder is left", e);
        }
    }
}
