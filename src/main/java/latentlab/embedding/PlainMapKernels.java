package latentlab.embedding;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The formulas of {@link MapKernels} in plain loops: the reference for the vectorised ones, and the fallback without
 * the Vector API.
 */
final class PlainMapKernels implements MapKernels {
    /**
     * Coefficients of 1 to u^5 for the six nodes from the second one below a point on: quintic B-splines of its place u
     * between two nodes.
     */
    static final float[][] SPLINES = {
        {1, 26, 66, 26, 1, 0, 0, 0},
        {-5, -50, 0, 50, 5, 0, 0, 0},
        {10, 20, -60, 20, 10, 0, 0, 0},
        {-10, 20, 0, -20, 10, 0, 0, 0},
        {5, -20, 30, -20, 5, 0, 0, 0},
        {-1, 5, -10, 10, -5, 1, 0, 0}
    };

    static {
        for (float[] power : SPLINES) {
            for (int node = 0; node < SUPPORT; node++) {
                power[node] /= 120;
            }
        }
    }

    @Override
    public float squaredDistance(float[] points, int dimension, int a, int b) {
        double[] sums = new double[SUMS];
        int whole = dimension - dimension % SUMS;
        int atA = a * dimension;
        int atB = b * dimension;
        for (int d = 0; d < whole; d += SUMS) {
            for (int sum = 0; sum < SUMS; sum++) {
                double difference = (double) points[atA + d + sum] - points[atB + d + sum];
                sums[sum] += difference * difference;
            }
        }
        return total(sums, points, atA, atB, whole, dimension);
    }

    /** Adds all partial sums, and the squares of the differences from {@code whole} on. */
    static float total(double[] sums, float[] points, int atA, int atB, int whole, int dimension) {
        for (int d = whole; d < dimension; d++) {
            double difference = (double) points[atA + d] - points[atB + d];
            sums[d - whole] += difference * difference;
        }
        for (int half = SUMS / 2; half > 0; half /= 2) {
            for (int sum = 0; sum < half; sum++) {
                sums[sum] += sums[sum + half];
            }
        }
        return (float) sums[0];
    }

    @Override
    public void differences(
            float[] columns,
            int capacity,
            int dimension,
            int fromA,
            int rowsA,
            int fromB,
            int rowsB,
            MemorySegment into,
            int stride) {
        differences(columns, capacity, dimension, fromA, rowsA, fromB, rowsB, into, stride, 0);
    }

    /** Computes the distances of the last columns only. @param first column of the block to begin with */
    static void differences(
            float[] columns,
            int capacity,
            int dimension,
            int fromA,
            int rowsA,
            int fromB,
            int rowsB,
            MemorySegment into,
            int stride,
            int first) {
        for (int i = 0; i < rowsA; i++) {
            for (int j = first; j < rowsB; j++) {
                float sum = 0;
                for (int d = 0; d < dimension; d++) {
                    float difference = columns[d * capacity + fromA + i] - columns[d * capacity + fromB + j];
                    sum += difference * difference;
                }
                into.setAtIndex(ValueLayout.JAVA_FLOAT, (long) i * stride + j, sum);
            }
        }
    }

    @Override
    public int near(
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
            int[] chunks) {
        int found = 0;
        for (int chunk = from; chunk < to; chunk += CHUNK) {
            chunks[found++] = chunk;
        }
        return found;
    }

    @Override
    public void attract(JointProbabilities p, float[] x, float[] y, int from, int to, float[] forceX, float[] forceY) {
        int[] starts = p.starts();
        int[] columns = p.columns();
        float[] values = p.values();
        for (int i = from; i < to; i++) {
            float sumX = 0;
            float sumY = 0;
            for (int e = starts[i]; e < starts[i + 1]; e++) {
                float dx = x[i] - x[columns[e]];
                float dy = y[i] - y[columns[e]];
                float pull = values[e] / (1 + (dx * dx + dy * dy));
                sumX += pull * dx;
                sumY += pull * dy;
            }
            forceX[i] = sumX;
            forceY[i] = sumY;
        }
    }

    @Override
    public double repel(float[] x, float[] y, int count, int from, int to, float[] forceX, float[] forceY) {
        return repel(x, y, from, to, from, count, forceX, forceY);
    }

