package latentlab.run.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.data.DataIdentity;
import latentlab.data.ImageShape;
import latentlab.engine.loss.LossPart;
import latentlab.engine.training.EpochResult;
import latentlab.text.Sentence;

/** Reads what is known of a run from the rows of its file. */
final class RecordRows {
    /** Before the names of options that the data were loaded with. */
    static final String REQUEST = "request.";

    private RecordRows() {}

    /** @param run whose own check sum does not count */
    static String crc(
            Map<String, String> run, Map<String, String> settings, Map<String, String> data, List<String> classes) {
        Map<String, String> all = new HashMap<>();
        run.forEach((key, value) -> all.put("run " + key, value));
        settings.forEach((key, value) -> all.put("setting " + key, value));
        data.forEach((key, value) -> all.put("data " + key, value));
        for (int label = 0; label < classes.size(); label++) {
            all.put("class " + label, classes.get(label));
        }
        all.remove("run crc");
        return Long.toString(RowCheck.of(all));
    }

    static DataIdentity identity(Map<String, String> data, List<String> classes) {
        Object[] values = Stream.of(known(data, "name_values").split("\n"))
                .filter(value -> !value.isEmpty())
                .toArray();
        return new DataIdentity(
                Sentence.of(known(data, "name"), values),
                known(data, "origin"),
                words(data),
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

    static String known(Map<String, String> words, String key) {
        String value = words.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key);
        }
        return value;
    }

    static int number(Map<String, String> words, String key) {
        return Integer.parseInt(known(words, key));
    }

    /**
     * @param which a condition on the epoch; empty for all
     * @return results of epochs, in order; null if one of them is damaged
     */
    static List<EpochResult> results(RunDatabase database, String which) throws SQLException {
        Map<Integer, List<LossPart>> parts = new HashMap<>();
        database.rows(
                "SELECT epoch, name, train, valid FROM loss_part " + which + " ORDER BY epoch, place",
                row -> parts.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                        .add(new LossPart(row.getString(2), real(row, 3), real(row, 4))));
        List<Integer> flawed = new ArrayList<>();
        List<EpochResult> results = database.rows(
                "SELECT epoch, train_loss, valid_loss, seconds, learning_rate, crc FROM epoch " + which
                        + " ORDER BY epoch",
                row -> {
                    EpochResult whole = new EpochResult(
                            row.getInt(1), real(row, 2), real(row, 3), row.getDouble(4), row.getDouble(5));
                    if (row.getLong(6) != RunRows.crc(whole)) {
                        flawed.add(whole.epoch());
                    }
                    List<LossPart> several = parts.get(whole.epoch());
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
        return flawed.isEmpty() ? results : null;
    }

    /** What is no number has no value in SQLite. */
    static double real(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
