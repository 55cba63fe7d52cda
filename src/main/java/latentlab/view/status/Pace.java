package latentlab.view.status;

import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.text.Sentence;

/**
 * How fast training goes.
 *
 * @param seconds an epoch takes
 */
record Pace(double seconds) {
    /** Epochs whose mean time tells the pace, at least. */
    private static final int EPOCHS = 5;
    /** Time they take together, at least: epochs of milliseconds differ so much that the figure would flicker. */
    private static final double SECONDS = 2;

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    /** Below this many of a unit, the next larger one would be too coarse. */
    private static final double FEW = 100;

    /** @param history from epoch 0 on, which is not trained, with one trained epoch at least */
    static Pace of(List<EpochResult> history) {
        double sum = 0;
        int count = 0;
        for (EpochResult epoch : history.subList(1, history.size()).reversed()) {
            if (count >= EPOCHS && sum >= SECONDS) {
                break;
            }
            sum += epoch.seconds();
            count++;
        }
        return new Pace(sum / count);
    }

    /** Epochs a second, or seconds an epoch where that is more than one. */
    Sentence speed() {
        return seconds > 1 ? Sentence.of("view.status.pace", seconds) : Sentence.of("view.status.speed", 1 / seconds);
    }

    /** How long so many epochs take, in seconds, minutes or hours. */
    Sentence left(int epochs) {
        double left = Math.ceil(epochs * seconds);
        if (left < FEW) {
            return Sentence.of("view.status.left", left);
        }
        return left < FEW * MINUTE
                ? Sentence.of("view.status.minutesLeft", Math.ceil(left / MINUTE))
                : Sentence.of("view.status.hoursLeft", Math.ceil(left / HOUR));
    }
}
