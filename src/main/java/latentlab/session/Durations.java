package latentlab.session;

import latentlab.text.Sentence;

/** Times as one says them, in the unit that fits. */
public final class Durations {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    /** Least number of a unit; below it, the next larger one would be too coarse. */
    private static final double FEW = 100;

    private Durations() {}

    public static Sentence of(double seconds) {
        double up = Math.ceil(seconds);
        if (up < FEW) {
            return Sentence.of("view.sweep.seconds", up);
        }
        return up < FEW * MINUTE
                ? Sentence.of("view.sweep.minutes", Math.ceil(up / MINUTE))
                : Sentence.of("view.sweep.hours", Math.ceil(up / HOUR));
    }
}
