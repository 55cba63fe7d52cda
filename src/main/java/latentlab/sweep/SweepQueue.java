package latentlab.sweep;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.run.Breakdown;
import latentlab.run.store.EpochStores;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Sweeps in the folder of a library, trained one after the other in the background. Which they are, their order, and
 * what was paused and cancelled, is kept in a file there, so that it outlasts the program. Safe to use from any thread:
 * the disk is accessed on threads of its own.
 *
 * <p>A sweep that is paused lets the next one train; its epochs under way are begun anew when it goes on, to the same
 * numbers. While sweeps are held back nothing is trained, and nothing is lost.
 */
public final class SweepQueue implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SweepQueue.class.getName());
    /** After this time a sweep that another window trains is looked at again. */
    private static final long AGAIN_MILLIS = 10_000;

    private final Path library;
    /** Used on the disk's thread alone. */
    private final SharedSweeps shared;

    private final DataLoader loader;
    private final EpochStores stores;
    private final Listener listener;
    /** Reads and writes what the queue is, in order. */
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sweeps-disk").daemon().factory());

    private final Thread trainer = Thread.ofPlatform().name("sweeps").daemon().unstarted(this::train);

    // The fields below are guarded by this.
    private final List<QueuedSweep> sweeps = new ArrayList<>();
    private final HeldClock clock = new HeldClock();
    /** When it was last looked whether other windows are done with sweeps that are to be trained here. */
    private long looked = System.nanoTime();

    private boolean closed;

    /** Hears of a queue on any of its threads; must not wait for another one. */
    public interface Listener {
        /** Something is different from what was seen last. */
        void changed();

        /** Something users should know. */
        void told(Sentence what);
    }

    /**
     * @param library in which each sweep has a folder of its own
     * @param loader of the data that sweeps are to be trained on
     * @param stores where the epochs' parameters are kept while a trial lasts
     */
    public SweepQueue(Path library, DataLoader loader, EpochStores stores, Listener listener) {
        this.library = library;
        shared = new SharedSweeps(library, sweeps, this, listener);
        this.loader = loader;
        this.stores = stores;
        this.listener = listener;
    }

    /**
     * Reads the queue as it was left, once. All of it is paused.
     *
     * @param interrupted receives the sweeps that were to be trained then, if there are any
     */
    public void open(Consumer<List<SweepLook>> interrupted) {
        if (trainer.getState() != Thread.State.NEW) {
            return;
        }
        trainer.start();
        disk.execute(() -> {
            List<SweepLook> cutOff = shared.open();
            listener.changed();
            if (!cutOff.isEmpty()) {
                interrupted.accept(cutOff);
            }
        });
    }

    /** Takes in what other windows have done to the queue since; it is told if there is something. */
    public synchronized void refresh() {
        if (trainer.getState() != Thread.State.NEW && !disk.isShutdown()) {
            disk.execute(shared::refresh);
        }
    }

    /** All sweeps in the order of their turns. */
    public synchronized List<SweepLook> look() {
        return sweeps.stream().map(each -> each.look(clock.held())).toList();
    }

    /** Whether trials are under way, held back or not. */
    public synchronized boolean training() {
        return sweeps.stream().anyMatch(each -> each.running != null || each.loading);
    }

    /** Whether a file is a trial's of a sweep that has not ended: its results are to be seen beside each other. */
    public boolean uses(Path run) {
        return is(run, QueuedSweep::open, _ -> true);
    }

    /** Whether a file is a trial's that is under way. */
    public boolean writes(Path run) {
        return is(run, _ -> true, trial -> trial.state() == TrialLook.State.TRAINING);
    }

    private synchronized boolean is(Path run, Predicate<QueuedSweep> of, Predicate<TrialLook> so) {
        return sweeps.stream()
                .filter(each -> each.folder.equals(run.getParent()) && of.test(each))
                .flatMap(each -> each.look(clock.held()).trials().stream())
                .anyMatch(each -> so.test(each)
                        && each.trial().file().equals(run.getFileName().toString()));
    }

    // ---- commands

    /**
     * Adds a sweep behind the others.
     *
     * @param name of its folder, of which there is none yet
     * @param accuracy whether to compute {@link TrialAccuracy} after each trial
     * @throws Problem if the plan has no valid trials
     */
    public void add(String name, Plan plan, int workers, boolean accuracy) throws Problem {
        List<Trial> trials = plan.trials();
        Path folder = library.resolve(name);
        QueuedSweep added = new QueuedSweep(folder, plan, workers, accuracy, trials);
        // Not trained before its plan is there to go on by.
        added.loading = true;
        synchronized (this) {
            sweeps.add(added);
        }
        disk.execute(() -> {
            Sentence why = null;
            try {
                PlanFile.hold(folder, plan, trials).close();
            } catch (Problem problem) {
                LOG.log(Level.WARNING, problem.getMessage(), problem);
                why = problem.sentence();
            }
            synchronized (this) {
                added.loading = false;
                added.why = why;
            }
            changed();
        });
        changed();
    }

    /** Ends a sweep before the next batch of each of its trials, until it is to go on. */
    public void pause(Path folder) {
        with(folder, sweep -> {
            sweep.paused = true;
            if (sweep.running != null) {
                sweep.running.stop();
            }
        });
    }

    /** Lets a sweep have its turn again; what could not be trained is tried again. */
    public void goOn(Path folder) {
        with(folder, sweep -> {
            sweep.paused = false;
            if (sweep.plan != null) {
                sweep.tryAgain();
            }
        });
        refresh();
    }

    /** Lets a sweep have its turn earlier or later. @param by places, less than 0 for earlier */
    public void move(Path folder, int by) {
        with(folder, sweep -> {
            int from = sweeps.indexOf(sweep);
            int to = from + by;
            if (to >= 0 && to < sweeps.size()) {
                Collections.swap(sweeps, from, to);
            }
        });
    }

    /** Lets a trial that waits have its turn earlier or later. @param by places, less than 0 for earlier */
    public void move(Path folder, int trial, int by) {
        with(folder, sweep -> sweep.move(trial, by));
    }

    /** Leaves out all trials that have not ended; what is done stays. */
    public void cancel(Path folder) {
        with(folder, QueuedSweep::cancel);
    }

    /** Leaves out a trial that has not ended; its epochs so far stay. */
    public void cancel(Path folder, int trial) {
        with(folder, sweep -> sweep.cancel(trial));
    }

    /** Lets all trials that were cancelled have a turn again; what is done of them stays. */
    public void takeBack(Path folder) {
        with(folder, QueuedSweep::takeBack);
    }

    /** Lets a trial that was cancelled have a turn again; its epochs so far stay. */
    public void takeBack(Path folder, int trial) {
        with(folder, sweep -> sweep.takeBack(trial));
    }

    /** Takes a sweep off the queue; its runs stay. */
    public void remove(Path folder) {
        with(folder, sweep -> {
            if (sweep.running != null) {
                sweep.running.stop();
            }
            sweep.paused = true;
            sweeps.remove(sweep);
        });
    }

    /** Holds all trials back before their next batch, while something else is to have the process, or lets them go. */
    public void hold(boolean back) {
        synchronized (this) {
            if (clock.held() == back) {
                return;
            }
            clock.hold(back);
            for (QueuedSweep each : sweeps) {
                if (each.running != null) {
                    if (back) {
                        each.running.pause();
                    } else {
                        each.running.goOn();
                    }
                }
            }
            notifyAll();
        }
        listener.changed();
    }

    private synchronized long clock() {
        return clock.nanos();
    }

    private void with(Path folder, Consumer<QueuedSweep> command) {
        synchronized (this) {
            sweeps.stream()
                    .filter(each -> each.folder.equals(folder))
                    .findFirst()
                    .ifPresent(command);
        }
        changed();
    }

    /** Keeps what was changed, tells of it, and lets the trainer look. */
    private void changed() {
        synchronized (this) {
            notifyAll();
            if (!disk.isShutdown()) {
                disk.execute(shared::write);
            }
        }
        listener.changed();
    }

    // ---- on the trainer

    private void train() {
        try {
            for (QueuedSweep next = next(); next != null; next = next()) {
                train(next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a sweep that can be trained. @return null once the queue is closed */
    private synchronized QueuedSweep next() throws InterruptedException {
        while (!closed) {
            for (QueuedSweep each : clock.held() ? List.<QueuedSweep>of() : sweeps) {
                if (ready(each) && !each.loading && !each.reading && !each.elsewhere) {
                    each.loading = true;
                    return each;
                }
            }
            boolean away = sweeps.stream().anyMatch(each -> ready(each) && each.elsewhere);
            wait(away ? AGAIN_MILLIS : 0);
            if (away && System.nanoTime() - looked > AGAIN_MILLIS * 1_000_000) {
                looked = System.nanoTime();
                refresh();
            }
        }
        return null;
    }

    private boolean ready(QueuedSweep sweep) {
        return !closed && !sweep.paused && sweep.why == null && sweep.open();
    }

    private synchronized boolean wanted(QueuedSweep sweep) {
        return ready(sweep);
    }

    private void train(QueuedSweep next) throws InterruptedException {
        listener.changed();
        Sentence why = null;
        boolean elsewhere = false;
        try {
            Dataset dataset = loader.load(next.plan.data(), (_, _) -> {
                if (!wanted(next)) {
                    throw new CancellationException();
                }
            });
            try (Sweep sweep = Sweep.open(next.plan, next.folder)) {
                if (begin(next, sweep)) {
                    SweepListener heard = new HeardSweep(next, this, listener, this::changed);
                    sweep.run(dataset, false, next.accuracy, stores, next.workers, heard);
                }
            }
        } catch (CancellationException _) {
            LOG.log(Level.DEBUG, "no longer wanted: {0}", next.folder);
        } catch (Problem problem) {
            LOG.log(Level.INFO, problem.getMessage(), problem);
            if (problem.sentence().key().equals("sweep.busy")) {
                elsewhere = true;
            } else {
                why = problem.sentence();
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, next.folder.toString(), e);
            why = Breakdown.sentence(e);
        }
        synchronized (this) {
            next.loading = false;
            next.running = null;
            next.elsewhere = elsewhere;
            next.why = why == null ? next.why : why;
        }
        changed();
    }

    private synchronized boolean begin(QueuedSweep next, Sweep sweep) {
        next.loading = false;
        if (!ready(next)) {
            return false;
        }
        next.begin(sweep, this::clock);
        if (clock.held()) {
            sweep.pause();
        }
        listener.changed();
        return true;
    }

    /** Ends trials before their next batch, keeping the epochs done, and waits for that. They can go on later. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            for (QueuedSweep each : sweeps) {
                if (each.running != null) {
                    each.running.stop();
                }
            }
            notifyAll();
        }
        try {
            if (trainer.isAlive() && !trainer.join(Duration.ofSeconds(10))) {
                LOG.log(Level.WARNING, "the sweeps did not end in time");
            }
            synchronized (this) {
                disk.shutdown();
            }
            if (!disk.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "the queue of sweeps could not be kept in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
