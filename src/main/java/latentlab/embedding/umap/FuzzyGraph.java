package latentlab.embedding.umap;

import java.util.Arrays;
import latentlab.embedding.Neighbours;
import latentlab.embedding.Workers;

/**
 * How much points are each other's neighbours, 0 to 1: UMAP's fuzzy simplicial set (McInnes, Healy & Melville 2018,
 * algorithms 2 and 3). A symmetric sparse matrix in row order.
 *
 * @param starts start of each row, shape [count + 1]
 * @param columns of the elements, ascending in a row
 * @param weights of the elements, greater than 0, at most 1: each point has a neighbour of weight 1
 */
record FuzzyGraph(int[] starts, int[] columns, float[] weights) {
    /** Steps and tolerance of the search for a width; umap-learn's. */
    private static final int STEPS = 64;

    private static final double TOLERANCE = 1e-5;
    /** The least width, in mean distances to the neighbours. */
    private static final double LEAST = 1e-3;

    /** Rows in one part of the work. */
    private static final int PART = 512;

    /** @param neighbours of each point, itself not among them */
    static FuzzyGraph of(Neighbours neighbours, Workers workers) {
        return union(neighbours, memberships(neighbours, workers), workers);
    }

    /**
     * How much each neighbour of a point belongs to it: 1 for the nearest, then falling exponentially, as fast as
     * makes their sum the binary logarithm of their number, the point itself included.
     *
     * @return shape [count, k]
     */
    static float[] memberships(Neighbours neighbours, Workers workers) {
        int count = neighbours.count();
        int k = neighbours.k();
        float[] memberships = new float[count * k];
        double all = mean(neighbours.squared(), 0, count * k) * k / (k + 1);
        workers.share((count + PART - 1) / PART, (worker, part) -> {
            double[] distances = new double[k];
            for (int i = part * PART; i < Math.min(count, (part + 1) * PART); i++) {
                for (int n = 0; n < k; n++) {
                    distances[n] = Math.sqrt(neighbours.squared()[i * k + n]);
                }
                double own = mean(neighbours.squared(), i * k, (i + 1) * k) * k / (k + 1);
                memberships(distances, own, all, memberships, i * k);
            }
        });
        return memberships;
    }

    private static double mean(float[] squared, int from, int to) {
        double sum = 0;
        for (int at = from; at < to; at++) {
            sum += Math.sqrt(squared[at]);
        }
        return sum / (to - from);
    }

    /**
     * @param distances of a point to its neighbours, ascending
     * @param own mean of them and of the point's distance to itself
     * @param all the same mean over all points, for one that is equal to its neighbours
     * @param into receives the memberships from {@code at} on
     */
    private static void memberships(double[] distances, double own, double all, float[] into, int at) {
        double nearest = 0;
        for (int n = 0; n < distances.length && nearest == 0; n++) {
            nearest = distances[n];
        }
        double width = Math.max(width(distances, nearest), LEAST * (nearest > 0 ? own : all));
        for (int n = 0; n < distances.length; n++) {
            into[at + n] = (float) membership(distances[n] - nearest, width);
        }
    }

    private static double membership(double beyond, double width) {
        return beyond <= 0 || width == 0 ? 1 : Math.exp(-beyond / width);
    }

    private static double width(double[] distances, double nearest) {
        double wanted = Math.log(distances.length + 1) / Math.log(2);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double width = 1;
        for (int step = 0; step < STEPS; step++) {
            double sum = 0;
            for (double distance : distances) {
                sum += membership(distance - nearest, width);
            }
            if (Math.abs(sum - wanted) < TOLERANCE) {
                break;
            }
            if (sum > wanted) {
                high = width;
                width = (low + high) / 2;
            } else {
                low = width;
                width = high == Double.POSITIVE_INFINITY ? 2 * width : (low + high) / 2;
            }
        }
        return width;
    }

    /**
     * The union of both directions: two points are as much neighbours as it is probable that at least one is the
     * other's, p + q - pq.
     */
    private static FuzzyGraph union(Neighbours neighbours, float[] memberships, Workers workers) {
        int count = neighbours.count();
        int k = neighbours.k();
        int[] indices = neighbours.indices();
        int[] offsets = new int[count + 1];
        for (int index : indices) {
            offsets[index + 1]++;
        }
        for (int i = 0; i < count; i++) {
            offsets[i + 1] += offsets[i] + k;
        }
        // Each row's elements and those of its column, as numbers: the column in the upper bits, the value's bits
        // below.
        long[] elements = new long[offsets[count]];
        int[] ends = Arrays.copyOf(offsets, count);
        for (int i = 0; i < count; i++) {
            for (int e = i * k; e < (i + 1) * k; e++) {
                long bits = Float.floatToRawIntBits(memberships[e]);
                elements[ends[i]++] = (long) indices[e] << 32 | bits;
                elements[ends[indices[e]]++] = (long) i << 32 | bits;
            }
        }
        workers.share((count + PART - 1) / PART, (worker, part) -> {
            for (int i = part * PART; i < Math.min(count, (part + 1) * PART); i++) {
                Arrays.sort(elements, offsets[i], offsets[i + 1]);
                ends[i] = unite(elements, offsets[i], offsets[i + 1]);
            }
        });
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i + 1] = starts[i] + ends[i] - offsets[i];
        }
        int[] columns = new int[starts[count]];
        float[] weights = new float[starts[count]];
        for (int i = 0; i < count; i++) {
            for (int e = offsets[i]; e < ends[i]; e++) {
                columns[starts[i] + e - offsets[i]] = (int) (elements[e] >>> 32);
                weights[starts[i] + e - offsets[i]] = value(elements[e]);
            }
        }
        return new FuzzyGraph(starts, columns, weights);
    }

    /** Unites elements of the same column, and leaves out those of 0. @return the end of the rest */
    private static int unite(long[] elements, int from, int to) {
        int end = from;
        for (int e = from; e < to; e++) {
            boolean both = e + 1 < to && elements[e] >>> 32 == elements[e + 1] >>> 32;
            float p = value(elements[e]);
            // The greater one, as its bits are, so that its 1 stays a 1.
            float q = both ? value(elements[e + 1]) : 0;
            float united = q + p * (1 - q);
            if (united > 0) {
                elements[end++] = elements[e] >>> 32 << 32 | Float.floatToRawIntBits(united);
            }
            e += both ? 1 : 0;
        }
        return end;
    }

    private static float value(long element) {
        return Float.intBitsToFloat((int) element);
    }

    int count() {
        return starts.length - 1;
    }
}
