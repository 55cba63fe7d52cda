package latentlab.run.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.PastState;
import latentlab.text.Progress;

/** Run files for tests: one that was trained, and others made from it, which takes no training. */
public final class SavedRuns {
    /** Small images, the same every time. */
    public static final Dataset DATA = MadeUpImages.dataset(22, 5, 7);

    private SavedRuns() {}

    /** Trains a small run to the end of its settings. */
    public static void train(Path file, TrainingConfig config) throws Exception {
        train(file, DATA, config);
    }

    /** Trains a run to the end of its settings. */
    public static void train(Path file, Dataset data, TrainingConfig config) throws Exception {
        Path scratch = Files.createTempDirectory("latent-lab-runs-");
        try (Training training = new Training(scratch, RunFileWriter.create(file))) {
            training.open(data, config).until(config.epochs());
        }
        Files.deleteIfExists(scratch);
    }

    /** Makes a branch that has trained nothing yet. */
    public static Path branch(Path parent, Path to, int epoch, TrainingConfig config) throws Exception {
        try (RunFile file = RunFile.open(parent)) {
            RunBranch.write(file, PastState.of(file, DATA, epoch, Progress.NONE), config, DATA, to);
        }
        return to;
    }

    /** Copies a file, and makes another run of the copy, as whole as the first. */
    public static Path copy(Path from, Path to, String id, Instant created, TrainingConfig config) {
        try {
            Files.copy(from, to);
            try (Connection connection =
                    DriverManager.getConnection("jdbc:sqlite:file:" + to.toUri().getRawPath())) {
                connection.setAutoCommit(false);
                set(connection, "UPDATE run SET value = ? WHERE key = 'id'", id);
                set(connection, "UPDATE run SET value = ? WHERE key = 'created'", created.toString());
                for (Map.Entry<String, String> setting : config.texts().entrySet()) {
                    set(
                            connection,
                            "UPDATE setting SET value = ? WHERE name = ?",
                            setting.getValue(),
                            setting.getKey());
                }
                String crc = RecordRows.crc(
                        words(connection, "SELECT key, value FROM run"),
                        words(connection, "SELECT name, value FROM setting"),
                        words(connection, "SELECT key, value FROM data"),
                        classes(connection));
                set(connection, "UPDATE run SET value = ? WHERE key = 'crc'", crc);
                connection.commit();
            }
            return to;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(Connection connection, String command, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static Map<String, String> words(Connection connection, String query) throws SQLException {
        Map<String, String> words = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                words.put(rows.getString(1), rows.getString(2));
            }
        }
        return words;
    }

    private static List<String> classes(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM class ORDER BY label")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
