package latentlab.library;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Connections to SQLite files whose content is not trusted. */
final class Sqlite {
    private Sqlite() {}

    /** @param busyMillis time for another process to end its transaction */
    static Connection open(Path path, int busyMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(busyMillis);
        // As an address, in which no letter of a name means anything else.
        Connection connection = config.createConnection(
                "jdbc:sqlite:file:" + path.toAbsolutePath().toUri().getRawPath());
        run(connection, "PRAGMA trusted_schema = OFF");
        return connection;
    }

    static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : -1;
        }
    }
}
