package latentlab.embedding.umap;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import latentlab.embedding.NeighbourSearch;
import latentlab.embedding.Neighbours;
import latentlab.embedding.PointCheck;
import latentlab.embedding.PrincipalPlane;
import latentlab.embedding.Workers;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * UMAP (McInnes, Healy & Melville 2018): maps points of many dimensions to two such that neighbours stay neighbours.
 * Runs in steps, so that one can watch: a number of epochs, a look at the positions, more epochs.
 *
 * <p>Follows umap-learn, but for two things. It starts from the principal plane instead of the graph's eigenvectors
 * (Kobak & Linderman 2021: what counts is that the start is not random). And each point moves along its own edges, all
 * others being where they were when the epoch began, by random numbers of its own, of the seed, the epoch and its
 * index; umap-learn moves both ends of an edge at once, in an order that threads change. So the map is the same bit for
 * bit for the same points and settings, however many workers share the points. Used by one thread at a time.
 */
public final class Umap implements AutoCloseable {
    /** How often a neighbour attracts: as one of the point's own, and the other way round. */
    private static final int DIRECTIONS = 2;

    /** Points that repel, drawn at random for each neighbour that attracts. */
    private static final int STRANGERS = 5;

    /** Most that a point moves along an axis at once, at a rate of 1. */
    private static final float FARTHEST = 4;

    /** Width of the first map. */
    private static final double START_WIDTH = 10;

    private static final double NOISE = 1e-4;
    private static final int PART = 512;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final FuzzyGraph graph;
    private final long seed;
    private final Workers workers;
    private final ForceTable attraction;
    private final ForceTable repulsion;

    private final int count;
    /** Shape [count, 2]. */
    private float[] places;
    /** Receives the places after an epoch. */
    private float[] moved;

    private int epoch;
    /** The epoch the rate falls from, and to. */
    private int from;

    private int planned;
    private double rate;

    /** @param start shape [count, 2] */
    Umap(FuzzyGraph graph, float[] start, UmapSettings settings, Workers workers) {
        this.graph = graph;
        this.workers = workers;
        seed = settings.seed();
        planned = settings.epochs();
        rate = settings.rate();
        count = graph.count();
        places = start.clone();
        moved = new float[start.length];
        MapCurve curve = MapCurve.of(settings.minimalDistance());
        attraction = new ForceTable(curve::attraction);
        repulsion = new ForceTable(curve::repulsion);
    }

    /**
     * Finds neighbours and makes the first map, on the principal plane.
     *
     * @param points shape [count, dimension], any scale
     * @param progress receives the progress of the neighbour search
     * @throws Problem if the points or the settings are not valid: a sentence that says what to do
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static Umap of(float[] points, int dimension, UmapSettings settings, Progress progress) throws Problem {
        return of(points, dimension, settings, Workers.COUNT, progress);
    }

    /** @param workers number of threads that share the work */
    static Umap of(float[] points, int dimension, UmapSettings settings, int workers, Progress progress)
            throws Problem {
        check(points, dimension, settings);
        return prepare(points, dimension, settings, firstMap(points, dimension, settings.seed()), workers, progress);
    }

