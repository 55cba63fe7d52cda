package latentlab.embedding;

import java.util.Arrays;

/**
 * The k smallest of many distances, for each of some rows. Candidates are gathered and thinned out when there is no more room,
 * by quickselect (Hoare 1961). Equal distances are ordered by index, so that the result does not depend on the order of adding.
 */
final class Nearest {
    private final int k;
    private final int room;
    /** Distance and index as one number: bits of the float, which grow with it, above those of the index. */
    private final long[] candidates;

    private final int[] counts;
    private final float[] limits;

    Nearest(int rows, int k) {
        this.k = k;
        room = Math.max(3 * k, k + 64);
        candidates = new long[rows * room];
        counts = new int[rows];
        limits = new float[rows];
        Arrays.fill(limits, Float.POSITIVE_INFINITY);
    }

    /** For each row: only distances up to this one are of use. Larger ones need not be added. */
    float[] limits() {
        return limits;
    }

    /** @param distance 0 or more */
    void add(int row, float distance, int index) {
        if (distance > limits[row]) {
            return;
        }
        int start = row * room;
        candidates[start + counts[row]] = candidate(distance, index);
        counts[row]++;
        if (counts[row] == room) {
            thin(row);
        }
    }

    private void thin(int row) {
        int start = row * room;
        select(candidates, start, start + counts[row] - 1, start + k - 1);
        counts[row] = k;
        limits[row] = distance(candidates[start + k - 1]);
    }

    /** Empties a row. */
    void clear(int row, float limit) {
        counts[row] = 0;
        limits[row] = limit;
    }

    /** How many {@link #candidate} has for a row: k or fewer. */
    int finish(int row) {
        if (counts[row] > k) {
            thin(row);
        }
        Arrays.sort(candidates, row * room, row * room + counts[row]);
        return counts[row];
    }

    /** @return the candidate at a place of a finished row, nearest first */
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

    /** Orders numbers so that the one that belongs at {@code place} is there, with smaller ones before it. */
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
