package latentlab.embedding;

import java.lang.foreign.MemorySegment;

/**
 * The inner loops of neighbour search and t-SNE, on float32 arrays. Each writes only to the rows it is given, so that two threads
 * can do a half each. Sums are made in a fixed order: same input, same bits.
 */
interface MapKernels {
    /** Columns of distances that {@link #near} judges together. */
    int CHUNK = 64;

    /** Rows of the sparse matrix that {@link #attract} takes are padded to a multiple of this. */
    int PADDING = 16;

    /** Nodes of the grid, along an axis, to which a point gives its mass: quintic B-splines. */
    int SUPPORT = 6;

    /** Partial sums of a squared distance: as many as the widest vectors make, twice. */
    int SUMS = 16;

    /** Floats of a grid behind the last node that {@link #spread} and {@link #collect} may touch. */
    int OVERHANG = 8;

    /** The fastest there is on this JVM: the Vector API where its module is present, else {@link PlainMapKernels}. */
    static MapKernels fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorMapKernels.create()
                : new PlainMapKernels();
    }

    /**
     * Computed in doubles, and in one order whatever the vectors' width: the same to the bit on every machine, either way round,
     * and 0 for equal points.
     *
     * @return |a - b|^2 of two points of an array of shape [count, dimension]
     */
    float squaredDistance(float[] points, int dimension, int a, int b);

    /**
     * Squared distances of all pairs of two blocks of points.
     *
     * @param columns shape [dimension, capacity]
     * @param into row i of block a begins at i * stride (in floats)
     */
    void differences(
            float[] columns,
            int capacity,
            int dimension,
            int fromA,
            int rowsA,
            int fromB,
            int rowsB,
            MemorySegment into,
            int stride);

    /**
     * Finds where a row of distances, factor * raw[j] + norm + norms[fromNorm + j], may have one that is of use to somebody:
     * at most {@code limit} or at most limits[j].
     *
     * @param at of raw[0] in the segment, in floats
     * @param from of the first column to look at, a multiple of {@link #CHUNK}
     * @param to column before which to end
     * @param chunks receives the first columns of the chunks to look through; more than necessary does no harm
     * @return how many chunks
     */
    int near(
            MemorySegment raw,
            long at,
            float factor,
            float norm,
            float[] norms,
            int fromNorm,
            int from,
            int to,
            float limit,
            float[] limits,
            int[] chunks);

    /**
     * Attraction of points from to to - 1: the sum over j of p_ij (y_i - y_j) / (1 + |y_i - y_j|^2).
     *
     * @param x places along the first axis, shape [count]; y along the second
     * @param forceX written; forceY too
     */
    void attract(JointProbabilities p, float[] x, float[] y, int from, int to, float[] forceX, float[] forceY);

    /**
     * Repulsion between points from to to - 1 and those behind them, each pair once: adds (y_i - y_j) / (1 + |y_i - y_j|^2)^2
     * to i and takes it from j.
     *
     * @param to at most four more than {@code from}
     * @return the sum of 1 / (1 + |y_i - y_j|^2) over these pairs
     */
    double repel(float[] x, float[] y, int count, int from, int to, float[] forceX, float[] forceY);

    /**
     * Adds the mass of points from to to - 1, 1 each, to the nodes of a grid.
     *
     * @param x places along the rows, in nodes from the first one, shape [count]: at least 2 and less than the last but 3
     * @param y which row, likewise
     * @param grid shape [rows, stride]
     */
    void spread(float[] x, float[] y, int from, int to, float[] grid, int stride);

    /**
     * Interpolates a potential at points from to to - 1, as {@link #spread} takes them.
     *
     * @param slopeX receives its derivative along the rows, shape [count]; slopeY that across
     * @return the sum of the potential over the points
     */
    double collect(float[] x, float[] y, int from, int to, float[] grid, int stride, float[] slopeX, float[] slopeY);

    /**
     * One pass of a fast Fourier transform over the rows of a matrix, by Stockham's autosort: see {@link RowTransform}.
     *
     * @param radix 2, 3 or 4
     * @param parts how many butterflies begin at rows {@code run} floats apart
     * @param run floats that share a twiddle factor
     * @param step rows that is: the factor of butterfly p is that of angle p * step in the tables
     * @param cos of 2 pi i / rows, shape [rows]; sin likewise
     */
    void butterflies(
            int radix,
            int parts,
            int run,
            int step,
            float[] cos,
            float[] sin,
            float[] re,
            float[] im,
            float[] outRe,
            float[] outIm);
}
