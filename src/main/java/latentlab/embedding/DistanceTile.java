package latentlab.embedding;

import java.util.function.IntUnaryOperator;

/**
 * Distances between the points of one block and those of another, a tile at a time, offered to the nearest neighbours of both.
 * Points of many dimensions by a matrix product, |a - b|^2 = |a|^2 + |b|^2 - 2 ab, points of few by the differences themselves,
 * which is as fast: either way a bound below the distance, see {@link PointRows}. Room of one worker.
 */
final class DistanceTile implements AutoCloseable {
    /** Rows and columns of a tile at most: its distances, and the points they are of, stay in the processor's cache. */
    static final int SIDE = 512;

    private final MapKernels kernels;
    private final NativeFloats raw = new NativeFloats(SIDE, SIDE);
    private final int[] chunks = new int[SIDE / MapKernels.CHUNK + 1];

    DistanceTile(MapKernels kernels) {
        this.kernels = kernels;
    }

    /**
     * Offers each point of block a to each point of block b and the other way round; of one block, each pair once.
     *
     * @param points both blocks are part of
     * @param fromA first of {@code rowsA} points of block a, at most {@link #SIDE}
     * @param nearestA of the points of block a, whose row 0 is point {@code fromA}
     * @param fromB first of {@code rowsB} points of block b: that of block a, or one behind its end
     * @param names what neighbours are called, by their place in {@code points}
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
