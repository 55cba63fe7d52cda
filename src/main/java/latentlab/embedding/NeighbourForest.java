package latentlab.embedding;

import java.util.Arrays;
import java.util.SplittableRandom;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Approximate nearest neighbours by random projection trees (Dasgupta & Freund 2008): each tree halves the points
 * repeatedly along the direction from one random point to another, until the parts are small enough to compare all
 * pairs of each by matrix products. Neighbours that one tree separates are found in others; equal points, which may be
 * more than a leaf holds, are found first.
 */
final class NeighbourForest {
    /**
     * For 70,000 MNIST images, twelve trees with leaves of a thousand find 95 % of 91 neighbours, and 98 % of the
     * nearest ten.
     */
    private static final int TREES = 12;

    /** Most points in a leaf; the least is about half of it. */
    private static final int LEAF = 2048;

    private final float[] points;
    private final int dimension;
    private final int count;
    private final Workers workers;
    private final MapKernels kernels;
    private final long seed;

    NeighbourForest(float[] points, int dimension, Workers workers, MapKernels kernels, long seed) {
        this.points = points;
        this.dimension = dimension;
        this.workers = workers;
        this.kernels = kernels;
        this.seed = seed;
        count = points.length / dimension;
    }

    /** @return shape [count, k], see {@link Nearest#candidate}: the nearest found for each point, nearest first */
    long[] search(int k, Progress progress) {
        Sentence what = Sentence.of("embedding.neighbours", count);
        int levels = levels(k);
        int leaves = 1 << levels;
        int[] trees = new int[TREES * count];
        workers.share(TREES, (worker, tree) -> plant(trees, tree * count, levels, tree));
        long[] found = new long[count * k];
        Arrays.fill(found, Nearest.FARTHEST);
        findEqual(found, k);
        int largest = (count + leaves - 1) / leaves + levels;
        LeafSearch[] searches = new LeafSearch[workers.count()];
        try {
            for (int worker = 0; worker < searches.length; worker++) {
                searches[worker] = new LeafSearch(largest, k, found);
            }
            for (int tree = 0; tree < TREES; tree++) {
                progress.report((double) tree / TREES, what);
                int start = tree * count;
                workers.share(leaves, (worker, leaf) -> {
                    int from = start + (int) ((long) leaf * count >> levels);
                    int to = start + (int) ((leaf + 1L) * count >> levels);
                    searches[worker].search(trees, from, to);
                });
            }
        } finally {
            for (LeafSearch search : searches) {
                if (search != null) {
                    search.close();
                }
            }
        }
        return found;
    }

    /** Gives each point the first k others that are equal to it. */
    private void findEqual(long[] found, int k) {
        long[] order = new long[count];
        workers.share((count + DistanceTile.SIDE - 1) / DistanceTile.SIDE, (worker, block) -> {
            for (int i = block * DistanceTile.SIDE; i < Math.min(count, (block + 1) * DistanceTile.SIDE); i++) {
                order[i] = (long) hash(i) << 32 | i;
            }
        });
        Arrays.sort(order);
        int from = 0;
        for (int to = 1; to <= count; to++) {
            if (to == count || order[to] >>> 32 != order[from] >>> 32) {
                int[] alike = new int[to - from];
                for (int i = from; i < to; i++) {
                    alike[i - from] = (int) order[i];
                }
                while (alike.length > 1) {
                    alike = findEqual(alike, found, k);
                }
                from = to;
            }
        }
    }

    /** Does so for all points equal to the first of some ascending ones. @return the others */
    private int[] findEqual(int[] alike, long[] found, int k) {
        int[] equal = Arrays.stream(alike).filter(i -> same(i, alike[0])).toArray();
        for (int i = 0; i < equal.length; i++) {
            int at = equal[i] * k;
            for (int other = 0; other < equal.length && at < (equal[i] + 1) * k; other++) {
                if (other != i) {
                    found[at++] = Nearest.candidate(0f, equal[other]);
                }
            }
        }
        return Arrays.stream(alike).filter(i -> !same(i, alike[0])).toArray();
    }

    private int hash(int point) {
        int hash = 0;
        for (int d = point * dimension; d < (point + 1) * dimension; d++) {
            // Adding 0 turns -0 into the equal 0.
            hash = 31 * hash + Float.floatToRawIntBits(points[d] + 0f);
        }
        return hash;
    }

