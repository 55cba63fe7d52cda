package latentlab.preferences;

import java.util.stream.IntStream;

/** The sizes that text in the window can have, with all that is around it, in per cent. */
public final class TextSizes {
    public static final int LEAST = 80;
    public static final int NORMAL = 100;
    public static final int MOST = 250;

    private static final int[] STEPS = {LEAST, 90, NORMAL, 110, 125, 150, 175, 200, 225, MOST};

    private TextSizes() {}

    /** @return the next size above one, the largest after itself */
    public static int larger(int size) {
        return IntStream.of(STEPS).filter(step -> step > size).findFirst().orElse(Math.max(size, MOST));
    }

    /** @return the next size below one, the smallest before itself */
    public static int smaller(int size) {
        return IntStream.of(STEPS).filter(step -> step < size).max().orElse(LEAST);
    }
}
