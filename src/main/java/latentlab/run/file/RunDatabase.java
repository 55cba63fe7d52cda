package latentlab.run.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite database that a run file is. Nothing in it is trusted but its rows: one with other tables, with triggers
 * or with views is none of ours. For one thread.
 */
final class RunDatabase implements AutoCloseable {
    private static final Logger LOG = System.getLogger(RunDatabase.class.getName());
    /** Time for another process to end its transaction. */
    private static final int BUSY_MILLIS = 5_000;
    /** Bytes of one value at most: the state of a model of forty million parameters. */
    private static final int LARGEST = 512 << 20;

    private final Path path;
    private final Connection connection;

    private RunDatabase(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** Changes that are all made, or none of them. */
    interface Changes {
        void make() throws SQLException, IOException;
    }

    /**
     * Makes a new file, which is empty until {@link #makeTables}.
     *
     * @param path may be an empty file, which a run that was ended before its first epoch leaves
     * @throws Problem if there is one already, or it cannot be made
     */
    static RunDatabase create(Path path) throws Problem {
        if (Files.exists(path) && (!Files.isRegularFile(path) || path.toFile().length() > 0)) {
            throw Problem.of("run.file.exists", path.toString());
        }
        RunDatabase database = connect(path, false);
        try {
            // Where nothing can be locked, that is known now rather than when the first epoch is there.
            database.run("BEGIN IMMEDIATE");
            database.run("ROLLBACK");
            return database;
        } catch (SQLException e) {
            throw database.closed(e);
        }
    }

    /**
     * Opens a file that is there.
     *
     * @param reading whether it is only read; it need not be writable then
     * @throws Problem if it is no run file, a newer one, damaged, or cannot be read
     */
    static RunDatabase open(Path path, boolean reading) throws Problem {
        if (!Files.isRegularFile(path)) {
            throw Problem.of(Files.exists(path) ? "run.file.foreign" : "run.file.missing", path.toString());
        }
        if (path.toFile().length() == 0) {
            throw Problem.of("run.file.empty", path.toString());
        }
        RunDatabase database = connect(path, reading);
        try {
            database.check();
            return database;
        } catch (SQLException | Problem e) {
            throw database.closed(e);
        }
    }

    private static RunDatabase connect(Path path, boolean reading) throws Problem {
        if (FolderLocks.areStillRefused(path)) {
            throw Problem.of("run.file.locks", path.toString());
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LARGEST));
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        try {
            // As an address, in which no letter of a name means anything else.
            Connection connection = config.createConnection(
                    "jdbc:sqlite:file:" + path.toAbsolutePath().toUri().getRawPath());
            RunDatabase database = new RunDatabase(path, connection);
            database.run("PRAGMA trusted_schema = OFF");
            if (reading) {
                // Not opened read-only, for then what a killed process left half written could not be undone.
                database.run("PRAGMA query_only = ON");
            }
            return database;
        } catch (SQLException e) {
            removeEmpty(path);
            throw problem(path, e);
        }
    }

    private void check() throws SQLException, Problem {
        if (number("PRAGMA application_id") != RunTables.APPLICATION) {
            throw Problem.of("run.file.foreign", path.toString());
        }
        long version = number("PRAGMA user_version");
        if (version > RunTables.VERSION) {
            throw Problem.of("run.file.newer", path.toString());
        }
        Set<String> tables = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        if (!tables.equals(RunTables.of(version))) {
            throw Problem.of("run.file.foreign", path.toString());
        }
    }

    /** With the first epoch: a file that is not empty has a run in it. */
    void makeTables() throws SQLException {
        run("PRAGMA application_id = " + RunTables.APPLICATION);
        run("PRAGMA user_version = 1");
        for (String table : RunTables.ALL) {
            run(table);
        }
    }

    /** Whether there are tables for what was found out later; another program may make them at any time. */
    boolean hasFindings() throws SQLException {
        return number("PRAGMA user_version") == RunTables.VERSION;
    }

    /** Makes these tables where there are none, so that only files that need them are of the newer version. */
    void makeFindings() throws SQLException {
        if (!hasFindings()) {
            for (String table : RunTables.FINDINGS) {
                run(table);
            }
            run("PRAGMA user_version = " + RunTables.VERSION);
        }
    }

    /** By SQLite's own words: where it takes changes back itself, as on a full disk, JDBC would go on without any. */
    void transaction(Changes changes) throws SQLException, IOException {
        run("BEGIN IMMEDIATE");
        boolean made = false;
        try {
            changes.make();
            run("COMMIT");
            made = true;
        } finally {
            if (!made) {
                takeBack();
            }
        }
    }

    private void takeBack() {
        try {
            run("ROLLBACK");
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "SQLite has taken the changes back already", e);
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : -1;
        }
    }

    Path path() {
        return path;
    }

    /** One row of a query. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String query, Row<T> each, Object... values) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            set(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(each.of(rows));
                }
            }
        }
        return all;
    }

    /** Puts in or takes out one row. */
    void row(String command, Object... values) throws SQLException {
        rows(command, List.<Object[]>of(values));
    }

    /** Puts in or takes out several rows by the same command. */
    void rows(String command, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            for (Object[] row : rows) {
                set(statement, row);
                statement.executeUpdate();
            }
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private void run(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** @return a sentence about what went wrong with the file */
    Problem problem(SQLException cause) {
        return problem(path, cause);
    }

    /** Closes it since it is of no use. @return a sentence about what went wrong */
    Problem closed(Exception cause) {
        close();
        return cause instanceof SQLException failed ? problem(failed) : (Problem) cause;
    }

    static Problem problem(Path path, SQLException cause) {
        SQLiteErrorCode code =
                cause instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
        if (code == SQLiteErrorCode.SQLITE_READONLY_DBMOVED) {
            return new Problem(Sentence.of("run.file.moved", path.toString()), cause);
        }
        boolean mayBeLocks =
                switch (code) {
                    case SQLITE_BUSY, SQLITE_IOERR_LOCK, SQLITE_IOERR_RDLOCK, SQLITE_IOERR_CHECKRESERVEDLOCK -> true;
                    default -> false;
                };
        if (mayBeLocks && FolderLocks.areRefused(path)) {
            return new Problem(Sentence.of("run.file.locks", path.toString()), cause);
        }
        String key =
                switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
                    case SQLITE_NOTADB -> "run.file.foreign";
                    case SQLITE_CORRUPT -> "run.file.damaged";
                    case SQLITE_BUSY, SQLITE_LOCKED -> "run.file.busy";
                    case SQLITE_FULL -> "run.file.full";
                    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> "run.file.denied";
                    default -> "run.file.failed";
                };
        return new Problem(Sentence.of(key, path.toString()), cause);
    }

    /** A new file that nothing has been written to goes: without an epoch there is nothing to go on with. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(Level.INFO, path + " cannot be closed", e);
        }
        removeEmpty(path);
    }

    private static void removeEmpty(Path path) {
        try {
            if (path.toFile().length() == 0) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, path + " is empty, and stays", e);
        }
    }
}
