package latentlab.map;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import latentlab.embedding.Tsne;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.Umap;
import latentlab.embedding.umap.UmapSettings;
import latentlab.run.Breakdown;
import latentlab.run.findings.LayoutWay;
import latentlab.run.findings.LayoutWay.ByTsne;
import latentlab.run.findings.LayoutWay.ByUmap;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * A t-SNE or UMAP the user watches: optimised on a thread of its own, and shown every few iterations. When paused or
 * done, it waits to be continued or closed.
 */
public final class LayoutProcess implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LayoutProcess.class.getName());
    /** Iterations between two updates: a few updates a second even with many points. */
    private static final int BETWEEN_LOOKS = 10;
    /** Iterations between two computations of the divergence, each as expensive as two iterations. */
    private static final int BETWEEN_DIVERGENCES = 50;

    /**
     * The state of the map at one moment.
     *
     * @param positions shape [points, 2]
     * @param iteration iterations done, of a UMAP epochs
     * @param planned iterations after which it is done
     * @param divergence latest Kullback-Leibler divergence computed, in nats; NaN of a UMAP
     */
    public record Look(float[] positions, int iteration, int planned, double divergence) {
        public boolean done() {
            return iteration >= planned;
        }
    }

    /** The points to map, computed on the thread of the layout. */
    public interface Points {
        /** @return shape [points, dimension] */
        float[] compute();
    }

    private final Points points;
    private final int dimension;
    private final float[] start;
    private final LayoutWay way;
    private final Consumer<Look> watcher;
    private final Consumer<Problem> failed;
    private boolean paused;
    private volatile boolean closed;
    private int planned;

    /**
     * @param start the map to start from, shape [points, 2], or null for a new one
     * @param way it is laid out
     * @param planned number of iterations
     * @param watcher receives the map while it moves, on the thread of the layout
     * @param failed receives the reason if there can be no map
     */
    public LayoutProcess(
            Points points,
            int dimension,
            float[] start,
            LayoutWay way,
            int planned,
            Consumer<Look> watcher,
            Consumer<Problem> failed) {
        this.points = points;
        this.dimension = dimension;
        this.start = start;
        this.way = way;
        this.planned = planned;
        this.watcher = watcher;
        this.failed = failed;
    }

    public void start() {
        Thread.ofPlatform().daemon().name("layout").start(this::run);
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

    /** Stops the layout within an iteration; nothing more is reported. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void run() {
        try (StepwiseMap map = make()) {
            double divergence = map.divergence();
            tell(map, divergence);
            while (waitToGoOn(map.done())) {
                int all = planned();
                map.go(Math.min(BETWEEN_LOOKS, all - map.done()), all, () -> closed);
                if (map.done() % BETWEEN_DIVERGENCES == 0 || map.done() == planned()) {
                    divergence = map.divergence();
                }
                tell(map, divergence);
            }
        } catch (CancellationException _) {
            // Closed during the neighbour search, or the run of these codes was.
        } catch (Problem problem) {
            if (!closed) {
                failed.accept(problem);
            }
        } catch (OutOfMemoryError e) {
            LOG.log(Level.ERROR, "layout", e);
            if (!closed) {
                failed.accept(new Problem(Breakdown.sentence(e), e));
            }
        }
    }

    private StepwiseMap make() throws Problem {
        float[] all = points.compute();
        Progress progress = (_, _) -> {
            if (closed) {
                throw new CancellationException();
            }
        };
        return switch (way) {
            case ByTsne(TsneSettings settings) ->
                new StepwiseMap.OfTsne(
                        start == null
                                ? Tsne.of(all, dimension, settings, progress)
                                : Tsne.from(start, all, dimension, settings, progress));
            case ByUmap(UmapSettings settings) ->
                new StepwiseMap.OfUmap(
                        start == null
                                ? Umap.of(all, dimension, settings, progress)
                                : Umap.from(start, all, dimension, settings, progress));
        };
    }

    private void tell(StepwiseMap map, double divergence) {
        if (!closed) {
            watcher.accept(new Look(map.positions(), map.done(), planned(), divergence));
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
