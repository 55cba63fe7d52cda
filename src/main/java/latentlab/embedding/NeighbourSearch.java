package latentlab.embedding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Finds nearest neighbours among the points themselves: by comparing all pairs up to {@value #EXACT} points, by a
 * {@link NeighbourForest} above.
 */
public final class NeighbourSearch {
    /** Most points for which every pair is compared. */
    static final int EXACT = 20_000;

    private final float[] points;
    private final int dimension;
    private final int count;
    private final Workers workers;
    private final MapKernels kernels;

    /** @param points shape [count, dimension], finite */
    NeighbourSearch(float[] points, int dimension, Workers workers, MapKernels kernels) {
        this.points = points;
        this.dimension = dimension;
        this.workers = workers;
        this.kernels = kernels;
        count = points.length / dimension;
    }

    /**
     * Searches with the kernels that are fastest on this JVM.
     *
     * @param points shape [count, dimension], finite
     * @param k neighbours of each point, 1 to count - 1
     * @param seed of the approximate search
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static Neighbours of(float[] points, int dimension, int k, long seed, Workers workers, Progress progress) {
        return new NeighbourSearch(points, dimension, workers, MapKernels.fastest()).find(k, seed, progress);
    }

    /**
     * @param k 1 to count - 1
     * @param seed of the approximate search
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    Neighbours find(int k, long seed, Progress progress) {
        return count <= EXACT ? exact(k, progress) : approximate(k, seed, progress);
    }

    /** Compares all pairs. */
    Neighbours exact(int k, Progress progress) {
        try (PointRows rows = new PointRows(points, dimension, count, kernels)) {
            for (int i = 0; i < count; i++) {
                rows.set(i, i);
            }
            int blocks = (count + DistanceTile.SIDE - 1) / DistanceTile.SIDE;
            Nearest[] nearest = IntStream.range(0, blocks)
                    .mapToObj(block -> new Nearest(size(block), k, new OfBlock(rows, block * DistanceTile.SIDE)))
                    .toArray(Nearest[]::new);
            BlockPairs pairs = new BlockPairs(blocks);
            Sentence what = Sentence.of("embedding.neighbours", count);
            // The other worker may take every pair before this one has begun, and a cancelled search would go on.
            progress.report(0, what);
            workers.run(worker -> {
                try (DistanceTile tile = new DistanceTile(kernels)) {
                    for (int[] pair = pairs.next(); pair != null; pair = pairs.next()) {
                        tile.offer(
                                rows,
                                pair[0] * DistanceTile.SIDE,
                                size(pair[0]),
                                nearest[pair[0]],
                                pair[1] * DistanceTile.SIDE,
                                size(pair[1]),
                                nearest[pair[1]],
                                place -> place);
                        pairs.done(pair);
                        if (worker == 0) {
                            progress.report(pairs.share(), what);
                        }
                    }
                } catch (RuntimeException | Error thrown) {
                    pairs.abandon();
                    throw thrown;
                }
            });
            Neighbours found = new Neighbours(k, new int[count * k], new float[count * k]);
            workers.share(blocks, (worker, block) -> {
                Nearest mine = nearest[block];
                for (int row = 0; row < size(block); row++) {
                    mine.finish(row, other -> true);
                    for (int place = 0; place < k; place++) {
                        found.set((block * DistanceTile.SIDE + row) * k + place, mine.candidate(row, place));
                    }
                }
            });
            return found;
        }
    }

    private int size(int block) {
        return Math.min(DistanceTile.SIDE, count - block * DistanceTile.SIDE);
    }

    private Neighbours approximate(int k, long seed, Progress progress) {
        long[] candidates = new NeighbourForest(points, dimension, workers, kernels, seed).search(k, progress);
        Neighbours found = new Neighbours(k, new int[count * k], new float[count * k]);
        for (int at = 0; at < candidates.length; at++) {
            found.set(at, candidates[at]);
        }
        return found;
    }

    /** Distances from the points of a block that begins at point {@code from}. */
    private record OfBlock(PointRows rows, int from) implements Nearest.Distances {
        @Override
        public float most(int row, float bound) {
            return rows.most(from + row, bound);
        }

        @Override
        public float exact(int row, int index) {
            return rows.distance(from + row, index);
        }
    }

    /** Hands out pairs of blocks such that no block is in use by two workers. */
    private static final class BlockPairs {
        private final Deque<int[]> open = new ArrayDeque<>();
        private final boolean[] taken;
        private final int count;
        private int finished;

        BlockPairs(int blocks) {
            taken = new boolean[blocks];
            for (int a = 0; a < blocks; a++) {
                for (int b = a; b < blocks; b++) {
                    open.add(new int[] {a, b});
                }
            }
            count = open.size();
        }

        /** @return a pair, or null when none is left; waits while every remaining pair has a block in use */
        synchronized int[] next() {
            while (!open.isEmpty()) {
                for (Iterator<int[]> each = open.iterator(); each.hasNext(); ) {
                    int[] pair = each.next();
                    if (!taken[pair[0]] && !taken[pair[1]]) {
                        each.remove();
                        taken[pair[0]] = true;
                        taken[pair[1]] = true;
                        return pair;
                    }
                }
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("interrupted");
                }
            }
            return null;
        }

        synchronized void done(int[] pair) {
            taken[pair[0]] = false;
            taken[pair[1]] = false;
            finished++;
            notifyAll();
        }

        synchronized void abandon() {
            open.clear();
            notifyAll();
        }

        synchronized double share() {
            return (double) finished / count;
        }
    }
}