    /**
     * Finds neighbours and starts from a given map, such as that of the epoch before.
     *
     * @param start shape [count, 2]
     * @throws Problem like {@link #of}
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static Umap from(float[] start, float[] points, int dimension, UmapSettings settings, Progress progress)
            throws Problem {
        check(points, dimension, settings);
        if (start.length != points.length / dimension * 2) {
            throw new IllegalArgumentException(start.length + " numbers are not two for each point");
        }
        return prepare(points, dimension, settings, start, Workers.COUNT, progress);
    }

    private static void check(float[] points, int dimension, UmapSettings settings) throws Problem {
        int count = points.length / dimension;
        if (count < 2) {
            throw Problem.of("embedding.few", count);
        }
        if (settings.neighbours() < 2 || settings.neighbours() > count) {
            throw Problem.of("embedding.umap.neighbours", settings.neighbours(), count);
        }
        // Negated, so that it holds for NaN too.
        if (!(settings.minimalDistance() >= 0 && settings.minimalDistance() <= 1)) {
            throw Problem.of("embedding.umap.distance", settings.minimalDistance());
        }
        if (settings.epochs() < 1) {
            throw Problem.of("embedding.umap.epochs", settings.epochs());
        }
        PointCheck.finite(points, dimension);
    }

    private static Umap prepare(
            float[] points, int dimension, UmapSettings settings, float[] start, int threads, Progress progress) {
        Workers workers = new Workers(threads);
        try {
            Neighbours neighbours = NeighbourSearch.of(
                    points, dimension, settings.neighbours() - 1, settings.seed(), workers, progress);
            return new Umap(FuzzyGraph.of(neighbours, workers), start, settings, workers);
        } catch (RuntimeException | Error thrown) {
            workers.close();
            throw thrown;
        }
    }

    /** The principal plane, {@value #START_WIDTH} wide, plus a little noise, which separates equal points. */
    static float[] firstMap(float[] points, int dimension, long seed) {
        float[] map = PrincipalPlane.map(points, dimension);
        double widest = 0;
        for (int axis = 0; axis < 2; axis++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int i = axis; i < map.length; i += 2) {
                low = Math.min(low, map[i]);
                high = Math.max(high, map[i]);
            }
            widest = Math.max(widest, (double) high - low);
        }
        double scale = widest > 0 ? START_WIDTH / widest : 0;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) (map[i] * scale + NOISE * random.nextGaussian());
        }
        return map;
    }

    /** Number of points. */
    public int count() {
        return count;
    }

    /** Epochs done. */
    public int epoch() {
        return epoch;
    }

    /** Epochs after which the points rest. */
    public int planned() {
        return planned;
    }

    /** @return a copy of the map, shape [count, 2] */
    public float[] positions() {
        return places.clone();
    }

    /** Plans more epochs. The rate, which has fallen to 0 or will, falls anew from {@link UmapSettings#GENTLE}. */
    public void extend(int epochs) {
        rate = Math.max(rateNow(), UmapSettings.GENTLE);
        from = epoch;
        planned += epochs;
    }

    private double rateNow() {
        return rate * (planned - epoch) / (planned - from);
    }

    /**
     * Continues the optimisation, at most to the last epoch planned.
     *
     * @param cancelled checked before each epoch; once true, the map stays as it is
     * @return epochs done
     */
    public int iterate(int epochs, BooleanSupplier cancelled) {
        int done = 0;
        while (done < epochs && epoch < planned && !cancelled.getAsBoolean()) {
            float now = (float) rateNow();
            workers.share(
                    (count + PART - 1) / PART,
                    (worker, part) -> move(part * PART, Math.min(count, (part + 1) * PART), now));
            float[] before = places;
            places = moved;
            moved = before;
            epoch++;
            done++;
        }
        return done;
    }

    private void move(int first, int end, float now) {
        for (int i = first; i < end; i++) {
            float x = places[2 * i];
            float y = places[2 * i + 1];
            long random = mixed(mixed(seed + GOLDEN * epoch) + GOLDEN * i);
            for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++) {
                // An edge counts in as many of the epochs as its weight says, spread evenly over them.
                float weight = graph.weights()[e];
                if ((int) (weight * (epoch + 1)) == (int) (weight * epoch)) {
                    continue;
                }
                int neighbour = 2 * graph.columns()[e];
                for (int time = 0; time < DIRECTIONS; time++) {
                    float dx = x - places[neighbour];
                    float dy = y - places[neighbour + 1];
                    float pull = attraction.at(dx * dx + dy * dy);
                    x += now * limited(pull * dx);
                    y += now * limited(pull * dy);
                }
                for (int n = 0; n < STRANGERS; n++) {
                    // Knuth's linear congruential generator: its upper half is random enough.
                    random = random * 6364136223846793005L + 1442695040888963407L;
                    int stranger = (int) ((random >>> 32) * count >>> 32);
                    if (stranger != i) {
                        float dx = x - places[2 * stranger];
                        float dy = y - places[2 * stranger + 1];
                        float push = repulsion.at(dx * dx + dy * dy);
                        x += now * limited(push * dx);
                        y += now * limited(push * dy);
                    }
                }
            }
            moved[2 * i] = x;
            moved[2 * i + 1] = y;
        }
    }

    private static float limited(float step) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, step));
    }

    /** The finaliser of SplitMix64 (Steele, Lea & Flood 2014): neighbouring numbers come out unlike each other. */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** Ends the helping threads. The positions can still be read. */
    @Override
    public void close() {
        workers.close();
    }
}
