package latentlab.run.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.data.DataIdentity;
import latentlab.data.ImageSet;
import latentlab.embedding.PrincipalPlane;
import latentlab.engine.loss.LossPart;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.Arithmetic;
import latentlab.engine.training.EpochResult;
import latentlab.natives.ProcessorName;
import latentlab.run.RateChange;
import latentlab.run.RunStart;
import latentlab.run.file.RunSamples.Sample;
import latentlab.text.AppVersion;

/** Writes the rows of a run's file, within transactions of its writer. For one thread. */
final class RunRows {
    private final RunDatabase database;

    RunRows(RunDatabase database) {
        this.database = database;
    }

    /** Makes the tables, with what is known of the run from the beginning. */
    void begin(RunStart start, Autoencoder model, List<Sample> samples) throws SQLException {
        database.makeTables();
        Arithmetic arithmetic = start.arithmetic();
        Map<String, String> known = new LinkedHashMap<>();
        known.put("id", start.id());
        known.put("created", Instant.ofEpochMilli(start.begun()).toString());
        known.put("version", AppVersion.text());
        known.put("lanes", String.valueOf(arithmetic.lanes()));
        known.put("kernels", arithmetic.processor());
        known.put("threads", String.valueOf(arithmetic.threads()));
        known.put("processor", ProcessorName.ofThis());
        known.put("java", System.getProperty("java.runtime.version", ""));
        known.put("system", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        if (start.from() != null) {
            known.put("parent", start.from().run());
            known.put("parent_epoch", String.valueOf(start.from().epoch()));
        }
        if (start.weights() != null) {
            known.put("weights", start.weights().file());
            known.put("weights_hash", start.weights().hash());
        }
        Map<String, String> settings = start.settings();
        Map<String, String> data = data(start.data());
        List<String> classes = start.data().classNames();
        known.put("crc", RecordRows.crc(known, settings, data, classes));
        words("run", known);
        words("setting", settings);
        words("data", data);
        database.rows(
                "INSERT INTO class VALUES (?, ?)",
                IntStream.range(0, classes.size())
                        .mapToObj(label -> new Object[] {label, classes.get(label)})
                        .toList());
        List<ParameterArray> arrays = model.arrays();
        database.rows(
                "INSERT INTO array VALUES (?, ?, ?, ?)",
                IntStream.range(0, arrays.size())
                        .mapToObj(place -> new Object[] {
                            place,
                            arrays.get(place).name(),
                            arrays.get(place).offset(),
                            arrays.get(place).rows() + "x" + arrays.get(place).columns()
                        })
                        .toList());
        database.rows(
                "INSERT INTO sample VALUES (?, ?, ?, ?, ?)",
                IntStream.range(0, samples.size())
                        .mapToObj(place -> {
                            Sample each = samples.get(place);
                            long crc = crc(each.image(), each.original(), each.reconstruction());
                            return new Object[] {place, each.image(), each.original(), each.reconstruction(), crc};
                        })
                        .toList());
    }

    private static Map<String, String> data(DataIdentity data) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("name", data.name().key());
        known.put("name_values", joined(data.name().values()));
        known.put("origin", data.origin());
        known.put("train", String.valueOf(data.train()));
        known.put("test", String.valueOf(data.test()));
        known.put("channels", String.valueOf(data.shape().channels()));
        known.put("height", String.valueOf(data.shape().height()));
        known.put("width", String.valueOf(data.shape().width()));
        known.put("hash", data.hash());
        data.options().forEach((word, value) -> known.put(RecordRows.REQUEST + word, value));
        return known;
    }

    private void words(String table, Map<String, String> words) throws SQLException {
        database.rows(
                "INSERT INTO " + table + " VALUES (?, ?)",
                words.entrySet().stream()
                        .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                        .toList());
    }