    private boolean same(int a, int b) {
        for (int d = 0; d < dimension; d++) {
            if (points[a * dimension + d] != points[b * dimension + d]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Number of levels of a tree. A leaf holds more than k points, so that even one tree gives each point k neighbours.
     */
    private int levels(int k) {
        int levels = 0;
        while (count >> (levels + 1) >= Math.max(LEAF / 2, 2 * k)) {
            levels++;
        }
        return levels;
    }

    /** Orders the points so that, at every level, each of 2^level equal parts is one side of a cut. */
    private void plant(int[] trees, int start, int levels, int tree) {
        SplittableRandom random = new SplittableRandom(seed + tree);
        for (int i = 0; i < count; i++) {
            trees[start + i] = i;
        }
        long[] places = new long[count];
        for (int level = 0; level < levels; level++) {
            for (int part = 0; part < 1 << level; part++) {
                int from = (int) ((long) part * count >> level);
                int to = (int) ((part + 1L) * count >> level);
                int middle = (int) ((2L * part + 1) * count >> (level + 1));
                int a = trees[start + random.nextInt(from, to)];
                int b = trees[start + random.nextInt(from, to)];
                for (int i = from; i < to; i++) {
                    int point = trees[start + i];
                    // How much nearer to b than to a: the same order as that of the projection on the line through
                    // both.
                    float side = kernels.squaredDistance(points, dimension, point, a)
                            - kernels.squaredDistance(points, dimension, point, b);
                    places[i] = (long) ordered(side) << 32 | point;
                }
                Nearest.select(places, from, to - 1, middle);
                for (int i = from; i < to; i++) {
                    trees[start + i] = (int) places[i];
                }
            }
        }
    }

    /** A whole number that increases with the float, including negative ones. */
    private static int ordered(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ (bits >> 31 & 0x7fffffff);
    }

    /** Compares all pairs of a leaf. One worker's workspace. */
    private final class LeafSearch implements AutoCloseable {
        private final int k;
        private final long[] found;
        private final PointRows rows;
        private final DistanceTile tile = new DistanceTile(kernels);
        private final Nearest[] nearest;
        /** For each point: the one it is marked for as a neighbour found before; -1 for none. */
        private final int[] seen = new int[count];

        private final long[] merged;
        /** The tree whose leaf begins at {@code from}. */
        private int[] tree;

        private int from;

        LeafSearch(int largest, int k, long[] found) {
            this.k = k;
            this.found = found;
            rows = new PointRows(points, dimension, largest, kernels);
            nearest = new Nearest[(largest + DistanceTile.SIDE - 1) / DistanceTile.SIDE];
            for (int block = 0; block < nearest.length; block++) {
                nearest[block] = new Nearest(DistanceTile.SIDE, k, new OfBlock(block * DistanceTile.SIDE));
            }
            merged = new long[k];
            Arrays.fill(seen, -1);
        }

        void search(int[] tree, int from, int to) {
            this.tree = tree;
            this.from = from;
            int size = to - from;
            for (int i = 0; i < size; i++) {
                int point = tree[from + i];
                rows.set(i, point);
                nearest[i / DistanceTile.SIDE].clear(i % DistanceTile.SIDE, found[point * k + k - 1]);
            }
            for (int a = 0; a < size; a += DistanceTile.SIDE) {
                for (int b = a; b < size; b += DistanceTile.SIDE) {
                    tile.offer(
                            rows,
                            a,
                            Math.min(DistanceTile.SIDE, size - a),
                            nearest[a / DistanceTile.SIDE],
                            b,
                            Math.min(DistanceTile.SIDE, size - b),
                            nearest[b / DistanceTile.SIDE],
                            place -> tree[from + place]);
                }
            }
            for (int i = 0; i < size; i++) {
                merge(tree[from + i], nearest[i / DistanceTile.SIDE], i % DistanceTile.SIDE);
            }
        }

        /**
         * Merges the neighbours found before with those of this leaf and keeps the k best; exact distances are computed
         * only for those not found before.
         */
        private void merge(int point, Nearest leaf, int row) {
            int at = point * k;
            for (int i = at; i < at + k && found[i] != Nearest.FARTHEST; i++) {
                seen[Nearest.index(found[i])] = point;
            }
            int length = leaf.finish(row, other -> seen[other] != point);
            int old = at;
            int place = 0;
            for (int end = 0; end < k; end++) {
                boolean nearer = place < length && leaf.candidate(row, place) < found[old];
                merged[end] = nearer ? leaf.candidate(row, place++) : found[old++];
            }
            // Clears the marks, since a later tree's leaf contains this point again.
            for (int i = at; i < at + k && found[i] != Nearest.FARTHEST; i++) {
                seen[Nearest.index(found[i])] = -1;
            }
            System.arraycopy(merged, 0, found, at, k);
        }

        /** Distances from the points of a block that begins at row {@code block}. */
        private final class OfBlock implements Nearest.Distances {
            private final int block;

            OfBlock(int block) {
                this.block = block;
            }

            @Override
            public float most(int row, float bound) {
                return rows.most(block + row, bound);
            }

            @Override
            public float exact(int row, int index) {
                return rows.distance(tree[from + block + row], index);
            }
        }

        @Override
        public void close() {
            tile.close();
            rows.close();
        }
    }
}
