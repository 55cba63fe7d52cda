package latentlab.embedding;

import java.util.Arrays;

/** {@link Repulsion} pair by pair, each once: time grows with the square of the number of points. */
final class ExactRepulsion implements Repulsion {
    /** Points whose partners are visited together. */
    private static final int GROUP = 4;

    private static final int PART = 2048;

    private final int count;
    private final Workers workers;
    private final MapKernels kernels;
    /** One of each worker, whose pairs touch points all over. */
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
                // 0, 1, 1, 0 and again, since later groups have fewer partners: a half each.
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