    private static String joined(List<Object> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    /** @return the newest epoch in the file; -1 for none */
    int newest() throws SQLException {
        return database.rows("SELECT coalesce(max(epoch), -1) FROM epoch", row -> row.getInt(1))
                .getFirst();
    }

    void result(EpochResult result) throws SQLException {
        int epoch = result.epoch();
        database.row(
                "INSERT INTO epoch VALUES (?, ?, ?, ?, ?, ?)",
                epoch,
                result.trainLoss(),
                result.validLoss(),
                result.seconds(),
                result.learningRate(),
                crc(result));
        List<LossPart> parts = result.severalParts();
        database.rows(
                "INSERT INTO loss_part VALUES (?, ?, ?, ?, ?)",
                IntStream.range(0, parts.size())
                        .mapToObj(place -> new Object[] {
                            epoch,
                            place,
                            parts.get(place).name(),
                            parts.get(place).train(),
                            parts.get(place).valid()
                        })
                        .toList());
    }

    static long crc(EpochResult result) {
        return RowCheck.of(
                result.epoch(), result.trainLoss(), result.validLoss(), result.seconds(), result.learningRate());
    }

    /** @param base the epoch they are a difference from; null for none */
    void parameters(int epoch, Integer base, byte[] packed) throws SQLException {
        database.row("INSERT INTO parameters VALUES (?, ?, ?, ?)", epoch, base, RowCheck.of(packed), packed);
    }

    void state(int epoch, byte[] state) throws SQLException {
        database.row("INSERT INTO state VALUES (?, ?)", epoch, state);
    }

    void rateChanges(List<RateChange> changes) throws SQLException {
        database.row("DELETE FROM rate_change");
        database.rows(
                "INSERT INTO rate_change VALUES (?, ?, ?)",
                changes.stream()
                        .map(change -> new Object[] {change.epoch(), change.before(), change.after()})
                        .toList());
    }

    /** The images of the grid, before they have been reconstructed. */
    static List<Sample> samples(int[] indices, ImageSet test) {
        return IntStream.of(indices)
                .mapToObj(image -> new Sample(image, test.pixelsOf(image), new byte[0]))
                .toList();
    }

    /**
     * @param indices of the test images in the grid
     * @param made of them, in order
     */
    void samples(int[] indices, ImageSet test, Reconstructions made) throws SQLException {
        database.rows(
                "UPDATE sample SET reconstruction = ?, crc = ? WHERE place = ?",
                IntStream.range(0, made.count())
                        .mapToObj(place -> {
                            byte[] original = test.pixelsOf(indices[place]);
                            byte[] image = made.image(place);
                            return new Object[] {image, crc(indices[place], original, image), place};
                        })
                        .toList());
    }

    static long crc(int image, byte[] original, byte[] reconstruction) {
        return RowCheck.of(image, RowCheck.of(original), RowCheck.of(reconstruction));
    }

    void planes(Map<Integer, PrincipalPlane> planes) throws SQLException {
        database.rows(
                "INSERT OR REPLACE INTO plane VALUES (?, ?, ?, ?, ?)",
                planes.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Object[] row(int epoch, PrincipalPlane plane) {
        byte[] mean = bytes(plane.mean());
        byte[] axes = bytes(plane.axes());
        return new Object[] {epoch, mean, axes, plane.share(), crc(mean, axes, plane.share())};
    }

    static long crc(byte[] mean, byte[] axes, double share) {
        return RowCheck.of(RowCheck.of(mean), RowCheck.of(axes), share);
    }

    private static byte[] bytes(double[]... rows) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES
                        * Arrays.stream(rows).mapToInt(row -> row.length).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double[] row : rows) {
            for (double number : row) {
                bytes.putDouble(number);
            }
        }
        return bytes.array();
    }

    void drop(List<Integer> parameters, List<Integer> states) throws SQLException {
        database.rows("DELETE FROM parameters WHERE epoch = ?", ones(parameters));
        database.rows("DELETE FROM state WHERE epoch = ?", ones(states));
    }

    private static List<Object[]> ones(List<Integer> epochs) {
        return epochs.stream().map(epoch -> new Object[] {epoch}).toList();
    }
}
