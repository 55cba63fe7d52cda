package latentlab.library;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import latentlab.run.file.RunFile;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Copies run files whole, also while somebody writes them: SQLite does it, from one epoch's end. */
final class RunCopy {
    private static final Logger LOG = System.getLogger(RunCopy.class.getName());
    private static final int BUSY_MILLIS = 5_000;

    private RunCopy() {}

    /**
     * Copies a run file, into a folder that is there.
     *
     * @param to the copy's place
     * @param replace whether a file there may be replaced
     * @throws Problem if it is no run file, damaged, or the copy cannot be written; there is none then
     */
    static void copy(Path from, Path to, boolean replace) throws Problem {
        RunFile.open(from).close();
        Path unfinished = FileMoves.unfinished(to.toAbsolutePath());
        try {
            vacuum(from, unfinished);
            RunFile.open(unfinished).close();
            if (replace) {
                Files.move(unfinished, to, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(unfinished, to);
            }
        } catch (FileAlreadyExistsException e) {
            throw new Problem(Sentence.of("library.taken", to.toString()), e);
        } catch (SQLException | IOException e) {
            throw new Problem(Sentence.of("library.copy", from.toString(), to.toString()), e);
        } finally {
            clear(unfinished);
        }
    }

    private static void vacuum(Path from, Path to) throws SQLException {
        try (Connection connection = Sqlite.open(from, BUSY_MILLIS);
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, to.toString());
            statement.execute();
        }
    }

    private static void clear(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.log(Level.INFO, "an unfinished copy is left", e);
        }
    }
}
