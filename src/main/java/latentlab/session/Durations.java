package latentlab.session;

import latentlab.text.Sentence;

/** Times as one says them, in the unit that fits. */
public final class Durations {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    /** Least number of a unit; below it, the next larger one would be too coarse. */
    private static final double FEW = 100;
    /** Seconds from which an estimate is not worth each of them, and those it is said in. */
    private static final double LONG = 20;

    private static final double STEP = 5;

    private Durations() {}

    /** @param seconds 0 or more; what has begun counts as whole */
    public static Sentence of(double seconds) {
        double up = Math.ceil(seconds);
        if (up < FEW) {
            return Sentence.of("view.time.seconds", up);
        }
        return up < FEW * MINUTE
                ? Sentence.of("view.time.minutes", Math.ceil(up / MINUTE))
                : Sentence.of("view.time.hours", Math.ceil(up / HOUR));
    }

    /** @param seconds 0 or more, estimated: no more digits are said than that is worth */
    public static Sentence about(double seconds) {
        double step = seconds < LONG ? 1 : seconds < FEW ? STEP : seconds < FEW * MINUTE ? MINUTE : HOUR;
        return of(Math.max(1, Math.round(seconds / step) * step));
    }
}
