package latentlab.library;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What the run files of a library said when they were read last, in one SQLite file beside them, so that a thousand of
 * them need not be opened to be listed. All of it can be had again from the run files: an index that is damaged or of
 * another version is made anew, and where there can be none, nothing but time is lost. It is never held open.
 */
final class IndexFile {
    /** Raised whenever what is in it changes: one of another version is made anew. */
    static final int VERSION = 3;
    /** "LLix" in ASCII. */
    static final int APPLICATION = 0x4C4C6978;

    private static final Logger LOG = System.getLogger(IndexFile.class.getName());
    private static final String NAME = "index.sqlite";
    /** Time for another window to write it: reading the run files is the other way. */
    private static final int BUSY_MILLIS = 500;

    private static final String TABLE = "CREATE TABLE run (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL,"
            + " changed INTEGER NOT NULL, read INTEGER NOT NULL, crc INTEGER NOT NULL, summary BLOB NOT NULL) STRICT";
    /** With which any SQLite file begins. */
    private static final String MAGIC = "SQLite format 3\0";
    /** Where such a file says which application it is of. */
    private static final int APPLICATION_AT = 68;

    private final Path path;
    private State state = State.ANEW;

    /** What is to be done with the file. */
    private enum State {
        USED,
        /** There is none, or it is of no use. */
        ANEW,
        /** It is somebody else's, or somebody else has it. */
        LEFT
    }

    /**
     * A run file as it was when it was read.
     *
     * @param bytes it had
     * @param changed when it was written last, in nanoseconds since 1970
     * @param read when it was read, likewise
     */
    record Row(long bytes, long changed, long read, RunSummary summary) {}

    /** @param folder of the library */
    IndexFile(Path folder) {
        path = folder.resolve(NAME);
    }

    /** @return what is in it, by the names of the files; nothing if it cannot be used */
    Map<String, Row> read() {
        state = look();
        Map<String, Row> rows = new HashMap<>();
        if (state == State.USED) {
            try (Connection connection = Sqlite.open(path, BUSY_MILLIS)) {
                if (isOurs(connection)) {
                    read(connection, rows);
                } else {
                    state = State.ANEW;
                }
            } catch (SQLException e) {
                state = after(e);
                rows.clear();
            }
        }
        return rows;
    }

    /** By its first bytes, which SQLite need not understand. */
    private State look() {
        try (FileChannel file = FileChannel.open(path)) {
            ByteBuffer head = ByteBuffer.allocate(APPLICATION_AT + Integer.BYTES);
            while (head.hasRemaining() && file.read(head) >= 0) {}
            if (!new String(head.array(), 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
                return State.ANEW;
            }
            return head.getInt(APPLICATION_AT) == APPLICATION ? State.USED : State.LEFT;
        } catch (NoSuchFileException _) {
            return State.ANEW;
        } catch (IOException e) {
            LOG.log(Level.INFO, "the index of runs cannot be read", e);
            return State.LEFT;
        }
    }

    private static boolean isOurs(Connection connection) throws SQLException {
        if (Sqlite.number(connection, "PRAGMA user_version") != VERSION) {
            return false;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*), sum(sql = ?) FROM sqlite_schema WHERE sql IS NOT NULL")) {
            statement.setString(1, TABLE);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) == 1 && rows.getInt(2) == 1;
            }
        }
    }

    private static void read(Connection connection, Map<String, Row> into) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, bytes, changed, read, crc, summary FROM run")) {
            while (rows.next()) {
                put(into, rows);
            }
        }
    }

    private static void put(Map<String, Row> into, ResultSet rows) throws SQLException {
        String name = rows.getString(1);
        byte[] summary = rows.getBytes(6);
        if (name == null
                || summary == null
                || crc(name, rows.getLong(2), rows.getLong(3), rows.getLong(4), summary) != rows.getLong(5)) {
            return;
        }
        try {
            into.put(name, new Row(rows.getLong(2), rows.getLong(3), rows.getLong(4), SummaryCoding.summary(summary)));
        } catch (IOException | RuntimeException e) {
            // As of a setting that this version does not have: the run file is read.
            LOG.log(Level.INFO, "a run is not understood in its index", e);
        }
    }

    /**
     * Enters what has been read since.
     *
     * @param read by the names of the files
     * @param gone names of files that are not there any more
     */
    void write(Map<String, Row> read, Collection<String> gone) {
        if (read.isEmpty() && gone.isEmpty()) {
            return;
        }
        if (state == State.LEFT) {
            // Whoever had it may have let it go.
            read();
        }
        if (state == State.LEFT) {
            return;
        }
        try {
            if (state == State.ANEW) {
                Files.deleteIfExists(path);
            }
            try (Connection connection = Sqlite.open(path, BUSY_MILLIS)) {
                write(connection, read, gone);
                state = State.USED;
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "the index of runs cannot be made anew", e);
            state = State.LEFT;
        } catch (SQLException e) {
            state = after(e);
        }
    }

    private void write(Connection connection, Map<String, Row> read, Collection<String> gone) throws SQLException {
        // It can be had again: no need to wait for the disk.
        Sqlite.run(connection, "PRAGMA synchronous = OFF");
        connection.setAutoCommit(false);
        if (state == State.ANEW) {
            Sqlite.run(connection, "PRAGMA application_id = " + APPLICATION);
            Sqlite.run(connection, "PRAGMA user_version = " + VERSION);
            Sqlite.run(connection, TABLE);
        }
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM run WHERE name = ?")) {
            for (String name : gone) {
                statement.setString(1, name);
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, Row> entry : read.entrySet()) {
                Row row = entry.getValue();
                byte[] summary = SummaryCoding.bytes(row.summary());
                long crc = crc(entry.getKey(), row.bytes(), row.changed(), row.read(), summary);
                List<Object> values = List.of(entry.getKey(), row.bytes(), row.changed(), row.read(), crc, summary);
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                statement.executeUpdate();
            }
        }
        connection.commit();
    }

    private static long crc(String name, long bytes, long changed, long read, byte[] summary) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        crc.update(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(bytes)
                .putLong(changed)
                .putLong(read)
                .flip());
        crc.update(summary);
        return crc.getValue();
    }

    private static State after(SQLException failure) {
        LOG.log(Level.INFO, "the index of runs cannot be used: {0}", failure.getMessage());
        SQLiteErrorCode code =
                failure instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> State.ANEW;
            default -> State.LEFT;
        };
    }
}
