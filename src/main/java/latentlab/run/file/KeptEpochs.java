package latentlab.run.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which epochs of a run a file keeps something of, within a budget of bytes: those at every second, fourth, eighth …
 * epoch where all of them would be too much, and besides the first, the best and the newest. Those that differences are
 * taken from stay as long as any of these. For one thread.
 */
final class KeptEpochs {
    private static final int NONE = -1;

    private final long budget;
    private final TreeMap<Integer, Kept> kept = new TreeMap<>();
    private int stride;
    private int best = NONE;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private long bytes;

    /** @param base the epoch it is a difference from; -1 for none */
    private record Kept(int base, long bytes) {}

    /**
     * @param stride every how many epochs one is kept to begin with
     * @param budget for all that is kept, in bytes; what has to stay is kept all the same
     */
    KeptEpochs(int stride, long budget) {
        this.stride = stride;
        this.budget = budget;
    }

    /** Every how many epochs one is certain to be kept. */
    int stride() {
        return stride;
    }

    /** Takes note of an epoch that is kept already, when a file is taken up: in order, before any is added. */
    void found(int epoch, int base, long size, double loss) {
        put(epoch, base, size, loss);
    }

    /** To be called after all that were found: goes on with the stride they were kept at. */
    void foundAll() {
        int step = stride;
        while (!kept.isEmpty() && step <= kept.lastKey() && !hasMost(step)) {
            step *= 2;
        }
        stride = step;
    }

    /** Single ones may have been damaged; thinned once more, half of them would be gone. Counted from the first. */
    private boolean hasMost(int step) {
        int all = 0;
        int there = 0;
        for (int epoch = Math.ceilDiv(kept.firstKey(), step) * step; epoch <= kept.lastKey(); epoch += step) {
            all++;
            there += kept.containsKey(epoch) ? 1 : 0;
        }
        return 4L * there >= 3L * all;
    }

    /**
     * Keeps the next epoch.
     *
     * @param loss decides which is the best: the lower the better; NaN never is
     * @return the epochs that are kept no longer
     */
    List<Integer> add(int epoch, int base, long size, double loss) {
        put(epoch, base, size, loss);
        List<Integer> dropped = drop();
        while (bytes > budget && stride <= epoch) {
            stride *= 2;
            dropped.addAll(drop());
        }
        return dropped;
    }

    private void put(int epoch, int base, long size, double loss) {
        Kept before = kept.put(epoch, new Kept(base, size));
        bytes += size - (before == null ? 0 : before.bytes());
        if (loss < bestLoss) {
            bestLoss = loss;
            best = epoch;
        }
    }

    private List<Integer> drop() {
        List<Integer> dropped = new ArrayList<>();
        if (stride == 1) {
            return dropped;
        }
        // From the newest on: what a difference is taken from lies before it.
        Set<Integer> bases = new HashSet<>();
        for (int epoch : kept.descendingKeySet().stream().toList()) {
            if (epoch % stride == 0 || epoch == best || epoch == kept.lastKey() || bases.contains(epoch)) {
                bases.add(kept.get(epoch).base());
            } else {
                dropped.add(epoch);
            }
        }
        for (int epoch : dropped) {
            bytes -= kept.remove(epoch).bytes();
        }
        return dropped;
    }
}
