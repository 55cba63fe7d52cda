package latentlab.run.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import latentlab.data.DataIdentity;
import latentlab.embedding.PrincipalPlane;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Arithmetic;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.run.BranchedFrom;
import latentlab.run.RateChange;
import latentlab.run.RunStart;
import latentlab.run.SavedRun;
import latentlab.run.StartWeights;
import latentlab.run.file.RunSamples.Sample;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.Said;
import latentlab.run.findings.TestError;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * A run in a file, see {@code src/docs/run-files.md}. Its record is read at once, parameters on demand. Safe to use
 * from any thread but the user interface's, since it accesses the disk.
 */
public final class RunFile implements SavedRun, AutoCloseable {
    private final RunDatabase database;
    private final RunStart start;
    private final TrainingConfig config;
    private final Instant created;
    private final List<EpochResult> history;
    private final List<RateChange> rateChanges;
    /** Shrinks where whoever goes on with the run drops epochs from the file. */
    private final Set<Integer> kept = ConcurrentHashMap.newKeySet();

    private final int parameters;
    /** What differences were taken from last, and which epoch that is; -1 for none. */
    private float[] base;

    private int baseEpoch = -1;

    /** @param lenient whether what is damaged is left out, with all epochs after it */
    private RunFile(RunDatabase database, boolean lenient) throws SQLException, Problem {
        this.database = database;
        Map<String, String> run = words("SELECT key, value FROM run");
        Map<String, String> data = words("SELECT key, value FROM data");
        Map<String, String> settings = words("SELECT name, value FROM setting");
        List<String> classes = database.rows("SELECT name FROM class ORDER BY label", row -> row.getString(1));
        if (!RecordRows.crc(run, settings, data, classes).equals(run.get("crc"))) {
            throw damaged(null);
        }
        try {
            created = Instant.parse(RecordRows.known(run, "created"));
            config = TrainingConfig.ofTexts(settings).validated();
            start = new RunStart(
                    RecordRows.known(run, "id"),
                    settings,
                    RecordRows.identity(data, classes),
                    new Arithmetic(
                            RecordRows.number(run, "lanes"),
                            RecordRows.known(run, "kernels"),
                            RecordRows.number(run, "threads")),
                    run.containsKey("parent")
                            ? new BranchedFrom(RecordRows.known(run, "parent"), RecordRows.number(run, "parent_epoch"))
                            : null,
                    created.toEpochMilli(),
                    run.containsKey("weights")
                            ? new StartWeights.From(
                                    RecordRows.known(run, "weights"), RecordRows.known(run, "weights_hash"))
                            : null);
            start.data().request();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw damaged(e);
        }
        rateChanges = database.rows(
                "SELECT epoch, before, after FROM rate_change ORDER BY epoch",
                row -> new RateChange(row.getInt(1), row.getDouble(2), row.getDouble(3)));
        Autoencoder model = Autoencoder.of(config, start.data().shape());
        parameters = model.parameterCount();
        if (lenient) {
            Salvage salvage = Salvage.of(this, model, firstEpochs());
            history = salvage.history();
            kept.addAll(salvage.kept());
            rateChanges.removeIf(change -> change.epoch() >= history.size());
        } else {
            history = read();
            kept.addAll(database.rows("SELECT epoch FROM parameters", row -> row.getInt(1)));
        }
    }

    /** @throws Problem if it is no run file, a newer one, damaged, or cannot be read */
    public static RunFile open(Path path) throws Problem {
        RunDatabase database = RunDatabase.open(path, true);
        try {
            return new RunFile(database, false);
        } catch (SQLException | Problem e) {
            throw database.closed(e);
        }
    }

    /**
     * Opens what can be relied on of a file that may be damaged: its epochs up to the newest one after which training
     * can go on, with nothing damaged before it but parameters.
     *
     * @throws Problem if there is no such epoch, or {@link #open} would say something else than that it is damaged
     */
    static RunFile salvaged(Path path) throws Problem {
        RunDatabase database = RunDatabase.open(path, true);
        try {
            return new RunFile(database, true);
        } catch (SQLException | Problem e) {
            throw database.closed(e);
        }
    }

    /** @return the results of the first epochs, up to one that is missing or damaged */
    private List<EpochResult> firstEpochs() {
        List<EpochResult> results = new ArrayList<>();
        try {
            while (true) {
                List<EpochResult> next = RecordRows.results(database, "WHERE epoch = " + results.size());
                if (next == null || next.size() != 1) {
                    return results;
                }
                results.addAll(next);
            }
        } catch (SQLException e) {
            return results;
        }
    }

    private List<EpochResult> read() throws SQLException, Problem {
        List<EpochResult> results = RecordRows.results(database, "");
        if (results == null || results.isEmpty()) {
            throw damaged(null);
        }
        for (int epoch = 0; epoch < results.size(); epoch++) {
            if (results.get(epoch).epoch() != epoch) {
                throw damaged(null);
            }
        }
        return results;
    }

