package latentlab.library;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import latentlab.run.file.RunFile;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Moves run files without ever replacing another one. */
final class FileMoves {
    private static final Logger LOG = System.getLogger(FileMoves.class.getName());
    /** Of the name of what SQLite puts beside a file while it is written. */
    private static final String JOURNAL = "-journal";

    private FileMoves() {}

    /**
     * Moves a file, into a folder that need not be there.
     *
     * @param to its new place; if that is taken, another name is found beside it
     * @return where it is now
     * @throws Problem if there is no such file, somebody is writing it, or it cannot be moved
     */
    static Path move(Path from, Path to) throws Problem {
        if (!Files.exists(from)) {
            throw Problem.of("run.file.missing", from.toString());
        }
        undoHalfWritten(from);
        try {
            Files.createDirectories(to.getParent());
            Path free = free(to);
            moveOne(from, free);
            return free;
        } catch (IOException e) {
            throw new Problem(
                    Sentence.of("library.move", from.toString(), to.getParent().toString()), e);
        }
    }

    /** SQLite does so when a file is opened, by what a killed process left beside it, which stays behind. */
    private static void undoHalfWritten(Path file) throws Problem {
        try {
            RunFile.open(file).close();
        } catch (Problem e) {
            if (e.sentence().key().equals(SummaryReading.BUSY)) {
                throw e;
            }
            LOG.log(Level.DEBUG, "moved all the same", e);
        }
    }

    private static void moveOne(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.log(Level.DEBUG, "copied", e);
            Files.move(from, to);
        }
    }

    /** @return a path, or one like it that nobody has: {@code run (2).latentlab} */
    static Path free(Path wanted) {
        String name = wanted.getFileName().toString();
        int end = RunFiles.isNamed(name) ? name.length() - RunFiles.ENDING.length() : name.length();
        Path free = wanted;
        for (int number = 2; Files.exists(free); number++) {
            free = wanted.resolveSibling(name.substring(0, end) + " (" + number + ")" + name.substring(end));
        }
        return free;
    }

    /** @return a name beside a file for what is to become it, which no library lists */
    static Path unfinished(Path file) {
        return file.resolveSibling("." + UUID.randomUUID() + ".tmp");
    }

    /**
     * Removes a file for good.
     *
     * @throws Problem if it cannot be removed
     */
    static void remove(Path file) throws Problem {
        try {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + JOURNAL));
            Files.delete(file);
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, "somebody else has removed it", e);
        } catch (IOException e) {
            throw new Problem(Sentence.of("library.remove", file.toString()), e);
        }
    }
}
