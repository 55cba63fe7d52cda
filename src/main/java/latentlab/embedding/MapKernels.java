package latentlab.embedding;

import java.lang.foreign.MemorySegment;
import latentlab.natives.VectorApi;

/**
 * The inner loops of neighbour search and t-SNE, on float32 arrays. Each writes only to its own rows, so that two
 * threads can each do a half. Sums are computed in a fixed order: same input, same bits.
 */
interface MapKernels {
    /** Columns of distances that {@link #near} checks together. */
    int CHUNK = 64;

    /** Rows of the sparse matrix for {@link #attract} are padded to a multiple of this. */
    int PADDING = 16;

    /** Nodes along an axis that a point's mass is spread to, by quintic B-splines. */
    int SUPPORT = 6;

    /** Partial sums of a squared distance: the lanes of two of the widest vectors. */
    int SUMS = 16;

    /** Floats behind the last node of a grid that {@link #spread} and {@link #collect} may access. */
    int OVERHANG = 8;

    /**
     * The fastest kernels on this JVM: those of the Vector API if its module is present, else {@link PlainMapKernels}.
     */
    static MapKernels fastest() {
        return VectorApi.present() ? VectorMapKernels.create() : new PlainMapKernels();
    }

    /**
     * Computed in doubles, in one order whatever the width of vectors: the same to the bit on every machine and for
     * both orders of the points, and 0 for equal points.
     *
     * @return |a - b|^2 of two points of an array of shape [count, dimension]
     */
    float squaredDistance(float[] points, int dimension, int a, int b);

    /**
     * Computes squared distances of all pairs of two blocks of points.
     *
     * @param columns shape [dimension, capacity]
     * @param into row i, for point i of block a, begins at i * stride (in floats)
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
     * Finds the places in a row of distances, factor * raw[j] + norm + norms[fromNorm + j], where one may be of use: at
     * most {@code limit} or at most limits[j].
     *
     * @param at position of raw[0] in the segment, in floats
     * @param from first column to look at, a multiple of {@link #CHUNK}
     * @param to column before which to end
     * @param chunks receives the first columns of the chunks to search; more than necessary do no harm
     * @return number of chunks
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
     * Computes the attraction of points {@code from} to {@code to - 1}: the sum over j of p_ij (y_i - y_j) / (1 + |y_i
     * - y_j|^2).
     *
     * @param x places along the first axis, shape [count]; y along the second
     * @param forceX receives the force along x; forceY along y
     */
    void attract(JointProbabilities p, float[] x, float[] y, int from, int to, float[] forceX, float[] forceY);

    /**
     * Computes the repulsion between points {@code from} to {@code to - 1} and those after them, each pair once: adds
     * (y_i - y_j) / (1 + |y_i - y_j|^2)^2 to the force on i and subtracts it from that on j.
     *
     * @param to at most four more than {@code from}
     * @return the sum of 1 / (1 + |y_i - y_j|^2) over these pairs
     */
    double repel(float[] x, float[] y, int count, int from, int to, float[] forceX, float[] forceY);

    /**
     * Spreads the mass of points {@code from} to {@code to - 1}, 1 each, to the nodes of a grid.
     *
     * @param x places along the rows, in nodes from the first one, shape [count]: at least 2 and less than the number
     *     of nodes - 3
     * @param y places down the columns, likewise
     * @param grid shape [rows, stride]
     */
    void spread(float[] x, float[] y, int from, int to, float[] grid, int stride);

    /**
     * Interpolates a potential at points {@code from} to {@code to - 1}, with places as in {@link #spread}.
     *
     * @param slopeX receives the derivative along the rows, shape [count]; slopeY the one down the columns
     * @return the sum of the potential over the points
     */
    double collect(float[] x, float[] y, int from, int to, float[] grid, int stride, float[] slopeX, float[] slopeY);

    /**
     * One pass of a fast Fourier transform over the rows of a matrix, by Stockham's autosort: see {@link RowTransform}.
     *
     * @param radix 2, 3 or 4
     * @param parts number of butterflies that begin at rows {@code run} floats apart
     * @param run floats that share a twiddle factor
     * @param step step of the twiddle factors: that of butterfly p is at p * step in the tables
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