    private Map<String, String> words(String query) throws SQLException {
        Map<String, String> words = new LinkedHashMap<>();
        database.rows(query, row -> words.put(row.getString(1), row.getString(2)));
        return words;
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

    /** @throws Problem if the run was trained on other data than these */
    public void check(DataIdentity data) throws Problem {
        DataIdentity mine = start.data();
        if (!data.hash().equals(mine.hash())) {
            throw Problem.of(
                    "run.file.data", mine.name(), mine.train(), mine.test(), data.name(), data.train(), data.test());
        }
    }

    /** Epochs after which it is to be finished. */
    public int planned() throws Problem {
        return state(Autoencoder.of(config, start.data().shape())).planned();
    }

    /** When its first epoch was kept. */
    public Instant created() {
        return created;
    }

    public Path path() {
        return database.path();
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
    public synchronized float[] parameters(int epoch) throws Problem {
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
            List<Packed> found = packedRows(epoch);
            if (found.isEmpty()) {
                kept.remove(epoch);
            }
            if (found.size() != 1 || RowCheck.of(found.getFirst().bytes) != found.getFirst().crc) {
                throw damaged(null);
            }
            return found.getFirst();
        } catch (SQLException e) {
            throw database.problem(e);
        }
    }

    @Override
    public synchronized TrainerState state(Autoencoder model, int epoch) throws Problem {
        try {
            List<byte[]> states =
                    database.rows("SELECT state FROM state WHERE epoch = ?", row -> row.getBytes(1), epoch);
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

    /** Copies the parameters that are kept, up to an epoch, as they are. */
    synchronized void copyParameters(RunRows rows, int last) throws SQLException {
        for (int epoch = 0; epoch <= last; epoch++) {
            for (Packed packed : kept.contains(epoch) ? packedRows(epoch) : List.<Packed>of()) {
                rows.parameters(epoch, packed.base < 0 ? null : packed.base, packed.bytes);
            }
        }
    }

    private List<Packed> packedRows(int epoch) throws SQLException {
        return database.rows(
                "SELECT base, crc, packed FROM parameters WHERE epoch = ?",
                row -> {
                    int from = row.getInt(1);
                    return new Packed(row.wasNull() ? -1 : from, row.getLong(2), row.getBytes(3));
                },
                epoch);
    }

    @Override
    public boolean keeps(int epoch) {
        return kept.contains(epoch);
    }

    @Override
    public void forget(List<Integer> epochs) {
        epochs.forEach(kept::remove);
    }

    @Override
    public List<Integer> states() throws Problem {
        return read(() -> database.rows("SELECT epoch FROM state ORDER BY epoch", row -> row.getInt(1)));
    }

    @Override
    public SortedMap<Integer, PrincipalPlane> planes() throws Problem {
        int latent = config.latent();
        SortedMap<Integer, PrincipalPlane> planes = new TreeMap<>();
        read(() -> database.rows("SELECT epoch, mean, axes, share, crc FROM plane", row -> {
            byte[] mean = row.getBytes(2);
            byte[] axes = row.getBytes(3);
            // One that is damaged is computed anew.
            if (RunRows.crc(mean, axes, row.getDouble(4)) == row.getLong(5)
                    && mean.length == latent * Double.BYTES
                    && axes.length == 2 * mean.length) {
                double[][] both = {numbers(axes, 0, latent), numbers(axes, latent, latent)};
                planes.put(row.getInt(1), new PrincipalPlane(numbers(mean, 0, latent), both, row.getDouble(4)));
            }
            return null;
        }));
        return planes;
    }

    @Override
    public SortedMap<Integer, Double> accuracies() throws Problem {
        return read(() -> FindingRows.accuracies(database, start.data().test(), history.size()));
    }

    @Override
    public SortedMap<Integer, TestError> errors() throws Problem {
        return read(() -> ErrorRows.read(database, start.data().test(), history.size()));
    }

    @Override
    public SortedMap<Integer, String> bookmarks() throws Problem {
        return about().bookmarks().subMap(0, history.size());
    }

    @Override
    public List<LaidOutMap> maps() throws Problem {
        return read(() -> FindingRows.maps(database, start.data().test(), history.size()));
    }

    private static double[] numbers(byte[] bytes, int from, int count) {
        double[] numbers = new double[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(from, numbers);
        return numbers;
    }

    @Override
    public Said said() throws Problem {
        RunAbout about = about();
        return new Said(about.name(), about.note());
    }

    /** The images of the grid, at the newest epoch, without those that are damaged. */
    public RunSamples samples() throws Problem {
        int size = start.data().shape().size();
        List<Sample> samples = new ArrayList<>();
        read(() -> database.rows("SELECT image, original, reconstruction, crc FROM sample ORDER BY place", row -> {
            Sample sample = new Sample(row.getInt(1), row.getBytes(2), row.getBytes(3));
            if (RunRows.crc(sample.image(), sample.original(), sample.reconstruction()) == row.getLong(4)
                    && sample.original().length == size
                    && sample.reconstruction().length == size) {
                samples.add(sample);
            }
            return null;
        }));
        return new RunSamples(start.data().shape(), samples);
    }

    /** What the user says of it. */
    public RunAbout about() throws Problem {
        return read(() -> AboutRows.read(database));
    }

    /** A query. */
    private interface Reading<T> {
        T read() throws SQLException;
    }

    private synchronized <T> T read(Reading<T> reading) throws Problem {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw database.problem(e);
        }
    }

    @Override
    public synchronized void close() {
        database.close();
    }
}
