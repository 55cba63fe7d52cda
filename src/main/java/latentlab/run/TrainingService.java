package latentlab.run;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.DivergedException;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.RunSize;
import latentlab.engine.training.Trainer;
import latentlab.natives.NativeLibraries;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Trains in the background, one run at a time, on one worker thread. Commands return at once and may come from any thread and
 * at any time: they are for the run opened last, also while it is still being made, and the last one counts. Pause, stop and a
 * new rate take effect before the next batch. What happens is told to the listener, in order.
 *
 * <p>A stop drops the epoch under way, so that a run always stands at the end of its last whole epoch and goes on from there as
 * if it had never been stopped. An epoch that cannot be kept, since the disk is full, pauses the training; it is not lost, but
 * kept first when training goes on.
 */
public final class TrainingService implements AutoCloseable {
    private static final Logger LOG = System.getLogger(TrainingService.class.getName());
    private static final Duration PROGRESS = Duration.ofMillis(100);

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("training").daemon().factory());
    private final Scratch scratch;
    private final Consumer<TrainingEvent> listener;
    private final long progressNanos;
    /** Of the run opened last; at first of none. */
    private volatile TrainingControl control = new TrainingControl(0, 0);

    /** Bytes outside the heap that the trainer has. */
    private volatile long taken;

    // The rest belongs to the worker.
    private Trainer trainer;
    private Run run;
    /** Trained and not kept yet, for want of room; else null. */
    private EpochResult unkept;

    private double lastRate;
    private long lastProgress;

    /** As {@link #TrainingService(Scratch, Consumer)}, in a folder. */
    public TrainingService(Path scratchFolder, Consumer<TrainingEvent> listener) {
        this(new Scratch(scratchFolder), listener);
    }

    /**
     * @param scratch where the epochs' parameters are kept while the run lasts
     * @param listener called on the worker thread, or by whoever opens a run; it must not wait for another thread. Whoever
     *     receives a {@link Run} closes it
     */
    public TrainingService(Scratch scratch, Consumer<TrainingEvent> listener) {
        this(scratch, listener, PROGRESS);
    }

    /** @param progress least time from one report of progress to the next; zero reports before every batch */
    TrainingService(Scratch scratch, Consumer<TrainingEvent> listener, Duration progress) {
        this.scratch = scratch;
        this.listener = listener;
        progressNanos = progress.toNanos();
        control.end();
        worker.execute(() -> EpochStore.removeLeftovers(scratch.folder()));
    }

    /**
     * Ends the training under way and makes a new run, ready at epoch 0. Of several in a row, as while a slider is dragged, only
     * the last need be made. READY is told before this returns, and from then on nothing more of the runs before; Opened follows.
     *
     * @return false if there is no memory for it: Refused is told, and the run before goes on
     */
    public boolean open(Dataset dataset, TrainingConfig config) {
        RunSize size = RunSize.of(config, dataset);
        MemoryRoom room = MemoryRoom.forRun(size);
        Sentence tight;
        try {
            room.check(size, taken);
            tight = room.tight(size, taken);
        } catch (Problem problem) {
            LOG.log(Level.INFO, problem.getMessage());
            synchronized (this) {
                listener.accept(new TrainingEvent.Refused(problem));
            }
            return false;
        }
        TrainingControl next = new TrainingControl(config.epochs(), config.learningRate());
        synchronized (this) {
            control.end();
            control = next;
            tell(next, RunState.READY);
        }
        submit(next, () -> make(next, dataset, config, size, tight));
        return true;
    }

    /** Trains until the run has {@code epochs} of them; resumes a paused one. Does nothing if it has as many already. */
    public void trainUntil(int epochs) {
        TrainingControl mine = control;
        if (mine.trainUntil(epochs)) {
            submit(mine, () -> train(mine));
        }
    }

    /** Trains to the end of one epoch, then pauses; the run is finished if it was the last one planned. */
    public void trainOneEpoch() {
        TrainingControl mine = control;
        if (mine.trainOneEpoch()) {
            submit(mine, () -> train(mine));
        }
    }

    public void pause() {
        control.pause();
    }

    /** Ends the training under way; the epochs done are kept. */
    public void stop() {
        control.stop();
    }

    /** @param rate from the next batch on */
    public void setLearningRate(double rate) {
        if (Double.isNaN(rate)) {
            throw new IllegalArgumentException("a learning rate is a number");
        }
        control.setLearningRate(rate);
    }

    /** @param epochs the run will come to; a training that has more already ends with the epoch under way */
    public void setPlannedEpochs(int epochs) {
        control.setPlanned(epochs);
    }

    /** Stops, waits for the worker to end (a batch at most), and gives its memory back. Commands do nothing from then on. */
    @Override
    public void close() {
        control.end();
        submit(control, this::closeTrainer);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "the training thread did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- on the worker

    private void make(TrainingControl mine, Dataset dataset, TrainingConfig config, RunSize size, Sentence tight)
            throws IOException, Problem {
        if (mine != control) {
            return;
        }
        closeTrainer();
        scratch.check(size);
        Sentence scarce = scratch.scarce(size);
        try {
            NativeLibraries.load((_, _) -> dropIfReplaced(mine));
        } catch (CancellationException _) {
            return;
        }
        trainer = new Trainer(config, dataset);
        taken = size.nativeBytes();
        lastRate = config.learningRate();
        run = Run.of(config, dataset, trainer.model(), trainer.arithmetic(), scratch);
        boolean told = false;
        try {
            EpochResult initial = trainer.initial();
            run.epochs().append(trainer.parameters(), initial.validLoss());
            told = tell(mine, new TrainingEvent.Opened(run, initial));
            Stream.of(scratch.remark(), tight, scarce).filter(Objects::nonNull).forEach(each -> remark(mine, each));
        } finally {
            if (!told) {
                run.close();
            }
        }
    }

    private void dropIfReplaced(TrainingControl mine) {
        if (mine != control || mine.over()) {
            throw new CancellationException();
        }
    }

    private void closeTrainer() {
        if (trainer != null) {
            trainer.close();
            trainer = null;
            taken = 0;
            unkept = null;
        }
    }

    private void train(TrainingControl mine) {
        if (mine.over()) {
            return;
        }
        tell(mine, RunState.TRAINING);
        boolean finished = false;
        while (!finished) {
            trainer.plan(mine.planned());
            try {
                if (unkept == null) {
                    unkept = trainer.train((batch, batches) -> nextRate(mine, batch, batches));
                }
            } catch (DivergedException e) {
                mine.end();
                tell(mine, RunState.DIVERGED, Problem.of("run.diverged", e.epoch(), e.learningRate()));
                return;
            }
            if (unkept == null || !keep(mine)) {
                tell(mine, RunState.STOPPED);
                return;
            }
            if (trainer.outOfPatience()) {
                trainer.bePatient();
                mine.finishHere(trainer.epoch());
                tell(mine, RunState.FINISHED);
                return;
            }
            finished = mine.finishedWith(trainer.epoch());
        }
        tell(mine, RunState.FINISHED);
    }

    /**
     * Keeps the epoch that has been trained, and pauses as often as that fails: there may be room later.
     *
     * @return false if it was stopped before
     */
    private boolean keep(TrainingControl mine) {
        while (true) {
            try {
                append(mine, unkept);
                EpochResult kept = unkept;
                unkept = null;
                tell(mine, new TrainingEvent.EpochDone(run, kept));
                return true;
            } catch (IOException e) {
                LOG.log(Level.WARNING, "scratch file", e);
                Problem why = new Problem(unkept(e), e);
                mine.pause();
                if (!mine.pass(state -> tell(mine, state, state == RunState.PAUSED ? why : null))) {
                    return false;
                }
            }
        }
    }

    private Sentence unkept(IOException cause) {
        String folder = scratch.folder().toString();
        return scratch.full(run.epochs().epochBytes(), cause)
                ? Sentence.of("run.full", unkept.epoch(), folder)
                : Sentence.of("run.unkept", unkept.epoch(), folder, String.valueOf(cause.getMessage()));
    }

    private void append(TrainingControl mine, EpochResult result) throws IOException {
        int stride = run.epochs().stride();
        int othersThinned = scratch.othersThinned();
        run.epochs().append(trainer.parameters(), result.validLoss());
        boolean earlier = scratch.othersThinned() > othersThinned;
        boolean thinned = run.epochs().stride() > stride;
        if (earlier || thinned) {
            // Only now: the room there is has to be asked of the disk.
            Sentence room = Bytes.sentence(scratch.limit());
            String folder = scratch.folder().toString();
            if (earlier) {
                remark(mine, Sentence.of("run.thinned.earlier", room, folder));
            }
            if (thinned) {
                remark(
                        mine,
                        Sentence.of("run.thinned", room, folder, run.epochs().stride()));
            }
        }
    }

    private void remark(TrainingControl mine, Sentence what) {
        tell(mine, new TrainingEvent.Remarked(what));
    }

    private double nextRate(TrainingControl mine, int batch, int batches) {
        long now = System.nanoTime();
        if (now - lastProgress >= progressNanos) {
            lastProgress = now;
            tell(mine, new TrainingEvent.EpochProgress((double) batch / batches));
        }
        if (!mine.pass(state -> tell(mine, state))) {
            return Double.NaN;
        }
        double rate = mine.learningRate();
        if (rate != lastRate) {
            tell(mine, new TrainingEvent.RateChanged(new RateChange(trainer.epoch() + 1, lastRate, rate)));
            lastRate = rate;
        }
        return rate;
    }

    private void tell(TrainingControl mine, RunState state) {
        tell(mine, state, null);
    }

    private void tell(TrainingControl mine, RunState state, Problem error) {
        tell(mine, new TrainingEvent.StateChanged(state, mine.planned(), error));
    }

    /** @return whether it was told: of a run that another has replaced nobody wants to hear */
    private synchronized boolean tell(TrainingControl mine, TrainingEvent event) {
        if (mine != control) {
            return false;
        }
        listener.accept(event);
        return true;
    }

    private interface Work {
        void run() throws IOException, Problem;
    }

    /** Whatever goes wrong on the worker becomes a state people see, and one entry in the log. */
    private void submit(TrainingControl mine, Work work) {
        try {
            worker.execute(() -> attempt(mine, work));
        } catch (RejectedExecutionException _) {
            // Closed: nobody waits for it any more.
        }
    }

    private void attempt(TrainingControl mine, Work work) {
        try {
            work.run();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "scratch file", e);
            fail(mine, new Problem(Sentence.of("run.scratch", scratch.folder().toString()), e));
        } catch (Problem problem) {
            // What is refused is no fault; what has a cause is, of the disk or the system.
            Level level = problem.getCause() == null ? Level.INFO : Level.ERROR;
            LOG.log(level, problem.getMessage(), problem.getCause());
            fail(mine, problem);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "training", e);
            fail(mine, new Problem(Sentence.of("run.failed", Breakdown.sentence(e)), e));
        }
    }

    /** What has been taken for a run that is no more is given back, so that there is room for a smaller one. */
    private void fail(TrainingControl mine, Problem why) {
        closeTrainer();
        mine.end();
        tell(mine, RunState.FAILED, why);
    }
}
