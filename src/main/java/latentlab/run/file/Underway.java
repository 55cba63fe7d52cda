package latentlab.run.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says that a process is writing a run, in a small file beside the runs that goes when the run is closed: one that
 * stays when its process is gone names a run that was interrupted. Other windows leave such a run where it is.
 */
public final class Underway implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Underway.class.getName());
    private static final String SUFFIX = ".underway";

    private final Path mark;

    private Underway(Path mark) {
        this.mark = mark;
    }

    /** Never fails: without the mark, nobody is asked whether to go on. @param folder of the window's own runs */
    public static Underway begin(Path folder, Path file) {
        return begin(folder, "", file);
    }

    /**
     * Marks one of several runs that this process writes into a sweep's folder. Never fails either.
     *
     * @param number that no other one in the folder has
     */
    public static Underway begin(Path folder, int number, Path file) {
        return begin(folder, "-" + number, file);
    }

    private static Underway begin(Path folder, String which, Path file) {
        ProcessHandle me = ProcessHandle.current();
        Path mark = folder.resolve(me.pid() + which + SUFFIX);
        try {
            Files.createDirectories(folder);
            Files.writeString(mark, started(me) + "\n" + file.toAbsolutePath() + "\n");
        } catch (IOException e) {
            LOG.log(Level.INFO, "not marked as being under way: " + file, e);
        }
        return new Underway(mark);
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    /**
     * Takes away the marks of processes that are gone.
     *
     * @return the runs that they were writing, as far as their files are there
     */
    public static List<Path> takeLeftBehind(Path folder) {
        List<Path> left = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return left;
        }
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path mark : marks) {
                List<String> lines = Files.readAllLines(mark);
                if (lines.size() == 2 && !runs(mark, lines.getFirst())) {
                    Files.deleteIfExists(mark);
                    Path file = folder.resolve(lines.getLast());
                    if (Files.isRegularFile(file)) {
                        left.add(file);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.INFO, "cannot look for interrupted runs in " + folder, e);
        }
        return left;
    }

    /** @return the runs that processes are writing into a library and the sweeps in it, this process too */
    public static Set<Path> written(Path library) {
        Set<Path> written = new HashSet<>(writtenInto(library));
        if (!Files.isDirectory(library)) {
            return written;
        }
        try (DirectoryStream<Path> sweeps = Files.newDirectoryStream(library, Files::isDirectory)) {
            sweeps.forEach(each -> written.addAll(writtenInto(each)));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.INFO, "cannot look for trials that are written in " + library, e);
        }
        return written;
    }

    private static Set<Path> writtenInto(Path folder) {
        Set<Path> written = new HashSet<>();
        if (!Files.isDirectory(folder)) {
            return written;
        }
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path mark : marks) {
                try {
                    List<String> lines = Files.readAllLines(mark);
                    if (lines.size() == 2 && runs(mark, lines.getFirst())) {
                        written.add(folder.resolve(lines.getLast()).toAbsolutePath());
                    }
                } catch (IOException | RuntimeException e) {
                    // It has gone meanwhile, or is none; the others count.
                    LOG.log(Level.INFO, "no mark of a run that is written: " + mark, e);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.INFO, "cannot look for runs that are written in " + folder, e);
        }
        return written;
    }

    /** Whether the process that left a mark is still there, and no other one has its number by now. */
    private static boolean runs(Path mark, String started) {
        String name = mark.getFileName().toString();
        String which = name.substring(0, name.length() - SUFFIX.length());
        long pid = Long.parseLong(which.split("-", 2)[0]);
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isPresent()
                && process.get().isAlive()
                && started(process.get()).equals(started);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            LOG.log(Level.INFO, "a mark stays behind: " + mark, e);
        }
    }
}
