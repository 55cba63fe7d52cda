package latentlab.run.findings;

import java.util.Set;
import java.util.function.IntPredicate;

/**
 * How far something has come that is found out of each epoch.
 *
 * @param computed epochs of which it is known
 * @param epochs all of which it can be: the kept and the computed
 */
public record Extent(int computed, int epochs) {
    /** Of what is not looked for. */
    public static final Extent NONE = new Extent(0, 0);

    /**
     * @param known epochs of which it is known
     * @param epochs how many there are
     * @param kept whether an epoch's parameters can be read
     */
    public static Extent of(Set<Integer> known, int epochs, IntPredicate kept) {
        int computed = 0;
        int all = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            boolean is = known.contains(epoch);
            computed += is ? 1 : 0;
            all += is || kept.test(epoch) ? 1 : 0;
        }
        return new Extent(computed, all);
    }

    public boolean whole() {
        return computed == epochs;
    }
}
