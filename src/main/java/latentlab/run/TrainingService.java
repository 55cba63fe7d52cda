package latentlab.run;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.DivergedException;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.RunSize;
import latentlab.engine.training.Trainer;
import latentlab.run.store.EpochStores;
import latentlab.run.store.Scratch;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Trains in the background of this process, one run at a time, on one worker thread. Events go to the listener in
 * order, each after it has been entered into the run.
 *
 * <p>Stopping drops the epoch under way, so that a run always stands at the end of its last whole epoch and continues
 * from there as if it had never been stopped. An epoch that cannot be kept, e.g. since the disk is full, pauses the
 * training; it is not lost, but kept as soon as training resumes.
 */
public final class TrainingService implements TrainingCommands, AutoCloseable {
    private static final Logger LOG = System.getLogger(TrainingService.class.getName());
    private static final Duration PROGRESS = Duration.ofMillis(100);

    private final EpochStores stores;
    private final RunKeeper keeper;
    private final RunMaker maker;
    private final TrainingThread worker;
    private final Consumer<RunEvent> listener;
    private final long progressNanos;
    private final Runs runs = new Runs();
    /** Of the run opened last; before that, of no run. */
    private volatile TrainingControl control = new TrainingControl("", 0, 0, 0);

    /** Runs to train after the one opened last. Guarded by this. */
    private final Queue<RunMaker.Request> waiting = new ArrayDeque<>();

    /** Bytes outside the heap that the trainer uses. */
    private volatile long taken;

    // The fields below are used by the worker alone.
    private Trainer trainer;
    private Run run;
    /** An epoch trained and not kept yet, for want of room; else null. */
    private EpochResult unkept;

    private double lastRate;
    private long lastProgress;

    /** With epochs kept in scratch files in a folder. */
    public TrainingService(Path scratchFolder, Consumer<RunEvent> listener) {
        this(new Scratch(scratchFolder), listener);
    }

    /**
     * @param stores where the epochs' parameters are kept
     * @param listener called on the worker thread, or on the thread that opens a run; it must not wait for another
     *     thread
     */
    public TrainingService(EpochStores stores, Consumer<RunEvent> listener) {
        this(stores, RunKeeper.NONE, listener, PROGRESS);
    }

    /** @param keeper keeps the runs for longer; closed by the service */
    public TrainingService(EpochStores stores, RunKeeper keeper, Consumer<RunEvent> listener) {
        this(stores, keeper, listener, PROGRESS);
    }

    /** @param progress least time between two reports of progress; zero reports before every batch */
    TrainingService(EpochStores stores, RunKeeper keeper, Consumer<RunEvent> listener, Duration progress) {
        this.stores = stores;
        this.keeper = keeper;
        maker = new RunMaker(stores);
        worker = new TrainingThread(stores);
        this.listener = listener;
        progressNanos = progress.toNanos();
        control.end();
        worker.submit(stores::tidy, _ -> {});
    }

    /** The runs opened so far and not closed yet. */
    public Runs runs() {
        return runs;
    }

    // ---- commands

    /**
     * {@inheritDoc} Of several in a row, as when a slider is dragged, only the last need be made. READY is sent before
     * this returns, and nothing of the runs before after it; Opened follows.
     */
    @Override
    public String open(Dataset dataset, TrainingConfig config) {
        return open(dataset, config, null);
    }

    @Override
    public String open(Dataset dataset, TrainingConfig config, StartWeights weights) {
        return openAlone(new RunMaker.Request(dataset, config, weights));
    }

    @Override
    public String resume(Dataset dataset, SavedRun saved) {
        TrainingConfig config = TrainingConfig.ofTexts(saved.start().settings());
        return openAlone(new RunMaker.Request(saved.start().id(), dataset, config, saved, null));
    }

    private synchronized String openAlone(RunMaker.Request request) {
        waiting.clear();
        return open(request) ? control.id() : null;
    }

    @Override
    public List<String> trainAll(Dataset dataset, List<TrainingConfig> configs) {
        List<RunMaker.Request> requests = configs.stream()
                .map(config -> new RunMaker.Request(dataset, config, null))
                .toList();
        synchronized (this) {
            waiting.clear();
            if (requests.isEmpty() || !open(requests.getFirst())) {
                return List.of();
            }
            waiting.addAll(requests.subList(1, requests.size()));
        }
        trainUntil(requests.getFirst().config().epochs());
        return requests.stream().map(RunMaker.Request::id).toList();
    }

    private boolean open(RunMaker.Request request) {
        RunSize size;
        Sentence tight;
        try {
            size = RunSize.checked(request.config(), request.dataset());
            MemoryRoom room = MemoryRoom.forRun(size);
            room.check(size, taken);
            tight = room.tight(size, taken);
        } catch (Problem problem) {
            LOG.log(Level.INFO, problem.getMessage());
            synchronized (this) {
                listener.accept(new RunEvent.Refused(request.id(), Fault.of(problem)));
            }
            return false;
        }
        TrainingControl next = request.control();
        synchronized (this) {
            control.end();
            control = next;
            tell(next, RunState.READY);
        }
        submit(next, () -> make(next, request, size, tight));
        return true;
    }

    @Override
    public void trainUntil(int epochs) {
        TrainingControl mine = control;
        if (mine.trainUntil(epochs)) {
            submit(mine, () -> train(mine));
        }
    }

    @Override
    public void trainOneEpoch() {
        TrainingControl mine = control;
        if (mine.trainOneEpoch()) {
            submit(mine, () -> train(mine));
        }
    }

    @Override
    public void pause() {
        control.pause();
    }

    @Override
    public void stop() {
        control.stop();
    }

