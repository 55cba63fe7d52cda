package latentlab.embedding;

import java.util.Arrays;
import latentlab.text.Problem;

/**
 * Finds the place of a new point on a finished map, such as a t-SNE, which has no formula for it: among its nearest
 * neighbours of the map's points. Not at their mean, which may lie in the void between two clusters, but at their
 * geometric median (Weiszfeld 1937), weighted by the Gaussian of a small perplexity. Used by one thread at a time.
 */
public final class MapPlacement {
    private static final int NEIGHBOURS = 15;
    private static final double PERPLEXITY = 5;
    private static final int ROUNDS = 30;
    /** Added to distances to neighbours, so that the weight of one at distance 0 stays finite. */
    private static final double NEARNESS = 1e-3;

    private final int dimension;
    private final int count;
    private final int k;
    private final float[] map;
    /** Shape [count + 1, dimension]; the last row is for the point to be placed. */
    private final float[] points;

    private final MapKernels kernels = MapKernels.fastest();

    /**
     * @param points shape [count, dimension], count at least 1
     * @param map places of the points, shape [count, 2]
     */
    public MapPlacement(float[] points, int dimension, float[] map) {
        if (points.length == 0 || points.length / dimension * 2 != map.length) {
            throw new IllegalArgumentException(points.length + " numbers of points, " + map.length + " of their map");
        }
        this.dimension = dimension;
        this.map = map.clone();
        count = points.length / dimension;
        k = Math.min(NEIGHBOURS, count);
        this.points = Arrays.copyOf(points, points.length + dimension);
    }

    /**
     * @param point shape [dimension]
     * @return indices of the map's points nearest to it, nearest first; at most {@value #NEIGHBOURS}
     * @throws Problem if some of its values are not finite
     */
    public int[] nearest(float[] point) throws Problem {
        return Arrays.stream(search(point)).mapToInt(Nearest::index).toArray();
    }

    /**
     * @param point shape [dimension]
     * @return its place, shape [2]; if it equals a point of the map, the place of that point
     * @throws Problem if some of its values are not finite
     */
    public float[] place(float[] point) throws Problem {
        long[] nearest = search(point);
        float[] squared = new float[k];
        int[] indices = new int[k];
        for (int n = 0; n < k; n++) {
            squared[n] = Nearest.distance(nearest[n]);
            indices[n] = Nearest.index(nearest[n]);
        }
        if (squared[0] == 0 || k == 1) {
            return new float[] {map[2 * indices[0]], map[2 * indices[0] + 1]};
        }
        double[] weights = new double[k];
        JointProbabilities.conditional(squared, 0, weights, Math.log(Math.min(PERPLEXITY, (k + 1) / 2.0)));
        return median(indices, weights);
    }

    /** @return shape [k], see {@link Nearest#candidate}, nearest first */
    private long[] search(float[] point) throws Problem {
        PointCheck.finite(point, dimension);
        System.arraycopy(point, 0, points, count * dimension, dimension);
        long[] all = new long[count];
        for (int i = 0; i < count; i++) {
            all[i] = Nearest.candidate(kernels.squaredDistance(points, dimension, i, count), i);
        }
        Nearest.select(all, 0, count - 1, k - 1);
        Arrays.sort(all, 0, k);
        return Arrays.copyOf(all, k);
    }

    private float[] median(int[] indices, double[] weights) {
        double x = 0;
        double y = 0;
        for (int n = 0; n < k; n++) {
            x += weights[n] * map[2 * indices[n]];
            y += weights[n] * map[2 * indices[n] + 1];
        }
        double width = 0;
        for (int n = 0; n < k; n++) {
            width += weights[n] * Math.hypot(x - map[2 * indices[n]], y - map[2 * indices[n] + 1]);
        }
        for (int round = 0; round < ROUNDS && width > 0; round++) {
            double sum = 0;
            double sumX = 0;
            double sumY = 0;
            for (int n = 0; n < k; n++) {
                double distance = Math.hypot(x - map[2 * indices[n]], y - map[2 * indices[n] + 1]);
                double weight = weights[n] / (distance + NEARNESS * width);
                sum += weight;
                sumX += weight * map[2 * indices[n]];
                sumY += weight * map[2 * indices[n] + 1];
            }
            x = sumX / sum;
            y = sumY / sum;
        }
        return new float[] {(float) x, (float) y};
    }
}
