package latentlab.embedding;

import java.util.Arrays;

/**
 * Counts, for the points of a block, how many points are nearer to them than certain others: by bounds, and by exact
 * distances where the bounds leave it open. One worker's workspace.
 */
final class Ranks implements AutoCloseable {
    private static final int ROOM = MapQuality.NEIGHBOURS;

    private final PointRows rows;
    private final int from;
    private final int[] points;
    private final int count;
    private final MapKernels kernels;
    private final NativeFloats raw = new NativeFloats(DistanceTile.SIDE, DistanceTile.SIDE);
    private final int[] asked;
    private final int[] others;
    /** Distances of the points each row has asked for, ascending. */
    private final float[] distances;

    private final float[] farthest;

    /**
     * @param rows all points from 0 to count - 1, followed by those of the block
     * @param from start of the block
     * @param points indices of its points
     */
    Ranks(PointRows rows, int from, int[] points, int count, MapKernels kernels) {
        this.rows = rows;
        this.from = from;
        this.points = points;
        this.count = count;
        this.kernels = kernels;
        asked = new int[points.length];
        others = new int[points.length * ROOM];
        distances = new float[points.length * ROOM];
        farthest = new float[points.length];
        Arrays.fill(farthest, -1);
    }

    /** Asks for the rank of a point as seen from row {@code i} of the block. */
    void ask(int i, int other) {
        float distance = rows.distance(points[i], other);
        int at = i * ROOM + asked[i]++;
        for (; at > i * ROOM && distances[at - 1] > distance; at--) {
            distances[at] = distances[at - 1];
            others[at] = others[at - 1];
        }
        others[at] = other;
        distances[at] = distance;
        farthest[i] = Math.max(farthest[i], distance);
    }

    /** @return the sum of rank - k over the points asked for; ranks count from 1 */
    long excess(int k) {
        long sum = 0;
        for (int each : asked) {
            sum += (long) each * (1 - k);
        }
        float[] nobody = new float[DistanceTile.SIDE];
        Arrays.fill(nobody, Float.NEGATIVE_INFINITY);
        int[] chunks = new int[DistanceTile.SIDE / MapKernels.CHUNK + 1];
        for (int tile = 0; tile < count; tile += DistanceTile.SIDE) {
            int width = Math.min(DistanceTile.SIDE, count - tile);
            rows.tile(raw, from, points.length, tile, width);
            for (int i = 0; i < points.length; i++) {
                long row = (long) i * DistanceTile.SIDE;
                float norm = rows.norms()[from + i];
                int hits = kernels.near(
                        raw.segment(),
                        row,
                        rows.factor(),
                        norm,
                        rows.norms(),
                        tile,
                        0,
                        width,
                        farthest[i],
                        nobody,
                        chunks);
                for (int hit = 0; hit < hits; hit++) {
                    int end = Math.min(chunks[hit] + MapKernels.CHUNK, width);
                    for (int j = chunks[hit]; j < end; j++) {
                        float bound = Math.max(0, rows.factor() * raw.get(row + j) + (norm + rows.norms()[tile + j]));
                        if (bound <= farthest[i] && tile + j != points[i]) {
                            sum += nearer(i, tile + j, bound);
                        }
                    }
                }
            }
        }
        return sum;
    }

    /** @return for how many of the points asked for this one is nearer */
    private int nearer(int i, int point, float bound) {
        float least = bound;
        float most = rows.most(from + i, bound);
        int nearer = 0;
        for (int at = i * ROOM + asked[i] - 1; at >= i * ROOM && distances[at] >= least; at--) {
            if (distances[at] <= most && least < most) {
                least = rows.distance(points[i], point);
                most = least;
            }
            if (least < distances[at] || least == distances[at] && point < others[at]) {
                nearer++;
            }
        }
        return nearer;
    }

    @Override
    public void close() {
        raw.close();
    }
}
