package latentlab.embedding;

import java.util.function.IntUnaryOperator;

/**
 * Computes distances between the points of two blocks, a tile at a time, and offers them to the nearest neighbours of
 * both. For points of many dimensions by a matrix product, |a - b|^2 = |a|^2 + |b|^2 - 2 ab; for points of few
 * dimensions from the differences themselves, which is as fast. Either way it gives a lower bound of the distance, see
 * {@link PointRows}. One worker's workspace.
 */
final class DistanceTile implements AutoCloseable {
    /** Most rows and columns of a tile: its distances and their points stay in the processor's cache. */
    static final int SIDE = 512;

    private final MapKernels kernels;
    private final NativeFloats raw = new NativeFloats(SIDE, SIDE);
    private final int[] chunks = new int[SIDE / MapKernels.CHUNK + 1];

    DistanceTile(MapKernels kernels) {
        this.kernels = kernels;
    }

    /**
     * Offers each point of block a to each point of block b and vice versa; if both are the same block, each pair once.
     *
     * @param points contains both blocks
     * @param fromA first of the {@code rowsA} points of block a, at most {@link #SIDE}
     * @param nearestA neighbours of the points of block a; its row 0 is point {@code fromA}
     * @param fromB first of the {@code rowsB} points of block b: that of block a, or one behind its end
     * @param names maps a place in {@code points} to the index a neighbour is stored under
     */
    void offer(
            PointRows points,
            int fromA,
            int rowsA,
            Nearest nearestA,
            int fromB,
            int rowsB,
            Nearest nearestB,
            IntUnaryOperator names) {
        points.tile(raw, fromA, rowsA, fromB, rowsB);
        float factor = points.factor();
        float[] norms = points.norms();
        float[] limitsA = nearestA.limits();
        float[] limitsB = nearestB.limits();
        for (int i = 0; i < rowsA; i++) {
            int first = fromA == fromB ? i + 1 : 0;
            long row = (long) i * SIDE;
            int a = fromA + i;
            float norm = norms[a];
            int name = names.applyAsInt(a);
            int hits = kernels.near(
                    raw.segment(),
                    row,
                    factor,
                    norm,
                    norms,
                    fromB,
                    first - first % MapKernels.CHUNK,
                    rowsB,
                    limitsA[i],
                    limitsB,
                    chunks);
            for (int hit = 0; hit < hits; hit++) {
                int end = Math.min(chunks[hit] + MapKernels.CHUNK, rowsB);
                for (int j = Math.max(first, chunks[hit]); j < end; j++) {
                    float bound = Math.max(0, factor * raw.get(row + j) + (norm + norms[fromB + j]));
                    if (bound <= limitsA[i]) {
                        nearestA.add(i, bound, names.applyAsInt(fromB + j));
                    }
                    if (bound <= limitsB[j]) {
                        nearestB.add(j, bound, name);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        raw.close();
    }
}
