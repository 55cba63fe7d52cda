package latentlab.view.words;

import latentlab.text.Sentence;

/** How long something takes, as one says it. */
public final class TimeWords {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private TimeWords() {}

    /** @param seconds 0 or more, estimated: no more digits are said than that is worth */
    public static Sentence about(double seconds) {
        if (seconds < 2 * MINUTE) {
            double step = seconds < 20 ? 1 : 5;
            return Sentence.of("view.time.seconds", Math.max(1, Math.round(seconds / step) * step));
        }
        return seconds < 2 * HOUR
                ? Sentence.of("view.time.minutes", Math.round(seconds / MINUTE))
                : Sentence.of("view.time.hours", Math.round(seconds / HOUR));
    }
}
