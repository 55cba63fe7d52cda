package latentlab.run.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import latentlab.embedding.PrincipalPlane;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunKeeper;
import latentlab.run.findings.TestError;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Keeps one run in a file, an epoch a transaction: whenever the program ends, the file has all epochs up to one, and
 * the trainer's state after it. Written on a thread of its own while the next epoch is trained.
 *
 * <p>Results are kept of each epoch. Parameters are kept of each one too, until they have used up their budget; then of
 * every second, fourth, … and of the first, the best and the newest. Of states, which are three times as large, every
 * fiftieth is kept to begin with.
 */
public final class RunFileWriter implements RunKeeper {
    private static final Logger LOG = System.getLogger(RunFileWriter.class.getName());

    /** From one epoch whose parameters are kept as they are to the next; those between are kept as differences. */
    private static final int STRIDE = 16;

    /** Bytes for the parameters of one run: five thousand epochs of the default model, some sixty of Hinton's. */
    private static final long BUDGET = 512L << 20;
    /** For the states of one run, in parts of what the parameters may use. */
    private static final int STATES = 4;

    private static final int STATE_STRIDE = 50;

    private final RunDatabase database;
    private final RunRows rows;
    private final KeptEpochs kept;
    private final KeptEpochs states;
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("run-file").daemon().factory());
    /** Whether the run is in the file. */
    private volatile boolean begun;
    /** The epoch that is written, or could not be; null for none. */
    private Callable<Void> epoch;
    /** Its writing; null where that has failed. */
    private Future<Void> pending;
    /** The last epoch that was handed over; -1 for none. */
    private int taken;
    /** The run that is kept; null until its first epoch is handed over. */
    private Run run;

    // The fields below are used by the writing thread alone, and after it has ended.
    /** What differences are taken from. */
    private float[] base;

    private int baseEpoch = -1;
    /** Epochs that are kept no longer, and still are in the file. */
    private final List<Integer> droppedParameters = new ArrayList<>();

    private final List<Integer> droppedStates = new ArrayList<>();
    /** Epochs whose planes are in the file. */
    private final Set<Integer> planes = new HashSet<>();

    private RunFileWriter(RunDatabase database, int taken, long budget) {
        this.database = database;
        this.taken = taken;
        rows = new RunRows(database);
        kept = new KeptEpochs(1, budget);
        states = new KeptEpochs(STATE_STRIDE, budget / STATES);
        begun = taken >= 0;
    }

    /**
     * @param path of the new file
     * @throws Problem if there is a file already, or it cannot be made
     */
    public static RunFileWriter create(Path path) throws Problem {
        return create(path, BUDGET);
    }

    /** @param budget bytes for parameters, and a quarter as many for states */
    static RunFileWriter create(Path path, long budget) throws Problem {
        return new RunFileWriter(RunDatabase.create(path), -1, budget);
    }

    /**
     * @param path of a file whose run goes on
     * @param epoch the last one in it
     * @throws Problem if it is no run file, or cannot be written
     */
    public static RunFileWriter goOn(Path path, int epoch) throws Problem {
        return goOn(path, epoch, BUDGET);
    }

    static RunFileWriter goOn(Path path, int epoch, long budget) throws Problem {
        RunFileWriter writer = new RunFileWriter(RunDatabase.open(path, false), epoch, budget);
        try {
            writer.find();
            return writer;
        } catch (SQLException e) {
            writer.writing.shutdown();
            throw writer.database.closed(e);
        }
    }

    private void find() throws SQLException {
        record Found(int epoch, int base, long size, double loss) {}
        RunDatabase.Row<Found> each = row -> {
            int from = row.getInt(2);
            return new Found(row.getInt(1), row.wasNull() ? -1 : from, row.getLong(3), RecordRows.real(row, 4));
        };
        database.rows(
                        "SELECT epoch, base, length(packed), valid_loss FROM parameters JOIN epoch USING (epoch)"
                                + " ORDER BY epoch",
                        each)
                .forEach(found -> kept.found(found.epoch, found.base, found.size, found.loss));
        kept.foundAll();
        database.rows(
                        "SELECT epoch, NULL, length(state), valid_loss FROM state JOIN epoch USING (epoch)"
                                + " ORDER BY epoch",
                        each)
                .forEach(found -> states.found(found.epoch, found.base, found.size, found.loss));
        states.foundAll();
        planes.addAll(database.rows("SELECT epoch FROM plane", row -> row.getInt(1)));
    }

    @Override
    public List<Sentence> keep(Run about, EpochResult result, float[] parameters, Supplier<TrainerState> state)
            throws Problem {
        run = about;
        await();
        if (result.epoch() <= taken) {
            return List.of();
        }
        TrainerState now = state.get();
        List<RateChange> changes = run.rateChanges();
        epoch = () -> {
            write(result, parameters, now, changes);
            return null;
        };
        taken = result.epoch();
        pending = writing.submit(epoch);
        return List.of();
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

    private void write(EpochResult result, float[] parameters, TrainerState state, List<RateChange> changes)
            throws IOException, Problem {
        int number = result.epoch();
        boolean whole = baseEpoch < 0 || number % STRIDE == 0;
        byte[] packed = ParameterCoding.pack(parameters, whole ? null : base);
        byte[] stateBytes = bytes(state);
        Reconstructions made = samples(parameters);
        droppedParameters.addAll(kept.add(number, whole ? -1 : baseEpoch, packed.length, result.validLoss()));
        droppedStates.addAll(states.add(number, -1, stateBytes.length, result.validLoss()));
        Map<Integer, PrincipalPlane> unwritten = unwrittenPlanes();
        // While an export reads the run, say, the file has more than its budget.
        boolean dropping = !droppedParameters.isEmpty() && run.mayDrop(droppedParameters);
        boolean[] other = new boolean[1];
        try {
            database.transaction(() -> {
                if (!begun) {
                    rows.begin(
                            run.start(),
                            run.model(),
                            RunRows.samples(run.samples(), run.dataset().test()));
                }
                other[0] = rows.newest() != number - 1;
                if (other[0]) {
                    return;
                }
                rows.result(result);
                rows.parameters(number, whole ? null : baseEpoch, packed);
                rows.state(number, stateBytes);
                rows.rateChanges(changes);
                rows.drop(dropping ? droppedParameters : List.of(), droppedStates);
                rows.planes(unwritten);
                if (made != null) {
                    rows.samples(run.samples(), run.dataset().test(), made);
                }
            });
        } catch (SQLException e) {
            throw database.problem(e);
        }
        if (other[0]) {
            throw new Problem(Sentence.of("run.file.other", database.path().toString(), number));
        }
        begun = true;
        if (dropping) {
            droppedParameters.clear();
        }
        droppedStates.clear();
        planes.addAll(unwritten.keySet());
        if (whole) {
            base = parameters;
            baseEpoch = number;
        }
    }

    /** @return of the images of the grid; null once the run is closed */
    private Reconstructions samples(float[] parameters) {
        try {
            return run.reconstruct(parameters, run.samples());
        } catch (CancellationException e) {
            LOG.log(Level.DEBUG, "the run is closed before its samples are in its file", e);
            return null;
        }
    }

    private Map<Integer, PrincipalPlane> unwrittenPlanes() {
        // Not a copy of them all to take away from: that took a quarter of what this thread does in a long run.
        Map<Integer, PrincipalPlane> unwritten = new TreeMap<>();
        run.planesSoFar().forEach((epoch, plane) -> {
            if (!planes.contains(epoch)) {
                unwritten.put(epoch, plane);
            }
        });
        return unwritten;
    }

    static byte[] bytes(TrainerState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            await();
        } catch (Problem problem) {
            LOG.log(Level.WARNING, "the last epoch is not in " + database.path(), problem);
        } finally {
            // Waits for an epoch that was handed over.
            writing.close();
            keepPlanes();
            keepErrors();
            database.close();
        }
    }

    /** Of the epochs in the file. */
    private void keepErrors() {
        if (!begun || run == null || run.findings().errors().isEmpty()) {
            return;
        }
        Map<Integer, TestError> errors = run.findings().errors().headMap(taken + 1);
        try {
            database.transaction(
                    () -> ErrorRows.write(database, errors, run.dataset().test().count()));
        } catch (SQLException | IOException e) {
            LOG.log(Level.INFO, "test errors are not kept in " + database.path(), e);
        }
    }

    /** Those that have been computed since the last epoch. */
    private void keepPlanes() {
        Map<Integer, PrincipalPlane> unwritten = begun && run != null ? unwrittenPlanes() : Map.of();
        if (unwritten.isEmpty()) {
            return;
        }
        try {
            database.transaction(() -> rows.planes(unwritten));
        } catch (SQLException | IOException e) {
            LOG.log(Level.INFO, "planes are not kept in " + database.path(), e);
        }
    }
}
