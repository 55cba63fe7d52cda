package latentlab.embedding;

import java.util.Arrays;

/**
 * {@link Repulsion} interpolated on a grid (Linderman, Rachh, Hoskins, Steinerberger & Kluger 2019), here with quintic
 * B-splines: the force is the slope of the potential of all points together. Time grows with the number of points and
 * the area of the map. The distance of nodes is fixed and the grid grows with the map, so that the error does not grow.
 */
final class GridRepulsion implements Repulsion {
    /** Distance between nodes, in units of the map: small against the width of the kernel 1 / (1 + r^2). */
    static final double SPACING = 1.0 / 3;

    /** Nodes needed beyond the outermost points, where splines reach. */
    private static final int MARGIN = 2;

    /**
     * Width of the widest map with a grid; for a wider one, the grid would take hundreds of megabytes, so that forces
     * are computed pair by pair.
     */
    private static final double WIDEST = 700;

    private static final int PART = 1024;

    private final int count;
    private final Workers workers;
    private final MapKernels kernels;
    private final GridConvolution convolution;
    /** Coordinates of the points along the rows, in nodes. */
    private final float[] column;

    private final float[] row;
    private final float[][] grids = new float[Workers.COUNT][0];
    private final double[] totals;

    GridRepulsion(int count, Workers workers, MapKernels kernels) {
        this.count = count;
        this.workers = workers;
        this.kernels = kernels;
        convolution = new GridConvolution(workers, kernels);
        column = new float[count];
        row = new float[count];
        totals = new double[parts()];
    }

    private int parts() {
        return (count + PART - 1) / PART;
    }

    @Override
    public double compute(float[] x, float[] y, float[] forceX, float[] forceY) {
        float left = least(x, 1);
        float top = least(y, 1);
        double extentX = -least(x, -1) - left;
        double extentY = -least(y, -1) - top;
        // Negated, so that it holds for NaN too.
        if (!(Math.max(extentX, extentY) <= WIDEST)) {
            return new ExactRepulsion(count, workers, kernels).compute(x, y, forceX, forceY);
        }
        float scale = (float) (1 / SPACING);
        int width = (int) (extentX * scale) + MapKernels.SUPPORT + 1;
        int height = (int) (extentY * scale) + MapKernels.SUPPORT + 1;
        convolution.fit(width, height);
        int stride = GridConvolution.stride(width);
        int cells = height * stride + MapKernels.OVERHANG;
        workers.run(worker -> {
            if (grids[worker].length < cells) {
                grids[worker] = new float[cells + cells / 4];
            } else {
                Arrays.fill(grids[worker], 0, cells, 0);
            }
            int from = (int) ((long) count * worker / Workers.COUNT);
            int to = (int) ((long) count * (worker + 1) / Workers.COUNT);
            for (int i = from; i < to; i++) {
                column[i] = (x[i] - left) * scale + MARGIN;
                row[i] = (y[i] - top) * scale + MARGIN;
            }
            kernels.spread(column, row, from, to, grids[worker], stride);
        });
        convolution.convolve(grids[0], grids[1], width, height);
        workers.share(parts(), (worker, part) -> {
            int from = part * PART;
            int to = Math.min(count, from + PART);
            totals[part] = kernels.collect(column, row, from, to, grids[0], stride, forceX, forceY);
            for (int i = from; i < to; i++) {
                forceX[i] *= -0.5f * scale;
                forceY[i] *= -0.5f * scale;
            }
        });
        double total = 0;
        for (double part : totals) {
            total += part;
        }
        // Subtracts each point's own potential of 1, which belongs to no pair.
        return total - count;
    }

    private static float least(float[] values, int sign) {
        float least = Float.POSITIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, sign * value);
        }
        return least;
    }
}
