package latentlab.embedding;

import java.util.Arrays;

/** {@link Repulsion} computed pair by pair, each once: time grows with the square of the number of points. */
final class ExactRepulsion implements Repulsion {
    /** Points whose pairs are computed together. */
    private static final int GROUP = 4;

    private static final int PART = 2048;

    private final int count;
    private final Workers workers;
    private final MapKernels kernels;
    /** One array per worker, since the pairs of a worker touch points everywhere. */
    private final float[][] forcesX;

    private final float[][] forcesY;
    private final double[] totals = new double[Workers.COUNT];

    ExactRepulsion(int count, Workers workers, MapKernels kernels) {
        this.count = count;
        this.workers = workers;
        this.kernels = kernels;
        forcesX = new float[Workers.COUNT][count];
        forcesY = new float[Workers.COUNT][count];
    }

    @Override
    public double compute(float[] x, float[] y, float[] forceX, float[] forceY) {
        workers.run(worker -> {
            Arrays.fill(forcesX[worker], 0);
            Arrays.fill(forcesY[worker], 0);
            double total = 0;
            for (int from = 0; from < count; from += GROUP) {
                // Groups go to workers 0, 1, 1, 0 and so on: later groups have fewer pairs, so that each gets half of
                // the work.
                if (Integer.bitCount(from / GROUP & 3) % 2 == worker) {
                    int to = Math.min(count, from + GROUP);
                    total += kernels.repel(x, y, count, from, to, forcesX[worker], forcesY[worker]);
                }
            }
            totals[worker] = total;
        });
        workers.share((count + PART - 1) / PART, (worker, part) -> {
            for (int i = part * PART; i < Math.min(count, (part + 1) * PART); i++) {
                forceX[i] = forcesX[0][i] + forcesX[1][i];
                forceY[i] = forcesY[0][i] + forcesY[1][i];
            }
        });
        return 2 * (totals[0] + totals[1]);
    }
}
