package latentlab.run.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.data.DataIdentity;
import latentlab.data.DataRequest;
import latentlab.data.ImageShape;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Arithmetic;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.LossPart;
import latentlab.engine.training.TrainerState;
import latentlab.run.RateChange;
import latentlab.run.RunStart;
import latentlab.run.SavedRun;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** A run in a file, see {@code src/docs/run-files.md}. Its record is read at once, parameters on demand. */
public final class RunFile implements SavedRun, AutoCloseable {
    private static final String REQUEST = "request.";

    private final RunDatabase database;
    private final RunStart start;
    private final TrainingConfig config;
    private final DataRequest request;
    private final List<EpochResult> history;
    private final List<RateChange> rateChanges;
    private final int parameters;
    /** What differences were taken from last, and which epoch that is; -1 for none. */
    private float[] base;

    private int baseEpoch = -1;

    /** One row of a query. */
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private RunFile(RunDatabase database) throws SQLException, Problem {
        this.database = database;
        Map<String, String> run = words("SELECT key, value FROM run");
        Map<String, String> data = words("SELECT key, value FROM data");
        Map<String, String> settings = words("SELECT name, value FROM setting");
        try {
            config = TrainingConfig.ofTexts(settings).validated();
            start = new RunStart(
                    known(run, "id"),
                    settings,
                    identity(data, rows("SELECT name FROM class ORDER BY label", row -> row.getString(1))),
                    new Arithmetic(number(run, "lanes"), known(run, "kernels"), number(run, "threads")));
            request = DataRequest.of(known(data, "origin"), words(data));
        } catch (IllegalArgumentException e) {
            throw new Problem(Sentence.of("run.file.damaged", database.path().toString()), e);
        }
        rateChanges = rows(
                "SELECT epoch, before, after FROM rate_change ORDER BY epoch",
                row -> new RateChange(row.getInt(1), row.getDouble(2), row.getDouble(3)));
        history = read();
        parameters = Autoencoder.of(config, start.data().shape()).parameterCount();
    }

    /** @throws Problem if it is no run file, a newer one, damaged, or cannot be read */
    public static RunFile open(Path path) throws Problem {
        RunDatabase database = RunDatabase.open(path, true);
        try {
            return new RunFile(database);
        } catch (SQLException | Problem e) {
            throw database.closed(e);
        }
    }

    private static DataIdentity identity(Map<String, String> data, List<String> classes) {
        Object[] values = Stream.of(known(data, "name_values").split("\n"))
                .filter(value -> !value.isEmpty())
                .toArray();
        return new DataIdentity(
                Sentence.of(known(data, "name"), values),
                known(data, "origin"),
                number(data, "train"),
                number(data, "test"),
                new ImageShape(number(data, "channels"), number(data, "height"), number(data, "width")),
                classes,
                known(data, "hash"));
    }

    private static Map<String, String> words(Map<String, String> data) {
        Map<String, String> words = new HashMap<>();
        data.forEach((key, value) -> {
            if (key.startsWith(REQUEST)) {
                words.put(key.substring(REQUEST.length()), value);
            }
        });
        return words;
    }

    private static String known(Map<String, String> words, String key) {
        String value = words.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key);
        }
        return value;
    }

    private static int number(Map<String, String> words, String key) {
        return Integer.parseInt(known(words, key));
    }

    private List<EpochResult> read() throws SQLException, Problem {
        Map<Integer, List<LossPart>> parts = new HashMap<>();
        rows(
                "SELECT epoch, name, train, valid FROM loss_part ORDER BY epoch, place",
                row -> parts.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                        .add(new LossPart(row.getString(2), real(row, 3), real(row, 4))));
        List<EpochResult> results =
                rows("SELECT epoch, train_loss, valid_loss, seconds, learning_rate FROM epoch ORDER BY epoch", row -> {
                    EpochResult whole = new EpochResult(
                            row.getInt(1), real(row, 2), real(row, 3), row.getDouble(4), row.getDouble(5));
                    List<LossPart> several = parts.get(row.getInt(1));
                    return several == null
                            ? whole
                            : new EpochResult(
                                    whole.epoch(),
                                    whole.trainLoss(),
                                    whole.validLoss(),
                                    whole.seconds(),
                                    whole.learningRate(),
                                    several);
                });
        for (int epoch = 0; epoch < results.size(); epoch++) {
            if (results.get(epoch).epoch() != epoch) {
                throw damaged(null);
            }
        }
        if (results.isEmpty()) {
            throw damaged(null);
        }
        return results;
    }

    /** What is no number has no value in SQLite. */
    private static double real(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private Map<String, String> words(String query) throws SQLException {
        Map<String, String> words = new LinkedHashMap<>();
        rows(query, row -> words.put(row.getString(1), row.getString(2)));
        return words;
    }

    private <T> List<T> rows(String query, Row<T> each, Object... values) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = database.connection().prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(each.of(rows));
                }
            }
        }
        return all;
    }

    private Problem damaged(Exception cause) {
        return new Problem(Sentence.of("run.file.damaged", database.path().toString()), cause);
    }

    @Override
    public RunStart start() {
        return start;
    }

    public TrainingConfig config() {
        return config;
    }

    /** How to get the data again. */
    public DataRequest request() {
        return request;
    }

    @Override
    public List<EpochResult> history() {
        return List.copyOf(history);
    }

    @Override
    public List<RateChange> rateChanges() {
        return List.copyOf(rateChanges);
    }

    /** A packed epoch as it is in the file. */
    private record Packed(int base, long crc, byte[] bytes) {}

    @Override
    public float[] parameters(int epoch) throws Problem {
        Packed packed = packed(epoch);
        if (packed.base < 0) {
            base = unpack(packed, null);
            baseEpoch = epoch;
            return base.clone();
        }
        if (baseEpoch != packed.base) {
            Packed whole = packed(packed.base);
            if (whole.base >= 0) {
                throw damaged(null);
            }
            base = unpack(whole, null);
            baseEpoch = packed.base;
        }
        return unpack(packed, base);
    }

    private float[] unpack(Packed packed, float[] from) throws Problem {
        try {
            return ParameterCoding.unpack(packed.bytes, parameters, from);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private Packed packed(int epoch) throws Problem {
        try {
            List<Packed> found = rows(
                    "SELECT base, crc, packed FROM parameters WHERE epoch = ?",
                    row -> {
                        int from = row.getInt(1);
                        return new Packed(row.wasNull() ? -1 : from, row.getLong(2), row.getBytes(3));
                    },
                    epoch);
            if (found.size() != 1 || RunFileWriter.crc(found.getFirst().bytes) != found.getFirst().crc) {
                throw damaged(null);
            }
            return found.getFirst();
        } catch (SQLException e) {
            throw database.problem(e);
        }
    }

    @Override
    public TrainerState state(Autoencoder model) throws Problem {
        try {
            List<byte[]> states =
                    rows("SELECT state FROM state WHERE epoch = ?", row -> row.getBytes(1), history.size() - 1);
            if (states.size() != 1) {
                throw damaged(null);
            }
            return TrainerState.read(Channels.newChannel(new ByteArrayInputStream(states.getFirst())), model);
        } catch (SQLException e) {
            throw database.problem(e);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