    /**
     * Computes only the pairs with points {@code others} to {@code othersEnd - 1}, each of which comes after its
     * partner.
     */
    static double repel(
            float[] x, float[] y, int from, int to, int others, int othersEnd, float[] forceX, float[] forceY) {
        double total = 0;
        for (int i = from; i < to; i++) {
            for (int j = Math.max(i + 1, others); j < othersEnd; j++) {
                float dx = x[i] - x[j];
                float dy = y[i] - y[j];
                float q = 1 / (1 + (dx * dx + dy * dy));
                total += q;
                float push = q * q;
                forceX[i] += push * dx;
                forceY[i] += push * dy;
                forceX[j] -= push * dx;
                forceY[j] -= push * dy;
            }
        }
        return total;
    }

    @Override
    public void spread(float[] x, float[] y, int from, int to, float[] grid, int stride) {
        float[] across = new float[SUPPORT];
        float[] along = new float[SUPPORT];
        for (int i = from; i < to; i++) {
            int column = (int) x[i];
            int row = (int) y[i];
            weights(x[i] - column, along);
            weights(y[i] - row, across);
            for (int a = 0; a < SUPPORT; a++) {
                int at = (row - 2 + a) * stride + column - 2;
                for (int b = 0; b < SUPPORT; b++) {
                    grid[at + b] += across[a] * along[b];
                }
            }
        }
    }

    @Override
    public double collect(
            float[] x, float[] y, int from, int to, float[] grid, int stride, float[] slopeX, float[] slopeY) {
        float[] along = new float[SUPPORT];
        float[] alongSlope = new float[SUPPORT];
        float[] across = new float[SUPPORT];
        float[] acrossSlope = new float[SUPPORT];
        double total = 0;
        for (int i = from; i < to; i++) {
            int column = (int) x[i];
            int row = (int) y[i];
            weights(x[i] - column, along);
            slopes(x[i] - column, alongSlope);
            weights(y[i] - row, across);
            slopes(y[i] - row, acrossSlope);
            float potential = 0;
            float sumX = 0;
            float sumY = 0;
            for (int a = 0; a < SUPPORT; a++) {
                int at = (row - 2 + a) * stride + column - 2;
                float value = 0;
                float slope = 0;
                for (int b = 0; b < SUPPORT; b++) {
                    value += along[b] * grid[at + b];
                    slope += alongSlope[b] * grid[at + b];
                }
                potential += across[a] * value;
                sumX += across[a] * slope;
                sumY += acrossSlope[a] * value;
            }
            slopeX[i] = sumX;
            slopeY[i] = sumY;
            total += potential;
        }
        return total;
    }

    private static void weights(float u, float[] into) {
        for (int node = 0; node < SUPPORT; node++) {
            float sum = SPLINES[5][node];
            for (int power = 4; power >= 0; power--) {
                sum = sum * u + SPLINES[power][node];
            }
            into[node] = sum;
        }
    }

    private static void slopes(float u, float[] into) {
        for (int node = 0; node < SUPPORT; node++) {
            float sum = 5 * SPLINES[5][node];
            for (int power = 4; power >= 1; power--) {
                sum = sum * u + power * SPLINES[power][node];
            }
            into[node] = sum;
        }
    }

    @Override
    public void butterflies(
            int radix,
            int parts,
            int run,
            int step,
            float[] cos,
            float[] sin,
            float[] re,
            float[] im,
            float[] outRe,
            float[] outIm) {
        int rows = cos.length;
        for (int p = 0; p < parts; p++) {
            for (int o = 0; o < run; o++) {
                for (int k = 0; k < radix; k++) {
                    double sumRe = 0;
                    double sumIm = 0;
                    for (int j = 0; j < radix; j++) {
                        int in = (p + parts * j) * run + o;
                        // The discrete Fourier transform of the parts, turned by the twiddle factor.
                        int angle = (int) (((long) rows / radix * j * k + (long) p * step * k) % rows);
                        sumRe += re[in] * cos[angle] + im[in] * sin[angle];
                        sumIm += im[in] * cos[angle] - re[in] * sin[angle];
                    }
                    outRe[(radix * p + k) * run + o] = (float) sumRe;
                    outIm[(radix * p + k) * run + o] = (float) sumIm;
                }
            }
        }
    }
}
