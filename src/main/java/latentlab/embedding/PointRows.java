package latentlab.embedding;

/** Points laid out for distances between all of them: in native memory for matrix products, or dimension by dimension. */
final class PointRows implements AutoCloseable {
    /** Up to here differences are no slower than a product. */
    private static final int FEW_DIMENSIONS = 48;

    private final int dimension;
    private final int capacity;
    private final float[] norms;
    /** One of the two is null. */
    private final NativeFloats rows;

    private final float[] columns;

    /** Room for so many points. */
    PointRows(int capacity, int dimension) {
        this.dimension = dimension;
        this.capacity = capacity;
        norms = new float[capacity];
        boolean few = dimension <= FEW_DIMENSIONS;
        rows = few ? null : new NativeFloats(capacity, dimension);
        columns = few ? new float[capacity * dimension] : null;
    }

    /** Whether distances are those of products, good to about 1e-6 of a squared norm only. */
    static boolean rounded(int dimension) {
        return dimension > FEW_DIMENSIONS;
    }

    /** @param points shape [count, dimension], of which one is copied to a place */
    void set(int place, float[] points, int index) {
        int at = index * dimension;
        if (columns != null) {
            for (int d = 0; d < dimension; d++) {
                columns[d * capacity + place] = points[at + d];
            }
            return;
        }
        double sum = 0;
        for (int d = 0; d < dimension; d++) {
            sum += (double) points[at + d] * points[at + d];
        }
        norms[place] = (float) sum;
        rows.setRow(place, points, at);
    }

    /** Squared norms where {@link #factor} is that of products, else zeros. */
    float[] norms() {
        return norms;
    }

    /** A squared distance is this times what {@link #tile} gives plus both {@link #norms}. */
    float factor() {
        return rows != null ? -2 : 1;
    }

    /** Writes what distances are made of for all pairs of two blocks to the upper left of {@code raw}. */
    void tile(MapKernels kernels, NativeFloats raw, int fromA, int rowsA, int fromB, int rowsB) {
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
