package latentlab.embedding;

import java.util.Arrays;

/**
 * Points laid out for distances between all of them: in native memory for matrix products, or dimension by dimension. What
 * comes out of either is rounded, of products differently on every processor; so it is not the squared distance but a bound it
 * is not below. How far it may be above tells {@link #most}; which it is, {@link #distance}.
 */
final class PointRows implements AutoCloseable {
    /** Up to here differences are no slower than a product. */
    private static final int FEW_DIMENSIONS = 48;

    /** What an operation on floats may err by, of its result; where that is tiny, it is less than {@link #TINY}. */
    private static final double ROUNDING = 0x1p-24;

    private static final double TINY = 0x1p-125;

    /** Operations on the way to a bound besides the terms of its sum, generously: centring, norms, adding these. */
    private static final int OPERATIONS = 16;

    /** Points that the centre is the mean of: any place among them does. */
    private static final int CENTRED = 1000;

    private final float[] points;
    private final int dimension;
    private final int capacity;
    private final MapKernels kernels;
    /** What rounding may add to a sum of as many terms as there are dimensions, of the sum of their magnitudes (Higham 2002). */
    private final double error;

    private final float[] norms;
    /** Of each place, its share of what a distance may be above its bound. */
    private final float[] slacks;

    private float largestSlack;
    /** What is near to 0 is rounded least. */
    private final float[] centre;
    /** One of the two is null. */
    private final NativeFloats rows;

    private final float[] columns;

    /**
     * @param points shape [count, dimension]
     * @param capacity room for how many of them
     */
    PointRows(float[] points, int dimension, int capacity, MapKernels kernels) {
        this.points = points;
        this.dimension = dimension;
        this.capacity = capacity;
        this.kernels = kernels;
        double operations = (dimension + OPERATIONS) * ROUNDING;
        error = operations / (1 - operations);
        norms = new float[capacity];
        slacks = new float[capacity];
        boolean few = dimension <= FEW_DIMENSIONS;
        rows = few ? null : new NativeFloats(capacity, dimension);
        columns = few ? new float[capacity * dimension] : null;
        centre = few ? null : centre(points, dimension);
        if (few) {
            Arrays.fill(norms, (float) -tiny());
            Arrays.fill(slacks, (float) (2 * tiny()));
            largestSlack = slacks[0];
        }
    }

    private static float[] centre(float[] points, int dimension) {
        int count = points.length / dimension;
        int taken = Math.min(count, CENTRED);
        double[] sums = new double[dimension];
        for (int i = 0; i < taken; i++) {
            int at = (int) ((long) i * count / taken) * dimension;
            for (int d = 0; d < dimension; d++) {
                sums[d] += points[at + d];
            }
        }
        float[] centre = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            centre[d] = (float) (sums[d] / taken);
        }
        return centre;
    }

    private double tiny() {
        return dimension * TINY;
    }

    /** Puts a point at a place. */
    void set(int place, int point) {
        int at = point * dimension;
        if (columns != null) {
            for (int d = 0; d < dimension; d++) {
                columns[d * capacity + place] = points[at + d];
            }
            return;
        }
        double sum = 0;
        long into = (long) place * dimension;
        for (int d = 0; d < dimension; d++) {
            float value = points[at + d] - centre[d];
            sum += (double) value * value;
            rows.set(into + d, value);
        }
        norms[place] = (float) (sum * (1 - error) - tiny());
        slacks[place] = (float) (2 * error * sum + 2 * tiny());
        if (slacks[place] > largestSlack) {
            largestSlack = slacks[place];
        }
    }

    /** Squared norms where {@link #factor} is that of products, else zeros; less what rounding may have added to a bound. */
    float[] norms() {
        return norms;
    }

    /** A squared distance is at least this times what {@link #tile} gives plus both {@link #norms}. */
    float factor() {
        return rows != null ? -2 : (float) (1 - error);
    }

    /** @return the most a squared distance from the point at a place to any other can be that has this bound, or 0 instead */
    float most(int place, float bound) {
        double most = (double) bound + slacks[place] + largestSlack;
        return Math.nextUp((float) (rows != null ? most : most * (1 + 3 * error)));
    }

    /** @return the squared distance of two points, by {@link MapKernels#squaredDistance} */
    float distance(int point, int other) {
        return kernels.squaredDistance(points, dimension, point, other);
    }

    /** Writes what bounds are made of for all pairs of two blocks to the upper left of {@code raw}. */
    void tile(NativeFloats raw, int fromA, int rowsA, int fromB, int rowsB) {
        if (rows != null) {
            raw.rowProducts(rows, fromA, rowsA, rows, fromB, rowsB);
        } else {
            kernels.differences(
                    columns, capacity, dimension, fromA, rowsA, fromB, rowsB, raw.segment(), DistanceTile.SIDE);
        }
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }
}
