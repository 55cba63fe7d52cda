package latentlab.sweep;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import latentlab.comparison.ComparedRun;
import latentlab.data.DataIdentity;
import latentlab.data.Dataset;
import latentlab.engine.layer.ModelLayers;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Trainer;
import latentlab.run.Breakdown;
import latentlab.run.RunEvent;
import latentlab.run.file.RunFile;
import latentlab.run.file.RunFileWriter;
import latentlab.run.file.Underway;
import latentlab.run.findings.TestError;
import latentlab.run.follow.Training;
import latentlab.run.store.EpochStores;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Trains the trials of a plan into files of a folder, several side by side. Trials that have ended are left as they
 * are, those that were cut off go on, all to the same numbers as if they had been trained one by one.
 *
 * <p>Trials that share their matrix products among threads have the process to themselves, since the number of these
 * threads holds for the whole process and the numbers hang on it.
 */
public final class Sweep implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sweep.class.getName());

    private final Plan plan;
    private final Path folder;
    private final PlanFile file;
    private final List<Trial> trials;
    /** Fair, so that a trial that wants the process to itself gets it. */
    private final ReadWriteLock process = new ReentrantReadWriteLock(true);

    private final TrialOrder order;
    /** By the numbers of their trials. Guarded by itself, as is what is wanted of them. */
    private final Map<Integer, Training> underWay = new HashMap<>();

    private boolean stopped;
    private boolean paused;

    private Sweep(Plan plan, Path folder, PlanFile file, List<Trial> trials) {
        this.plan = plan;
        this.folder = folder;
        this.file = file;
        this.trials = trials;
        order = new TrialOrder(trials.size());
    }

    /**
     * Asks early what {@link #open} would find out after the data have been loaded; makes nothing.
     *
     * @throws Problem if the plan has no valid trials, or another sweep is in the folder
     */
    public static void check(Plan plan, Path folder) throws Problem {
        PlanFile.check(folder, plan, plan.trials());
    }

    /**
     * Begins a sweep in a folder, or takes it up again; no other process can until it is closed.
     *
     * @param folder made if it is missing
     * @throws Problem if the plan has no valid trials, another sweep is in the folder or another process has it
     */
    public static Sweep open(Plan plan, Path folder) throws Problem {
        List<Trial> trials = plan.trials();
        PlanFile held = PlanFile.hold(folder, plan, trials);
        // Marks of trials that were cut off, which go on with the sweep and not by themselves.
        Underway.takeLeftBehind(folder);
        return new Sweep(plan, folder, held, trials);
    }

    /** How many trials are trained side by side unless somebody says otherwise, see src/docs/sweeps.md. */
    public static int usualWorkers() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }

    /** In their order; what {@link #run} trains, but for a batch that goes with the data. */
    public List<Trial> trials() {
        return trials;
    }

    /** Ends all trials before their next batch; the epochs done are kept. May be called on any thread. */
    public void stop() {
        synchronized (underWay) {
            stopped = true;
            order.hold(false);
            underWay.values().forEach(Training::stop);
        }
    }

    /** Waits before the next batch of each trial until it is to go on. May be called on any thread. */
    public void pause() {
        synchronized (underWay) {
            paused = true;
            order.hold(!stopped);
            underWay.values().forEach(Training::pause);
        }
    }

    /** Goes on after a pause, as if there had been none. May be called on any thread. */
    public void goOn() {
        synchronized (underWay) {
            paused = false;
            order.hold(false);
            if (!stopped) {
                underWay.forEach((number, training) -> {
                    // One that was cancelled a moment ago is on its way out.
                    if (!order.cancelled(number)) {
                        training.goOn();
                    }
                });
            }
        }
    }

    /** Leaves a trial out, or ends it before its next batch. May be called on any thread. */
    public void cancel(int number) {
        synchronized (underWay) {
            order.cancel(number);
            Training training = underWay.get(number);
            if (training != null) {
                training.stop();
            }
        }
    }

    /**
     * Trains trials that have not been begun in another order. May be called on any thread.
     *
     * @param numbers that come first; those left out follow in the order that they are in
     */
    public void arrange(List<Integer> numbers) {
        order.arrange(numbers);
    }

    private boolean unwanted(Trial trial) {
        synchronized (underWay) {
            return stopped || order.cancelled(trial.number());
        }
    }

    /**
     * Trains what is to be trained, and waits for that; the test error of each trial is worked out as soon as it has
     * come to its end.
     *
     * @param dataset what the plan asks for
     * @param usualBatch whether nobody has chosen the batch, so that it goes with the number of images
     * @param accuracy whether to compute {@link TrialAccuracy} as soon as a trial has come to its end
     * @param stores where the epochs' parameters are kept while a trial lasts
     * @param workers trials at a time, at least 1: the numbers do not depend on it
     * @return what has become of each trial, in the order of the plan
     */
    public List<Outcome> run(
            Dataset dataset,
            boolean usualBatch,
            boolean accuracy,
            EpochStores stores,
            int workers,
            SweepListener listener)
            throws InterruptedException, Problem {
        int batch = usualBatch
                ? TrainingConfig.usualBatch(dataset.train().count())
                : plan.base().batch();
        List<Trial> fitted =
                usualBatch ? plan.withBase(plan.base().withBatch(batch)).trials() : trials;
        Outcome[] outcomes = new Outcome[fitted.size()];
        DataIdentity data = dataset.identity();
        Runnable worker = () -> {
            for (int number = order.take(); number > 0; number = order.take()) {
                outcomes[number - 1] =
                        new Turn(fitted.get(number - 1), dataset, data, accuracy, stores, listener).outcome();
            }
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(workers, fitted.size()); i++) {
            threads.add(Thread.ofPlatform().daemon().name("trial-" + i).start(worker));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return List.of(outcomes);
    }

    /** Lets the folder go. */
    @Override
    public void close() {
        file.close();
    }

    /** One trial on a worker. */
    private final class Turn {
        private final Trial trial;
        private final Dataset dataset;
        private final DataIdentity data;
        private final boolean accuracy;
        private final EpochStores stores;
        private final SweepListener listener;
        private final Path path;
        private final TrialFile kept;

        Turn(
                Trial trial,
                Dataset dataset,
                DataIdentity data,
                boolean accuracy,
                EpochStores stores,
                SweepListener listener) {
            this.trial = trial;
            this.dataset = dataset;
            this.data = data;
            this.accuracy = accuracy;
            this.stores = stores;
            this.listener = listener;
            path = folder.resolve(trial.file());
            kept = new TrialFile(path, trial);
        }

        Outcome outcome() {
            boolean[] before = {false};
            Outcome outcome;
            try {
                outcome = judged(trained(before));
            } catch (Problem problem) {
                outcome = new Outcome(trial, Outcome.State.FAILED, null, problem.sentence());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                outcome = new Outcome(trial, Outcome.State.STOPPED, null, null);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, trial.name(), e);
                outcome = new Outcome(trial, Outcome.State.FAILED, null, Breakdown.sentence(e));
            }
            synchronized (Sweep.this) {
                listener.ended(outcome, before[0]);
            }
            return outcome;
        }

        /** So that no other window deletes the file, or takes it for one that may go to make room. */
        private Underway mark() {
            return Underway.begin(folder, trial.number(), path);
        }

        private Outcome judged(Outcome trained) throws Problem {
            boolean known = !accuracy && trained.run() != null && trained.run().error() != null;
            if (!trained.fine() && trained.state() != Outcome.State.DIVERGED || known) {
                return trained;
            }
            Progress wanted = (_, _) -> {
                if (unwanted(trial)) {
                    throw new CancellationException();
                }
            };
            try (Underway _ = mark()) {
                TestError error = error(trained, wanted);
                if (accuracy && trained.fine()) {
                    TrialAccuracy.of(path, dataset, wanted);
                }
                return new Outcome(trial, trained.state(), trained.run().with(error), trained.why());
            } catch (CancellationException _) {
                // What it has come to stays; without an accuracy that was asked for it is not whole.
                return accuracy && trained.fine()
                        ? new Outcome(trial, Outcome.State.STOPPED, trained.run(), null)
                        : trained;
            }
        }

        /** @return null where it cannot be worked out, which takes nothing from what the trial has come to */
        private TestError error(Outcome trained, Progress wanted) {
            try {
                return TrialError.of(path, dataset, wanted);
            } catch (Problem problem) {
                LOG.log(Level.WARNING, "no test error of " + trial.name(), problem);
                return trained.run().error();
            }
        }

        private Outcome trained(boolean[] before) throws Problem, InterruptedException {
            ModelLayers.check(trial.config(), dataset.shape());
            Lock room = Trainer.threads(trial.config(), dataset) == 1 ? process.readLock() : process.writeLock();
            room.lock();
            try {
                if (unwanted(trial)) {
                    return kept.found(data);
                }
                if (!kept.exists()) {
                    began(0);
                    return follow(
                            RunFileWriter.create(path),
                            0,
                            (training, hear, started) -> training.follow(dataset, trial.config(), hear, started));
                }
                try (RunFile saved = RunFile.open(path)) {
                    kept.check(saved, data);
                    int done = saved.history().size() - 1;
                    if (kept.ended(saved)) {
                        before[0] = true;
                        return new Outcome(trial, Outcome.State.FINISHED, ComparedRun.of(trial.name(), saved), null);
                    }
                    began(done);
                    return follow(
                            RunFileWriter.goOn(path, done),
                            done,
                            (training, hear, started) -> training.resume(
                                    dataset, saved, trial.config().epochs(), hear, started));
                }
            } finally {
                room.unlock();
            }
        }

        private void began(int done) {
            synchronized (Sweep.this) {
                listener.began(trial, done);
            }
        }

        private interface Following {
            void follow(Training training, Consumer<RunEvent> hear, Runnable started)
                    throws Problem, InterruptedException;
        }

        private Outcome follow(RunFileWriter writer, int done, Following following)
                throws Problem, InterruptedException {
            try (Underway _ = mark();
                    Training training = new Training(stores, writer)) {
                try {
                    following.follow(training, event -> hear(event, done), () -> begin(training));
                } finally {
                    synchronized (underWay) {
                        underWay.remove(trial.number());
                    }
                }
                return outcome(training);
            }
        }

        private void begin(Training training) {
            synchronized (underWay) {
                underWay.put(trial.number(), training);
                if (unwanted(trial)) {
                    training.stop();
                } else if (paused) {
                    training.pause();
                }
            }
        }

        private void hear(RunEvent event, int done) {
            synchronized (Sweep.this) {
                switch (event) {
                    case RunEvent.EpochDone epoch -> {
                        if (epoch.result().epoch() > done) {
                            listener.epoch(trial, epoch.result());
                        }
                    }
                    case RunEvent.Remarked(String _, Sentence what) -> listener.remark(trial, what);
                    case RunEvent.Opened _,
                            RunEvent.Refused _,
                            RunEvent.RateChanged _,
                            RunEvent.StateChanged _,
                            RunEvent.EpochProgress _ -> {}
                }
            }
        }

        private Outcome outcome(Training training) {
            ComparedRun run = ComparedRun.of(trial.name(), training.run());
            Sentence why = training.fault() == null ? null : training.fault().sentence();
            Outcome.State state =
                    switch (training.state()) {
                        case FINISHED -> Outcome.State.FINISHED;
                        case DIVERGED -> Outcome.State.DIVERGED;
                        case FAILED -> Outcome.State.FAILED;
                        case READY, TRAINING, PAUSED, STOPPED ->
                            why == null ? Outcome.State.STOPPED : Outcome.State.FAILED;
                    };
            // The run's own sentence refers to a button of the window.
            Sentence said = state == Outcome.State.DIVERGED ? new Sentence("sweep.diverged", why.values()) : why;
            return new Outcome(trial, state, run, said);
        }
    }
}
