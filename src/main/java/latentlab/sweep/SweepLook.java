package latentlab.sweep;

import java.nio.file.Path;
import java.util.List;
import latentlab.text.Sentence;

/**
 * How far a sweep of a queue has come.
 *
 * @param folder of its runs, which tells it from all others
 * @param trials those that are over or under way by their numbers, then those that wait in the order of their turns
 * @param secondsLeft until its end; NaN where nobody can tell
 * @param why it cannot be trained; else null
 */
public record SweepLook(Path folder, State state, List<TrialLook> trials, double secondsLeft, Sentence why) {
    /** What becomes of it next. */
    public enum State {
        /** Its data are being loaded. */
        LOADING,
        TRAINING,
        /** Until a training elsewhere in the program has ended or pauses. */
        HELD,
        /** For its turn. */
        WAITING,
        PAUSED,
        /** Another window, or a command, trains it. */
        ELSEWHERE,
        /** Nothing of it is left to be trained. */
        ENDED,
        /** It cannot be trained. */
        FAULTY
    }

    public SweepLook {
        trials = List.copyOf(trials);
    }

    /** What to call it. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** Trials that are over, but for those that were cancelled. */
    public int ended() {
        return count(TrialLook.State.FINISHED) + count(TrialLook.State.DIVERGED) + count(TrialLook.State.FAILED);
    }

    public int count(TrialLook.State of) {
        return (int) trials.stream().filter(trial -> trial.state() == of).count();
    }

    /** Trials but for those that were cancelled. */
    public int wanted() {
        return trials.size() - count(TrialLook.State.CANCELLED);
    }

    /** @return share of the epochs that are wanted and behind, 0 to 1 */
    public double share() {
        long all = 0;
        long done = 0;
        for (TrialLook each : trials) {
            if (each.state() != TrialLook.State.CANCELLED) {
                all += each.planned();
                done += each.over() ? each.planned() : each.done();
            }
        }
        return all == 0 ? 1 : (double) done / all;
    }
}
