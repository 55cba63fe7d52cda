package latentlab.map;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import latentlab.embedding.Tsne;
import latentlab.embedding.TsneSettings;
import latentlab.run.Breakdown;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * A t-SNE the user watches: optimised on a thread of its own, and shown every few iterations. When paused or done, it
 * waits to be continued or closed.
 */
public final class TsneProcess implements AutoCloseable {
    private static final Logger LOG = System.getLogger(TsneProcess.class.getName());
    /** Iterations between two updates: a few updates a second even with many points. */
    private static final int BETWEEN_LOOKS = 10;
    /** Iterations between two computations of the divergence, each as expensive as two iterations. */
    private static final int BETWEEN_DIVERGENCES = 50;

    /**
     * The state of the map at one moment.
     *
     * @param positions shape [points, 2]
     * @param iteration iterations done
     * @param planned iterations after which it is done
     * @param divergence latest Kullback-Leibler divergence computed, in nats
     */
    public record Look(float[] positions, int iteration, int planned, double divergence) {
        public boolean done() {
            return iteration >= planned;
        }
    }

    /** The points to map, computed on the thread of the t-SNE. */
    public interface Points {
        /** @return shape [points, dimension] */
        float[] compute();
    }

    private final Points points;
    private final int dimension;
    private final float[] start;
    private final TsneSettings settings;
    private final Consumer<Look> watcher;
    private final Consumer<Problem> failed;
    private boolean paused;
    private volatile boolean closed;
    private int planned;

    /**
     * @param start the map to start from, shape [points, 2], or null for a new one
     * @param planned number of iterations
     * @param watcher receives the map while it moves, on the thread of the t-SNE
     * @param failed receives the reason if there can be no map
     */
    public TsneProcess(
            Points points,
            int dimension,
            float[] start,
            TsneSettings settings,
            int planned,
            Consumer<Look> watcher,
            Consumer<Problem> failed) {
        this.points = points;
        this.dimension = dimension;
        this.start = start;
        this.settings = settings;
        this.planned = planned;
        this.watcher = watcher;
        this.failed = failed;
    }

    public void start() {
        Thread.ofPlatform().daemon().name("t-sne").start(this::run);
    }

    public synchronized void setPaused(boolean value) {
        paused = value;
        notifyAll();
    }

    synchronized boolean paused() {
        return paused;
    }

    /** Adds iterations to those planned, and continues. */
    public synchronized void more(int iterations) {
        planned += iterations;
        paused = false;
        notifyAll();
    }

    /** Stops the t-SNE within an iteration; nothing more is reported. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void run() {
        try (Tsne tsne = make()) {
            double divergence = tsne.divergence();
            tell(tsne, divergence);
            while (waitToGoOn(tsne.iteration())) {
                tsne.iterate(Math.min(BETWEEN_LOOKS, planned() - tsne.iteration()), () -> closed);
                if (tsne.iteration() % BETWEEN_DIVERGENCES == 0 || tsne.iteration() == planned()) {
                    divergence = tsne.divergence();
                }
                tell(tsne, divergence);
            }
        } catch (CancellationException _) {
            // Closed during the neighbour search, or the run of these codes was.
        } catch (Problem problem) {
            if (!closed) {
                failed.accept(problem);
            }
        } catch (OutOfMemoryError e) {
            LOG.log(Level.ERROR, "t-SNE", e);
            if (!closed) {
                failed.accept(new Problem(Breakdown.sentence(e), e));
            }
        }
    }

    private Tsne make() throws Problem {
        float[] all = points.compute();
        Progress progress = (_, _) -> {
            if (closed) {
                throw new CancellationException();
            }
        };
        return start == null
                ? Tsne.of(all, dimension, settings, progress)
                : Tsne.from(start, all, dimension, settings.withExaggerated(0), progress);
    }

    private void tell(Tsne tsne, double divergence) {
        if (!closed) {
            watcher.accept(new Look(tsne.positions(), tsne.iteration(), planned(), divergence));
        }
    }

    private synchronized int planned() {
        return planned;
    }

    private synchronized boolean waitToGoOn(int iteration) {
        while (!closed && (paused || iteration >= planned)) {
            try {
                wait();
            } catch (InterruptedException e) {
                return false;
            }
        }
        return !closed;
    }
}
