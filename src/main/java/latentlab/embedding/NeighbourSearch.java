package latentlab.embedding;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Finds nearest neighbours among the points themselves: all pairs up to {@value #EXACT} points, a {@link NeighbourForest} above.
 */
final class NeighbourSearch {
    /** Points up to which every pair is looked at. */
    static final int EXACT = 20_000;

    /** Candidates beyond k that a product's rounding may have mistaken. */
    static final int SPARE = 8;

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
     * @param k 1 to count - 1
     * @param seed of the approximate search
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    Neighbours find(int k, long seed, Progress progress) {
        return count <= EXACT ? exact(k, progress) : approximate(k, seed, progress);
    }

    /** All pairs. */
    Neighbours exact(int k, Progress progress) {
        int wanted = candidates(k);
        try (PointRows rows = new PointRows(count, dimension)) {
            for (int i = 0; i < count; i++) {
                rows.set(i, points, i);
            }
            int blocks = (count + DistanceTile.SIDE - 1) / DistanceTile.SIDE;
            Nearest[] nearest = IntStream.range(0, blocks)
                    .mapToObj(block -> new Nearest(size(block), wanted))
                    .toArray(Nearest[]::new);
            BlockPairs pairs = new BlockPairs(blocks);
            Sentence what = Sentence.of("embedding.neighbours", count);
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
                long[] room = new long[wanted];
                for (int row = 0; row < size(block); row++) {
                    int length = mine.finish(row);
                    for (int place = 0; place < length; place++) {
                        room[place] = mine.candidate(row, place);
                    }
                    keep(block * DistanceTile.SIDE + row, room, length, found);
                }
            });
            return found;
        }
    }

    private int size(int block) {
        return Math.min(DistanceTile.SIDE, count - block * DistanceTile.SIDE);
    }

    private int candidates(int k) {
        return Math.min(count - 1, PointRows.rounded(dimension) ? k + SPARE : k);
    }

    private Neighbours approximate(int k, long seed, Progress progress) {
        int wanted = candidates(k);
        long[] candidates = new NeighbourForest(points, dimension, workers, kernels, seed).search(wanted, progress);
        Neighbours found = new Neighbours(k, new int[count * k], new float[count * k]);
        workers.share((count + DistanceTile.SIDE - 1) / DistanceTile.SIDE, (worker, block) -> {
            long[] room = new long[wanted];
            for (int i = block * DistanceTile.SIDE; i < block * DistanceTile.SIDE + size(block); i++) {
                System.arraycopy(candidates, i * wanted, room, 0, wanted);
                keep(i, room, wanted, found);
            }
        });
        return found;
    }

    /** Of a point's candidates, nearest first, the best k; with exact distances where they were rounded. */
    private void keep(int point, long[] candidates, int length, Neighbours found) {
        if (PointRows.rounded(dimension)) {
            for (int place = 0; place < length; place++) {
                int other = Nearest.index(candidates[place]);
                candidates[place] = Nearest.candidate(kernels.squaredDistance(points, dimension, point, other), other);
            }
            Arrays.sort(candidates, 0, length);
        }
        for (int place = 0; place < found.k(); place++) {
            found.indices()[point * found.k() + place] = Nearest.index(candidates[place]);
            found.squared()[point * found.k() + place] = Nearest.distance(candidates[place]);
        }
    }

    /** Hands out pairs of blocks such that no block is in two hands. */
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

        /** @return a pair, or null when none is left; waits while all that are left touch one in another's hands */
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
