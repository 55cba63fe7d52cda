package latentlab.embedding;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * t-SNE (van der Maaten & Hinton 2008): maps points of many dimensions to two such that neighbours stay neighbours.
 * Runs in steps, so that one can watch: a number of iterations, a look at the positions, more iterations for as long as
 * one likes.
 *
 * <p>Follows today's practice (Kobak & Berens 2019) and scikit-learn: starts from the principal plane, exaggerates
 * attraction at first, learning rate count / 48 but at least 50 (for a gradient with its factor 4), momentum 0.5 then
 * 0.8, gains (Jacobs 1988) that are reset after the exaggeration. Same points and settings, same map, bit for bit. Used
 * by one thread at a time; a second thread of its own helps.
 */
public final class Tsne implements AutoCloseable {
    /** Number of points from which repulsion on a grid is faster than pair by pair; see src/docs/tsne.md. */
    static final int GRID = 5000;

    private static final float EXAGGERATION = 12;
    private static final float START_WIDTH = 1e-4f;
    private static final float MIN_GAIN = 0.01f;
    private static final int PART = 512;

    private final int count;
    private final int exaggerated;
    private final float rate;
    private final JointProbabilities p;
    private final Workers workers;
    private final MapKernels kernels;
    private final Repulsion repulsion;
    private final float[] x;
    private final float[] y;
    private final float[] attractX;
    private final float[] attractY;
    private final float[] repelX;
    private final float[] repelY;
    private final float[] stepX;
    private final float[] stepY;
    private final float[] gainX;
    private final float[] gainY;
    private int iteration;

