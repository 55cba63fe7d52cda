package latentlab.run.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import latentlab.data.DataIdentity;
import latentlab.data.DataRequest;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.LossPart;
import latentlab.engine.training.TrainerState;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunKeeper;
import latentlab.run.RunStart;
import latentlab.text.Problem;

/**
 * Keeps one run in a file, an epoch a transaction: whenever the program ends, the file has all epochs up to one, and
 * the trainer's state after it. Written on a thread of its own while the next epoch is trained.
 */
public final class RunFileWriter implements RunKeeper {
    private static final Logger LOG = System.getLogger(RunFileWriter.class.getName());

    /** From one epoch whose parameters are kept as they are to the next; those between are kept as differences. */
    private static final int STRIDE = 16;

    private final RunDatabase database;
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("run-file").daemon().factory());
    private final Map<String, String> request;
    /** Whether the run is in the file. */
    private volatile boolean begun;
    /** The epoch that is written, or could not be; null for none. */
    private Callable<Void> epoch;
    /** Its writing; null where that has failed. */
    private Future<Void> pending;
    /** The last epoch that was handed over; -1 for none. */
    private int taken;
    /** Used by the writing thread alone: what differences are taken from. */
    private float[] base;

    private int baseEpoch = -1;

    private RunFileWriter(RunDatabase database, Map<String, String> request, int taken) {
        this.database = database;
        this.request = request;
        this.taken = taken;
        begun = taken >= 0;
    }

    /**
     * @param path of the new file
     * @param request how to get the data again
     * @throws Problem if there is a file already, or it cannot be made
     */
    public static RunFileWriter create(Path path, DataRequest request) throws Problem {
        return new RunFileWriter(RunDatabase.create(path), request.words(), -1);
    }

    /**
     * @param path of a file whose run goes on
     * @param epoch the last one in it
     * @throws Problem if it is no run file, or cannot be written
     */
    public static RunFileWriter goOn(Path path, int epoch) throws Problem {
        return new RunFileWriter(RunDatabase.open(path, false), Map.of(), epoch);
    }

    @Override
    public void keep(Run run, EpochResult result, float[] parameters, Supplier<TrainerState> state) throws Problem {
        if (result.epoch() <= taken) {
            await();
            return;
        }
        await();
        TrainerState now = state.get();
        List<RateChange> changes = run.rateChanges();
        epoch = () -> {
            boolean whole = baseEpoch < 0 || result.epoch() % STRIDE == 0;
            try {
                database.transaction(() -> {
                    if (!begun) {
                        begin(run);
                    }
                    write(result, parameters, whole, now, changes);
                });
            } catch (SQLException e) {
                throw database.problem(e);
            }
            begun = true;
            if (whole) {
                base = parameters;
                baseEpoch = result.epoch();
            }
            return null;
        };
        taken = result.epoch();
        pending = writing.submit(epoch);
    }

    /** Waits for the epoch that is being written; one that could not be written before is tried again. */
    private void await() throws Problem {
        if (epoch == null) {
            return;
        }
        try {
            if (pending == null) {
                pending = writing.submit(epoch);
            }
            pending.get();
            epoch = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pending = null;
        }
    }

    private void begin(Run run) throws SQLException {
        database.makeTables();
        RunStart start = run.start();
        rows(
                "INSERT INTO run VALUES (?, ?)",
                List.of(
                        new Object[] {"id", start.id()},
                        new Object[] {"lanes", String.valueOf(start.arithmetic().lanes())},
                        new Object[] {"kernels", start.arithmetic().processor()},
                        new Object[] {
                            "threads", String.valueOf(start.arithmetic().threads())
                        },
                        new Object[] {"java", System.getProperty("java.runtime.version", "")},
                        new Object[] {
                            "system", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "")
                        }));
        rows("INSERT INTO setting VALUES (?, ?)", pairs(start.settings()));
        DataIdentity data = start.data();
        List<Object[]> known = new ArrayList<>(List.of(
                new Object[] {"name", data.name().key()},
                new Object[] {"name_values", joined(data.name().values())},
                new Object[] {"origin", data.origin()},
                new Object[] {"train", String.valueOf(data.train())},
                new Object[] {"test", String.valueOf(data.test())},
                new Object[] {"channels", String.valueOf(data.shape().channels())},
                new Object[] {"height", String.valueOf(data.shape().height())},
                new Object[] {"width", String.valueOf(data.shape().width())},
                new Object[] {"hash", data.hash()}));
        request.forEach((word, value) -> known.add(new Object[] {"request." + word, value}));
        rows("INSERT INTO data VALUES (?, ?)", known);
        rows(
                "INSERT INTO class VALUES (?, ?)",
                IntStream.range(0, data.classNames().size())
                        .mapToObj(
                                label -> new Object[] {label, data.classNames().get(label)})
                        .toList());
        List<ParameterArray> arrays = run.model().arrays();
        rows(
                "INSERT INTO array VALUES (?, ?, ?, ?)",
                IntStream.range(0, arrays.size())
                        .mapToObj(place -> new Object[] {
                            place,
                            arrays.get(place).name(),
                            arrays.get(place).offset(),
                            arrays.get(place).rows() + "x" + arrays.get(place).columns()
                        })
                        .toList());
    }

    private static List<Object[]> pairs(Map<String, String> words) {
        return words.entrySet().stream()
                .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                .toList();
    }

    private static String joined(List<Object> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    private void write(
            EpochResult result, float[] parameters, boolean whole, TrainerState state, List<RateChange> changes)
            throws SQLException, IOException {
        int epoch = result.epoch();
        row(
                "INSERT INTO epoch VALUES (?, ?, ?, ?, ?)",
                epoch,
                result.trainLoss(),
                result.validLoss(),
                result.seconds(),
                result.learningRate());
        List<LossPart> parts = result.severalParts();
        rows(
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
        byte[] packed = ParameterCoding.pack(parameters, whole ? null : base);
        row("INSERT INTO parameters VALUES (?, ?, ?, ?)", epoch, whole ? null : baseEpoch, crc(packed), packed);
        row("DELETE FROM rate_change");
        rows(
                "INSERT INTO rate_change VALUES (?, ?, ?)",
                changes.stream()
                        .map(change -> new Object[] {change.epoch(), change.before(), change.after()})
                        .toList());
        row("DELETE FROM state");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(Channels.newChannel(bytes));
        row("INSERT INTO state VALUES (?, ?)", epoch, bytes.toByteArray());
    }

    static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private void row(String command, Object... values) throws SQLException {
        rows(command, List.<Object[]>of(values));
    }

    private void rows(String command, List<Object[]> rows) throws SQLException {
        Connection connection = database.connection();
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.executeUpdate();
            }
        }
    }

    @Override
    public void close() {
        try {
            await();
        } catch (Problem problem) {
            LOG.log(Level.WARNING, "the last epoch is not in " + database.path(), problem);
        } finally {
            writing.shutdown();
            database.close();
            if (!begun) {
                remove();
            }
        }
    }

    /** Without an epoch there is nothing to go on with. */
    private void remove() {
        try {
            Files.deleteIfExists(database.path());
        } catch (IOException e) {
            LOG.log(Level.INFO, "an empty run file cannot be removed", e);
        }
    }
}
