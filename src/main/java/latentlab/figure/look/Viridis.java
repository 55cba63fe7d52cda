package latentlab.figure.look;

import java.util.stream.IntStream;

/**
 * Colours that are lighter the greater a value is, in even steps for the eye and in every kind of colour vision: the
 * map of that name by Stéfan van der Walt and Nathaniel Smith (CC0), mixed from ten of its colours.
 */
final class Viridis {
    /** Equally far apart, 0xRRGGBB. */
    private static final int[] STOPS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    private static final int[] COLOURS =
            IntStream.range(0, 256).map(Viridis::mixed).toArray();

    private Viridis() {}

    private static int mixed(int level) {
        double place = level / 255.0 * (STOPS.length - 1);
        int below = Math.min((int) place, STOPS.length - 2);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = STOPS[below] >> shift & 0xFF;
            int to = STOPS[below + 1] >> shift & 0xFF;
            rgb = rgb << 8 | (int) Math.round(from + (place - below) * (to - from));
        }
        return rgb;
    }

    /**
     * @param level 0 to 255
     * @return 0xRRGGBB
     */
    static int rgb(int level) {
        return COLOURS[level];
    }
}