    /** @param start shape [count, 2] */
    Tsne(
            JointProbabilities p,
            float[] start,
            int exaggerated,
            Repulsion repulsion,
            Workers workers,
            MapKernels kernels) {
        this.p = p;
        this.exaggerated = exaggerated;
        this.repulsion = repulsion;
        this.workers = workers;
        this.kernels = kernels;
        count = p.count();
        rate = Math.max(count / 48f, 50);
        x = new float[count];
        y = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = start[2 * i];
            y[i] = start[2 * i + 1];
        }
        attractX = new float[count];
        attractY = new float[count];
        repelX = new float[count];
        repelY = new float[count];
        stepX = new float[count];
        stepY = new float[count];
        gainX = new float[count];
        gainY = new float[count];
        Arrays.fill(gainX, 1);
        Arrays.fill(gainY, 1);
    }

    /**
     * Finds neighbours and makes the first map, on the principal plane.
     *
     * @param points shape [count, dimension], any scale
     * @param progress receives the progress of the neighbour search, which takes nearly all of the time
     * @throws Problem if the points or the perplexity are not valid: a sentence that says what to do
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static Tsne of(float[] points, int dimension, TsneSettings settings, Progress progress) throws Problem {
        return of(points, dimension, settings, points.length / dimension >= GRID, progress);
    }

    /** @param grid whether repulsion is computed on a grid */
    static Tsne of(float[] points, int dimension, TsneSettings settings, boolean grid, Progress progress)
            throws Problem {
        check(points, dimension, settings.perplexity());
        return prepare(points, dimension, settings, firstMap(points, dimension, settings.seed()), grid, progress);
    }

    /**
     * Finds neighbours and starts from a given map, such as that of the epoch before.
     *
     * @param start shape [count, 2]
     * @throws Problem like {@link #of}
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static Tsne from(float[] start, float[] points, int dimension, TsneSettings settings, Progress progress)
            throws Problem {
        check(points, dimension, settings.perplexity());
        if (start.length != points.length / dimension * 2) {
            throw new IllegalArgumentException(start.length + " numbers are not two for each point");
        }
        return prepare(points, dimension, settings, start, start.length / 2 >= GRID, progress);
    }

    private static void check(float[] points, int dimension, double perplexity) throws Problem {
        int count = points.length / dimension;
        // Negated, so that it holds for NaN too.
        if (!(perplexity >= 1 && perplexity < count)) {
            throw count < 2
                    ? Problem.of("embedding.few", count)
                    : Problem.of("embedding.perplexity", perplexity, count);
        }
        PointCheck.finite(points, dimension);
    }

    private static Tsne prepare(
            float[] points, int dimension, TsneSettings settings, float[] start, boolean grid, Progress progress) {
        int count = points.length / dimension;
        MapKernels kernels = MapKernels.fastest();
        Workers workers = new Workers();
        try {
            // As many neighbours as scikit-learn takes.
            int k = Math.min(count - 1, (int) (3 * settings.perplexity() + 1));
            Neighbours neighbours =
                    new NeighbourSearch(points, dimension, workers, kernels).find(k, settings.seed(), progress);
            JointProbabilities p = JointProbabilities.of(neighbours, settings.perplexity(), workers);
            Repulsion repulsion =
                    grid ? new GridRepulsion(count, workers, kernels) : new ExactRepulsion(count, workers, kernels);
            return new Tsne(p, start, settings.exaggerated(), repulsion, workers, kernels);
        } catch (RuntimeException | Error thrown) {
            workers.close();
            throw thrown;
        }
    }

    /**
     * The principal plane, scaled to a standard deviation of 1e-4, plus a hundredth of that in noise, which separates
     * equal points.
     */
    static float[] firstMap(float[] points, int dimension, long seed) {
        float[] map = PrincipalPlane.map(points, dimension);
        double squares = 0;
        for (int i = 0; i < map.length; i += 2) {
            squares += (double) map[i] * map[i];
        }
        double deviation = Math.sqrt(squares / (map.length / 2));
        double scale = deviation > 0 ? START_WIDTH / deviation : 0;
        double noise = scale > 0 ? START_WIDTH / 100 : START_WIDTH;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) (map[i] * scale + noise * random.nextGaussian());
        }
        return map;
    }

    /** Number of points. */
    public int count() {
        return count;
    }

    /** Iterations done. */
    public int iteration() {
        return iteration;
    }

    /** @return a copy of the map, shape [count, 2] */
    public float[] positions() {
        float[] positions = new float[2 * count];
        for (int i = 0; i < count; i++) {
            positions[2 * i] = x[i];
            positions[2 * i + 1] = y[i];
        }
        return positions;
    }

    /**
     * Continues the optimisation.
     *
     * @param cancelled checked before each iteration; once true, the map stays as it is
     * @return iterations done
     */
    public int iterate(int iterations, BooleanSupplier cancelled) {
        int done = 0;
        while (done < iterations && !cancelled.getAsBoolean()) {
            iterate();
            done++;
        }
        return done;
    }

    private void iterate() {
        boolean early = iteration < exaggerated;
        if (iteration == exaggerated) {
            Arrays.fill(gainX, 1);
            Arrays.fill(gainY, 1);
            Arrays.fill(stepX, 0);
            Arrays.fill(stepY, 0);
        }
        float momentum = early ? 0.5f : 0.8f;
        float push = -4 / (float) forces();
        float pull = early ? 4 * EXAGGERATION : 4;
        workers.run(worker -> {
            int from = count * worker / Workers.COUNT;
            int to = count * (worker + 1) / Workers.COUNT;
            move(x, stepX, gainX, attractX, repelX, pull, push, momentum, from, to);
            move(y, stepY, gainY, attractY, repelY, pull, push, momentum, from, to);
        });
        iteration++;
    }

    /**
     * Computes attraction and repulsion at the current positions.
     *
     * @return the sum that repulsion is to be divided by
     */
    private double forces() {
        workers.share((count + PART - 1) / PART, (worker, part) -> {
            int from = part * PART;
            kernels.attract(p, x, y, from, Math.min(count, from + PART), attractX, attractY);
        });
        return repulsion.compute(x, y, repelX, repelY);
    }

    private void move(
            float[] places,
            float[] steps,
            float[] gains,
            float[] attraction,
            float[] repulsed,
            float pull,
            float push,
            float momentum,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            float gradient = pull * attraction[i] + push * repulsed[i];
            float gain = steps[i] * gradient < 0 ? gains[i] + 0.2f : Math.max(gains[i] * 0.8f, MIN_GAIN);
            gains[i] = gain;
            steps[i] = momentum * steps[i] - rate * gain * gradient;
            places[i] += steps[i];
        }
    }

    /** @return the gradient of the divergence at the current positions, without exaggeration, shape [count, 2] */
    float[] gradient() {
        double total = forces();
        float[] gradient = new float[2 * count];
        for (int i = 0; i < count; i++) {
            gradient[2 * i] = (float) (4 * (attractX[i] - repelX[i] / total));
            gradient[2 * i + 1] = (float) (4 * (attractY[i] - repelY[i] / total));
        }
        return gradient;
    }

    /**
     * The value the optimisation minimises: the Kullback-Leibler divergence of the map's neighbourhoods from those of
     * the points, in nats, without exaggeration. Costs about as much as two iterations.
     */
    public double divergence() {
        double total = repulsion.compute(x, y, repelX, repelY);
        int parts = (count + PART - 1) / PART;
        double[] sums = new double[parts];
        workers.share(parts, (worker, part) -> {
            double sum = 0;
            for (int i = part * PART; i < Math.min(count, (part + 1) * PART); i++) {
                for (int e = p.starts()[i]; e < p.starts()[i + 1]; e++) {
                    double value = p.values()[e];
                    if (value > 0) {
                        double dx = x[i] - x[p.columns()[e]];
                        double dy = y[i] - y[p.columns()[e]];
                        sum += value * Math.log(value * total * (1 + dx * dx + dy * dy));
                    }
                }
            }
            sums[part] = sum;
        });
        return Arrays.stream(sums).sum();
    }

    /** Ends the helping thread. The positions can still be read. */
    @Override
    public void close() {
        workers.close();
    }
}
