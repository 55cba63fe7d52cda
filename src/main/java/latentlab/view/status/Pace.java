package latentlab.view.status;

import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.session.Durations;
import latentlab.text.Sentence;

/**
 * The speed of training.
 *
 * @param seconds per epoch
 */
record Pace(double seconds) {
    /** Least number of epochs to take the mean time of. */
    private static final int EPOCHS = 5;
    /** Least time they take together: epochs of milliseconds vary so much that the figure would flicker. */
    private static final double SECONDS = 2;

    /** @param history from epoch 0 on, which is not trained; at least one trained epoch */
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

    /** Epochs per second, or seconds per epoch if an epoch takes more than one. */
    Sentence speed() {
        return seconds > 1 ? Sentence.of("view.status.pace", seconds) : Sentence.of("view.status.speed", 1 / seconds);
    }

    /** The time for some epochs. */
    Sentence left(int epochs) {
        return Sentence.of("view.status.left", Durations.of(epochs * seconds));
    }
}
