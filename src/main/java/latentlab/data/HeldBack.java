package latentlab.data;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which images are held back to test with where none are given: one in six, of each class its share, as near as whole
 * images come to it, so that no class is missing in the test that has images enough.
 */
public final class HeldBack {
    /** One image in so many. */
    private static final int ONE_IN = 6;

    private HeldBack() {}

    private static final class Share {
        private final int images;
        private int held;
        private long rest;
        private long seen;

        Share(int images) {
            this.images = images;
        }

        /** Spread over a class as evenly as may be: its images may be sorted, too. */
        boolean takesNext() {
            return ++seen * held / images > (seen - 1) * held / images;
        }
    }

    /**
     * @param classes of all images, in their order; the same for all where there are none
     * @return the places of those that are held back, at least one of any
     */
    public static BitSet of(List<?> classes) {
        int wanted = Math.ceilDiv(classes.size(), ONE_IN);
        Map<Object, Share> shares = new LinkedHashMap<>();
        classes.forEach(each -> shares.merge(each, new Share(1), (a, b) -> new Share(a.images + b.images)));
        int left = wanted;
        for (Share share : shares.values()) {
            long exact = (long) share.images * wanted;
            share.held = (int) (exact / classes.size());
            share.rest = exact % classes.size();
            left -= share.held;
        }
        // Of equal rests those of the classes that came first: sorting leaves them where they are.
        shares.values().stream()
                .sorted(Comparator.comparingLong((Share share) -> share.rest).reversed())
                .limit(left)
                .forEach(share -> share.held++);
        BitSet held = new BitSet();
        for (int i = 0; i < classes.size(); i++) {
            held.set(i, shares.get(classes.get(i)).takesNext());
        }
        return held;
    }
}
