package latentlab.embedding;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The plane through a cloud of points along which it varies most: its first two principal components (Pearson 1901),
 * the leading eigenvectors of the covariance matrix.
 *
 * @param mean shape [dimension], a point of the plane
 * @param axes shape [2, dimension], orthonormal; the components themselves, or turned within the plane by
 *     {@link #turnedTo}
 * @param share of the cloud's variance that lies in the plane, 0 to 1
 */
public record PrincipalPlane(double[] mean, double[][] axes, double share) {
    /** Number of dimensions from which only the two axes are computed instead of all. */
    private static final int MANY = 100;

    /**
     * @param points shape [count, dimension], count at least 1
     * @param dimension at least 2
     */
    public static PrincipalPlane of(float[] points, int dimension) {
        int count = points.length / dimension;
        double[] mean = new double[dimension];
        for (int i = 0; i < count; i++) {
            for (int d = 0; d < dimension; d++) {
                mean[d] += points[i * dimension + d];
            }
        }
        for (int d = 0; d < dimension; d++) {
            mean[d] /= count;
        }
        if (dimension >= MANY) {
            LeadingAxes leading = LeadingAxes.of(points, dimension, mean);
            return new PrincipalPlane(mean, leading.axes(), leading.share());
        }
        EigenDecomposition eigen =
                new EigenDecomposition(new Array2DRowRealMatrix(covariance(points, mean, dimension), false));
        double total = 0;
        for (double value : eigen.getRealEigenvalues()) {
            total += value;
        }
        // Eigenvalues are sorted, largest first.
        double inPlane = eigen.getRealEigenvalue(0) + eigen.getRealEigenvalue(1);
        double[][] axes = {
            eigen.getEigenvector(0).toArray(), eigen.getEigenvector(1).toArray()
        };
        return new PrincipalPlane(mean, axes, total > 0 ? Math.clamp(inPlane / total, 0, 1) : 1);
    }

    /**
     * Projects points onto their own plane, without turning it.
     *
     * @param points shape [count, dimension], count at least 1
     * @return shape [count, 2], with the mean at 0; for points of one dimension the second coordinate is 0
     */
    public static float[] map(float[] points, int dimension) {
        int count = points.length / dimension;
        float[] along;
        float[] across;
        if (dimension == 1) {
            double sum = 0;
            for (float point : points) {
                sum += point;
            }
            PrincipalPlane line = new PrincipalPlane(new double[] {sum / count}, new double[][] {{1}, {0}}, 1);
            along = line.along(0, points);
            across = line.along(1, points);
        } else {
            PrincipalPlane plane = of(points, dimension);
            along = plane.along(0, points);
            across = plane.along(1, points);
        }
        float[] map = new float[2 * count];
        for (int i = 0; i < count; i++) {
            map[2 * i] = along[i];
            map[2 * i + 1] = across[i];
        }
        return map;
    }

    private static double[][] covariance(float[] points, double[] mean, int dimension) {
        int count = points.length / dimension;
        double[][] covariance = new double[dimension][dimension];
        double[] centred = new double[dimension];
        for (int i = 0; i < count; i++) {
            for (int d = 0; d < dimension; d++) {
                centred[d] = points[i * dimension + d] - mean[d];
            }
            for (int row = 0; row < dimension; row++) {
                double value = centred[row];
                double[] target = covariance[row];
                for (int column = 0; column <= row; column++) {
                    target[column] += value * centred[column];
                }
            }
        }
        for (int row = 0; row < dimension; row++) {
            for (int column = 0; column <= row; column++) {
                covariance[row][column] /= count;
                covariance[column][row] = covariance[row][column];
            }
        }
        return covariance;
    }

    /**
     * The same plane with its axes turned, or mirrored, to be as near as possible to those of another: the sign of a
     * principal component is arbitrary, and two of nearly equal variance may swap from one epoch to the next.
     * Orthogonal Procrustes (Schönemann 1966) in two dimensions, in closed form.
     */
    public PrincipalPlane turnedTo(PrincipalPlane other) {
        double m00 = dot(other.axes[0], axes[0]);
        double m01 = dot(other.axes[0], axes[1]);
        double m10 = dot(other.axes[1], axes[0]);
        double m11 = dot(other.axes[1], axes[1]);
        double rotation = Math.hypot(m00 + m11, m10 - m01);
        double reflection = Math.hypot(m00 - m11, m10 + m01);
        if (Math.max(rotation, reflection) < 1e-12) {
            return this;
        }
        double cos;
        double sin;
        double flip;
        if (rotation >= reflection) {
            cos = (m00 + m11) / rotation;
            sin = (m10 - m01) / rotation;
            flip = 1;
        } else {
            cos = (m00 - m11) / reflection;
            sin = (m10 + m01) / reflection;
            flip = -1;
        }
        int dimension = mean.length;
        double[][] turned = new double[2][dimension];
        for (int d = 0; d < dimension; d++) {
            turned[0][d] = cos * axes[0][d] - flip * sin * axes[1][d];
            turned[1][d] = sin * axes[0][d] + flip * cos * axes[1][d];
        }
        return new PrincipalPlane(mean, turned, share);
    }

    /**
     * @param points shape [count, dimension]
     * @param axis 0 or 1
     * @return shape [count], coordinates of the points along the axis; 0 is the mean
     */
    public float[] along(int axis, float[] points) {
        double[] direction = axes[axis];
        int dimension = direction.length;
        double origin = dot(direction, mean);
        float[] places = new float[points.length / dimension];
        for (int i = 0; i < places.length; i++) {
            double place = -origin;
            for (int d = 0; d < dimension; d++) {
                place += direction[d] * points[i * dimension + d];
            }
            places[i] = (float) place;
        }
        return places;
    }

    /**
     * @return the point of the plane with these coordinates along its axes, shape [dimension]: the inverse of
     *     {@link #along}
     */
    public float[] at(double along0, double along1) {
        float[] point = new float[mean.length];
        for (int d = 0; d < point.length; d++) {
            point[d] = (float) (mean[d] + along0 * axes[0][d] + along1 * axes[1][d]);
        }
        return point;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
