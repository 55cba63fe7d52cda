package latentlab.embedding;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The first two principal components of points of many dimensions, by subspace iteration (Rutishauser 1970) on the
 * covariance matrix, itself computed by matrix products: for only two components a hundred times faster than all
 * eigenvectors.
 *
 * @param axes shape [2, dimension], orthonormal
 * @param share of the variance that lies along them, 0 to 1
 */
record LeadingAxes(double[][] axes, double share) {
    /** Points copied at a time. */
    private static final int BLOCK = 1024;

    /** Vectors iterated. More than two, since the error shrinks by the ratio to the first variance that is left out. */
    private static final int KEPT = 12;

    private static final int ROUNDS = 100;
    private static final double TOLERANCE = 1e-9;

    /**
     * @param points shape [count, dimension], dimension at least {@value #KEPT}
     * @param mean shape [dimension]
     */
    static LeadingAxes of(float[] points, int dimension, double[] mean) {
        try (NativeFloats covariance = new NativeFloats(dimension, dimension);
                NativeFloats vectors = new NativeFloats(dimension, KEPT);
                NativeFloats turned = new NativeFloats(dimension, KEPT)) {
            double variance = covariance(points, dimension, mean, covariance);
            double[][] basis = start(dimension);
            double before = -1;
            double[] values = new double[KEPT];
            for (int round = 0; round < ROUNDS; round++) {
                double[][] image = multiply(covariance, basis, vectors, turned);
                values = rotate(basis, image);
                double now = values[0] + values[1];
                orthonormalise(basis);
                if (Math.abs(now - before) <= TOLERANCE * now) {
                    break;
                }
                before = now;
            }
            double share = variance > 0 ? Math.clamp((values[0] + values[1]) / variance, 0, 1) : 1;
            return new LeadingAxes(new double[][] {basis[0], basis[1]}, share);
        }
    }

    /** Computes the covariance matrix times the number of points. @return the total variance, times the same number */
    private static double covariance(float[] points, int dimension, double[] mean, NativeFloats into) {
        int count = points.length / dimension;
        double variance = 0;
        try (NativeFloats block = new NativeFloats(BLOCK, dimension)) {
            float[] row = new float[dimension];
            for (int from = 0; from < count; from += BLOCK) {
                int rows = Math.min(BLOCK, count - from);
                for (int i = 0; i < rows; i++) {
                    for (int d = 0; d < dimension; d++) {
                        row[d] = (float) (points[(from + i) * dimension + d] - mean[d]);
                        variance += (double) row[d] * row[d];
                    }
                    block.setRow(i, row, 0);
                }
                into.addColumnProducts(block, rows, from == 0 ? 0 : 1);
            }
        }
        return variance;
    }

    private static double[][] start(int dimension) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] basis = new double[KEPT][dimension];
        for (double[] vector : basis) {
            for (int d = 0; d < dimension; d++) {
                vector[d] = random.nextGaussian();
            }
        }
        orthonormalise(basis);
        return basis;
    }

    private static double[][] multiply(
            NativeFloats covariance, double[][] basis, NativeFloats vectors, NativeFloats turned) {
        int dimension = basis[0].length;
        float[] row = new float[KEPT];
        for (int d = 0; d < dimension; d++) {
            for (int v = 0; v < KEPT; v++) {
                row[v] = (float) basis[v][d];
            }
            vectors.setRow(d, row, 0);
        }
        turned.product(covariance, vectors);
        double[][] image = new double[KEPT][dimension];
        for (int d = 0; d < dimension; d++) {
            turned.getRow(d, row, 0);
            for (int v = 0; v < KEPT; v++) {
                image[v][d] = row[v];
            }
        }
        return image;
    }

    /**
     * Replaces the basis by the image of its own best axes (Rayleigh-Ritz).
     *
     * @return the variances along them, largest first
     */
    private static double[] rotate(double[][] basis, double[][] image) {
        double[][] small = new double[KEPT][KEPT];
        for (int a = 0; a < KEPT; a++) {
            for (int b = 0; b <= a; b++) {
                small[a][b] = (dot(basis[a], image[b]) + dot(basis[b], image[a])) / 2;
                small[b][a] = small[a][b];
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(small, false));
        for (int v = 0; v < KEPT; v++) {
            double[] mix = eigen.getEigenvector(v).toArray();
            Arrays.fill(basis[v], 0);
            for (int from = 0; from < KEPT; from++) {
                for (int d = 0; d < basis[v].length; d++) {
                    basis[v][d] += mix[from] * image[from][d];
                }
            }
        }
        return eigen.getRealEigenvalues();
    }

    /** Gram-Schmidt, applied twice because of rounding; a vector that vanishes is replaced by a unit vector. */
    private static void orthonormalise(double[][] basis) {
        for (int v = 0; v < basis.length; v++) {
            for (int unit = 0; !normalise(basis, v); unit++) {
                Arrays.fill(basis[v], 0);
                basis[v][unit] = 1;
            }
        }
    }

    private static boolean normalise(double[][] basis, int v) {
        double[] vector = basis[v];
        double before = Math.sqrt(dot(vector, vector));
        for (int round = 0; round < 2; round++) {
            for (int earlier = 0; earlier < v; earlier++) {
                double overlap = dot(vector, basis[earlier]);
                for (int d = 0; d < vector.length; d++) {
                    vector[d] -= overlap * basis[earlier][d];
                }
            }
        }
        double length = Math.sqrt(dot(vector, vector));
        if (!(length > 1e-10 * before)) {
            return false;
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= length;
        }
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
