package latentlab.preferences;

import java.util.stream.IntStream;

/** How long an epoch stays on screen during playback, in milliseconds, and the places of that on a slider. */
public final class FrameTime {
    public static final int SHORTEST = 20;
    public static final int LONGEST = 2000;

    /** Stops of the keys for faster and slower. */
    private static final int[] STOPS = {20, 30, 40, 60, 80, 100, 150, 200, 300, 400, 600, 800, 1000, 1500, 2000};

    private FrameTime() {}

    /**
     * @param place 0 for the shortest to 1 for the longest, in equal ratios
     * @return in two digits
     */
    public static int at(double place) {
        double exact = SHORTEST * Math.pow((double) LONGEST / SHORTEST, Math.clamp(place, 0, 1));
        int unit = exact < 100 ? 1 : exact < 1000 ? 10 : 100;
        return (int) Math.round(exact / unit) * unit;
    }

    /** @return its place, 0 to 1 */
    public static double place(int millis) {
        return Math.clamp(Math.log((double) millis / SHORTEST) / Math.log((double) LONGEST / SHORTEST), 0, 1);
    }

    /** @return the next shorter time; the shortest of that */
    public static int faster(int millis) {
        return IntStream.of(STOPS).filter(stop -> stop < millis).max().orElse(SHORTEST);
    }

    /** @return the next longer time; the longest of that */
    public static int slower(int millis) {
        return IntStream.of(STOPS).filter(stop -> stop > millis).min().orElse(LONGEST);
    }
}
