package latentlab.run.findings;

import java.util.function.IntPredicate;

/** The order in which something is found out of each epoch, so that a curve is seen coarsely before it is in detail. */
public final class CoarseFirst {
    private CoarseFirst() {}

    /**
     * Chooses among the epochs that are open the one being looked at, the newest, then every 512th, every 256th and so
     * on.
     *
     * @param epochs how many there are
     * @param selected the one being looked at
     * @param open whether an epoch is to be found out, and can be
     * @return an epoch, or -1 when none is open
     */
    public static int next(int epochs, int selected, IntPredicate open) {
        if (selected < epochs && open.test(selected)) {
            return selected;
        }
        if (epochs > 0 && open.test(epochs - 1)) {
            return epochs - 1;
        }
        for (int step = Integer.highestOneBit(Math.max(1, epochs)); step > 0; step /= 2) {
            for (int epoch = 0; epoch < epochs; epoch += step) {
                if (open.test(epoch)) {
                    return epoch;
                }
            }
        }
        return -1;
    }
}
