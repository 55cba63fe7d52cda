package latentlab.data.pictures;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of a folder's images are held back to test with: of each class its share, as near as whole images come to it,
 * so that no class is missing in the test that has images enough.
 */
final class HeldBack {
    private HeldBack() {}

    private static final class Share {
        private final int images;
        private int held;
        private long rest;

        Share(int images) {
            this.images = images;
        }
    }

    /**
     * @param classes of the images in the order drawn; the last ones of each class are held back
     * @param wanted how many of all, at most as many as there are
     */
    static BitSet of(List<?> classes, int wanted) {
        Map<Object, Share> shares = new LinkedHashMap<>();
        classes.forEach(each -> shares.merge(each, new Share(1), (a, b) -> new Share(a.images + b.images)));
        int left = wanted;
        for (Share share : shares.values()) {
            long exact = (long) share.images * wanted;
            share.held = (int) (exact / classes.size());
            share.rest = exact % classes.size();
            left -= share.held;
        }
        // Of equal rests those of the classes that were drawn first: sorting leaves them where they are.
        shares.values().stream()
                .sorted(Comparator.comparingLong((Share share) -> share.rest).reversed())
                .limit(left)
                .forEach(share -> share.held++);
        BitSet held = new BitSet();
        for (int i = classes.size() - 1; i >= 0; i--) {
            Share share = shares.get(classes.get(i));
            held.set(i, share.held-- > 0);
        }
        return held;
    }
}
