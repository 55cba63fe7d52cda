package latentlab.embedding;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The k nearest of many points, for each of some rows. Points are added with a lower bound of their distance; exact
 * distances are computed only for those that may be among the k as far as the bounds tell, so that rounding does not
 * decide. Candidates are collected, and reduced by quickselect (Hoare 1961) when there is no more room. Equal distances
 * are ordered by index, so that the result does not depend on the order of adding.
 */
final class Nearest {
    /** Distances from the points of the rows to others. */
    interface Distances {
        /** @return the largest distance possible for a point added with this bound */
        float most(int row, float bound);

        /** @return the exact distance */
        float exact(int row, int index);
    }

    /** The candidate behind all others. */
    static final long FARTHEST = candidate(Float.POSITIVE_INFINITY, Integer.MAX_VALUE);

    private final int k;
    private final int room;
    private final Distances distances;
    /**
     * Bound or distance and index in one number: the bits of the float, which grow with its value, above those of the
     * index.
     */
    private final long[] candidates;

    private final int[] counts;
    /** For each row: the last candidate that may still be among the k. */
    private final long[] lasts;
    /** The distances of these. */
    private final float[] limits;

    Nearest(int rows, int k, Distances distances) {
        this.k = k;
        this.distances = distances;
        room = Math.max(3 * k, k + 64);
        candidates = new long[rows * room];
        counts = new int[rows];
        lasts = new long[rows];
        limits = new float[rows];
        for (int row = 0; row < rows; row++) {
            clear(row, FARTHEST);
        }
    }

    /** For each row: the largest bound that is of use. Larger ones need not be added. */
    float[] limits() {
        return limits;
    }

    /** @param bound at least 0, at most the distance */
    void add(int row, float bound, int index) {
        long candidate = candidate(bound, index);
        if (candidate > lasts[row]) {
            return;
        }
        candidates[row * room + counts[row]] = candidate;
        counts[row]++;
        if (counts[row] == room) {
            thin(row);
        }
    }

    /**
     * Removes candidates that come after k others even if these are as far away as possible; if too many are left,
     * computes their distances.
     */
    private void thin(int row) {
        int start = row * room;
        int end = start + counts[row];
        select(candidates, start, end - 1, start + k - 1);
        float most = distances.most(row, distance(candidates[start + k - 1]));
        limit(row, candidate(most, Integer.MAX_VALUE));
        int kept = start + k;
        for (int from = kept; from < end; from++) {
            if (candidates[from] <= lasts[row]) {
                candidates[kept++] = candidates[from];
            }
        }
        counts[row] = kept - start;
        if (counts[row] > (k + room) / 2) {
            measure(row);
        }
    }

    /** Replaces bounds by distances and leaves the k nearest, or as many as there are. */
    private void measure(int row) {
        int start = row * room;
        for (int place = start; place < start + counts[row]; place++) {
            int index = index(candidates[place]);
            candidates[place] = candidate(distances.exact(row, index), index);
        }
        if (counts[row] >= k) {
            select(candidates, start, start + counts[row] - 1, start + k - 1);
            limit(row, candidates[start + k - 1]);
            counts[row] = k;
        }
    }

    private void limit(int row, long last) {
        lasts[row] = Math.min(lasts[row], last);
        limits[row] = distance(lasts[row]);
    }

    /**
     * Empties a row.
     *
     * @param last candidates after this {@link #candidate} are ignored
     */
    void clear(int row, long last) {
        counts[row] = 0;
        lasts[row] = last;
        limits[row] = distance(last);
    }

    /**
     * Computes the distances of a row and sorts it.
     *
     * @param wanted selects the indices to give; the others count among the k while points are added, but are left out
     * @return the number of {@link #candidate}s of the row: k or fewer
     */
    int finish(int row, IntPredicate wanted) {
        if (counts[row] > k) {
            thin(row);
        }
        int start = row * room;
        int kept = start;
        for (int from = start; from < start + counts[row]; from++) {
            if (wanted.test(index(candidates[from]))) {
                candidates[kept++] = candidates[from];
            }
        }
        counts[row] = kept - start;
        measure(row);
        Arrays.sort(candidates, start, start + counts[row]);
        return counts[row];
    }

    /** @return the candidate at a place of a finished row, with its exact distance, nearest first */
    long candidate(int row, int place) {
        return candidates[row * room + place];
    }

    static long candidate(float distance, int index) {
        return (long) Float.floatToRawIntBits(distance) << 32 | index;
    }

    static float distance(long candidate) {
        return Float.intBitsToFloat((int) (candidate >>> 32));
    }

    static int index(long candidate) {
        return (int) candidate;
    }

    /** Reorders numbers so that {@code place} has the one it has in sorted order, with no larger ones before it. */
    static void select(long[] numbers, int from, int to, int place) {
        int low = from;
        int high = to;
        while (low < high) {
            long pivot = median(numbers[low], numbers[(low + high) >>> 1], numbers[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (numbers[left] < pivot) {
                    left++;
                }
                while (numbers[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long swapped = numbers[left];
                    numbers[left++] = numbers[right];
                    numbers[right--] = swapped;
                }
            }
            if (place <= right) {
                high = right;
            } else if (place >= left) {
                low = left;
            } else {
                return;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
