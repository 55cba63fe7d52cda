package latentlab.embedding;

import java.util.Arrays;

/**
 * Points stored for computing distances between all of them: in native memory for matrix products, or dimension by
 * dimension. Either way the results are rounded, and those of products differ between processors; so they are used as
 * lower bounds of the squared distance. {@link #most} gives the upper bound, {@link #distance} the exact value.
 */
final class PointRows implements AutoCloseable {
    /** Most dimensions for which differences are no slower than a product. */
    private static final int FEW_DIMENSIONS = 48;

    /**
     * Largest relative error of an operation on floats; where the result is tiny, the error is less than {@link #TINY}.
     */
    private static final double ROUNDING = 0x1p-24;

    private static final double TINY = 0x1p-125;

    /** Operations on the way to a bound besides the terms of its sum, rounded up: centring, norms, adding these. */
    private static final int OPERATIONS = 16;

    /** Points whose mean is the centre: any place among the points will do. */
    private static final int CENTRED = 1000;

    private final float[] points;
    private final int dimension;
    private final int capacity;
    private final MapKernels kernels;
    /**
     * Largest relative error of a sum with as many terms as there are dimensions, relative to the sum of magnitudes
     * (Higham 2002).
     */
    private final double error;

    private final float[] norms;
    /** For each place, its share in how far a distance may be above its bound. */
    private final float[] slacks;

    private float largestSlack;
    /** Subtracted from all points, since values near 0 have the smallest rounding errors. */
    private final float[] centre;
    /** Either this or the next one is null. */
    private final NativeFloats rows;

    private final float[] columns;

    /**
     * @param points shape [count, dimension]
     * @param capacity number of points there is room for
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

    /** Stores a point at a place. */
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

    /**
     * Squared norms if {@link #factor} is that of products, else zeros; reduced by what rounding may have added to a
     * bound.
     */
    float[] norms() {
        return norms;
    }

    /** A squared distance is at least this times the value of {@link #tile} plus both {@link #norms}. */
    float factor() {
        return rows != null ? -2 : (float) (1 - error);
    }

    /**
     * @param bound of a squared distance from the point at this place, raised to 0 if below
     * @return the largest value possible for that distance
     */
    float most(int place, float bound) {
        double most = (double) bound + slacks[place] + largestSlack;
        return Math.nextUp((float) (rows != null ? most : most * (1 + 3 * error)));
    }

    /** @return the squared distance of two points, by {@link MapKernels#squaredDistance} */
    float distance(int point, int other) {
        return kernels.squaredDistance(points, dimension, point, other);
    }

    /**
     * Writes the values that bounds are computed from to the upper left of {@code raw}, for all pairs of two blocks.
     */
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