    @Override
    public void setLearningRate(double rate) {
        if (Double.isNaN(rate)) {
            throw new IllegalArgumentException("a learning rate is a number");
        }
        control.setLearningRate(rate);
    }

    @Override
    public void setPlannedEpochs(int epochs) {
        control.setPlanned(epochs);
    }

    /**
     * Stops training, waits for the worker to end (a batch at most), and frees its memory. Later commands do nothing.
     */
    @Override
    public void close() {
        synchronized (this) {
            waiting.clear();
            control.end();
        }
        submit(control, this::closeTrainer);
        worker.close();
        keeper.close();
    }

    // ---- on the worker

    private void make(TrainingControl mine, RunMaker.Request request, RunSize size, Sentence tight)
            throws IOException, Problem {
        if (mine != control) {
            request.drop();
            return;
        }
        closeTrainer();
        List<Sentence> scarce = maker.prepared(request, size, mine);
        if (scarce == null) {
            return;
        }
        trainer = RunMaker.trainer(request);
        taken = size.nativeBytes();
        lastRate = request.rate();
        run = maker.run(request, trainer);
        Run opened = run;
        opened.findings().onMore(() -> keeper.keepFindings(opened, what -> remark(mine, List.of(what))));
        runs.add(run);
        boolean told = false;
        try {
            told = RunMaker.begin(request.saved(), trainer, run, keeper, event -> tell(mine, event));
            if (request.saved() != null && mine.takeUp(trainer.planned())) {
                tell(mine, trainer.epoch() < mine.planned() ? RunState.STOPPED : RunState.FINISHED);
            }
            remark(mine, tight == null ? List.of() : List.of(tight));
            remark(mine, scarce);
        } finally {
            if (!told) {
                runs.close(run);
            }
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
                end(mine, RunState.DIVERGED, Problem.of("run.diverged", e.epoch(), e.learningRate()));
                return;
            }
            if (unkept == null || !keep(mine)) {
                end(mine, RunState.STOPPED, null);
                return;
            }
            if (trainer.outOfPatience()) {
                trainer.bePatient();
                mine.finishHere(trainer.epoch());
                finish(mine);
                return;
            }
            finished = mine.finishedWith(trainer.epoch());
        }
        finish(mine);
    }

    private void finish(TrainingControl mine) {
        tell(mine, RunState.FINISHED);
        RunMaker.Request next;
        synchronized (this) {
            next = mine == control ? waiting.poll() : null;
            if (next == null) {
                return;
            }
            if (!open(next)) {
                waiting.clear();
                return;
            }
        }
        trainUntil(next.config().epochs());
    }

    /** Reports a run that did not reach its planned end, and drops the runs waiting after it. */
    private void end(TrainingControl mine, RunState state, Problem why) {
        synchronized (this) {
            if (mine == control) {
                waiting.clear();
            }
        }
        tell(mine, state, why);
    }

    /**
     * Keeps the trained epoch; pauses and tries again as often as that fails, since there may be room later.
     *
     * @return false if it was stopped before that
     */
    private boolean keep(TrainingControl mine) {
        while (true) {
            try {
                float[] parameters = trainer.parameters();
                remark(mine, keeper.keep(run, unkept, parameters, trainer::state));
                remark(mine, run.epochs().append(parameters, unkept.validLoss()));
                EpochResult kept = unkept;
                unkept = null;
                tell(mine, new RunEvent.EpochDone(mine.id(), kept));
                return true;
            } catch (IOException | Problem e) {
                LOG.log(Level.WARNING, "an epoch cannot be kept", e);
                Problem why = e instanceof IOException full
                        ? new Problem(run.epochs().unkept(unkept.epoch(), full), full)
                        : (Problem) e;
                mine.pause();
                if (!mine.pass(state -> tell(mine, state, state == RunState.PAUSED ? why : null))) {
                    return false;
                }
            }
        }
    }

    private double nextRate(TrainingControl mine, int batch, int batches) {
        long now = System.nanoTime();
        if (now - lastProgress >= progressNanos) {
            lastProgress = now;
            tell(mine, new RunEvent.EpochProgress(mine.id(), (double) batch / batches));
        }
        if (!mine.pass(state -> tell(mine, state))) {
            return Double.NaN;
        }
        double rate = mine.learningRate();
        if (rate != lastRate) {
            tell(mine, new RunEvent.RateChanged(mine.id(), new RateChange(trainer.epoch() + 1, lastRate, rate)));
            lastRate = rate;
        }
        return rate;
    }

    private void remark(TrainingControl mine, List<Sentence> what) {
        what.forEach(each -> tell(mine, new RunEvent.Remarked(mine.id(), each)));
    }

    private void tell(TrainingControl mine, RunState state) {
        tell(mine, state, null);
    }

    private void tell(TrainingControl mine, RunState state, Problem why) {
        Fault fault = why == null ? null : Fault.of(why);
        tell(mine, new RunEvent.StateChanged(mine.id(), state, mine.planned(), fault));
    }

    /** @return whether it was sent: no events of a run that has been replaced reach the listener */
    private synchronized boolean tell(TrainingControl mine, RunEvent event) {
        Run about = runs.get(mine.id());
        if (about != null) {
            about.apply(event);
        }
        if (mine != control) {
            return false;
        }
        listener.accept(event);
        return true;
    }

    private void submit(TrainingControl mine, TrainingThread.Work work) {
        worker.submit(work, problem -> fail(mine, problem));
    }

    /** Reports a failure and frees what its run has taken, so that there is room for a smaller one. */
    private void fail(TrainingControl mine, Problem why) {
        closeTrainer();
        mine.end();
        end(mine, RunState.FAILED, why);
    }
}
