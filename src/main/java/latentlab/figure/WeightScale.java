package latentlab.figure;

import java.util.stream.IntStream;

/**
 * Which colour a weight has: that of zero, more and more mixed with the colour of negative or of positive weights, up
 * to the weight of the greatest magnitude. Pens take the three colours from their palettes.
 */
public final class WeightScale {
    /** Level of a weight of 0. */
    public static final int ZERO = 127;

    /** Below 1, so that an encoder's small weights are seen beside a decoder's large ones; the legend shows how. */
    private static final double EXPONENT = 0.5;

    /** By level: thousands of weights are painted at a time. */
    private static final int[] LIGHT = IntStream.range(0, 256)
            .mapToDouble(WeightScale::weight)
            .mapToInt(weight -> (int) Math.round(128 + 127 * Math.signum(weight) * strength(weight)))
            .toArray();

    private WeightScale() {}

    /** @return 0 for a weight of -greatest, {@link #ZERO} for 0, 254 for greatest */
    static int level(float weight, float greatest) {
        return greatest > 0 ? ZERO + Math.round(ZERO * weight / greatest) : ZERO;
    }

    /**
     * @param level 0 to 255
     * @return the weight of a level, of the greatest: -1 to 1
     */
    public static double weight(int level) {
        return Math.min(1, level / (double) ZERO - 1);
    }

    /**
     * @param level 0 to 255
     * @return how light a channel of that weight is where channels are seen together: 0 to 255, 128 for a weight of 0
     */
    static int light(int level) {
        return LIGHT[level];
    }

    /** @return whose colour is mixed into that of zero */
    public static Role end(double weight) {
        return weight < 0 ? Role.WEIGHT_NEGATIVE : Role.WEIGHT_POSITIVE;
    }

    /**
     * @param weight of the greatest, -1 to 1
     * @return how much of the end's colour it has: 0 to 1
     */
    public static double strength(double weight) {
        return Math.pow(Math.abs(weight), EXPONENT);
    }
}
