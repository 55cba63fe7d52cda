package latentlab.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** How far a sweep has come, and how long the rest will take if it goes on like that. For one thread at a time. */
public final class SweepPace {
    /** Epochs by the number of their trial. */
    private final Map<Integer, Long> left = new HashMap<>();

    private final LongSupplier nanos;
    private final long begun;
    private final long all;
    private long trained;
    private int ended;

    /** @param nanos a clock, such as {@link System#nanoTime} */
    public SweepPace(List<Trial> trials, LongSupplier nanos) {
        trials.forEach(trial -> left.put(trial.number(), (long) trial.config().epochs()));
        this.nanos = nanos;
        begun = nanos.getAsLong();
        all = epochsLeft();
    }

    /** @param done epochs that the trial has from before */
    public void began(Trial trial, int done) {
        left.merge(trial.number(), (long) -done, Long::sum);
    }

    /** An epoch of a trial has been trained. */
    public void epoch(Trial trial) {
        left.merge(trial.number(), -1L, Long::sum);
        trained++;
    }

    /** However it has ended: nothing is left of it. */
    public void ended(Trial trial) {
        left.put(trial.number(), 0L);
        ended++;
    }

    private long epochsLeft() {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Trials that have ended. */
    public int ended() {
        return ended;
    }

    /** @return share of the planned epochs that is behind, 0 to 1 */
    public double share() {
        return all == 0 ? 1 : 1 - (double) epochsLeft() / all;
    }

    /** @return NaN until an epoch has been trained */
    public double secondsLeft() {
        return trained == 0 ? Double.NaN : (nanos.getAsLong() - begun) * 1e-9 / trained * epochsLeft();
    }
}
