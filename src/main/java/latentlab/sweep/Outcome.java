package latentlab.sweep;

import latentlab.comparison.ComparedRun;
import latentlab.text.Sentence;

/**
 * What has become of a trial.
 *
 * @param run its record; null if it has none
 * @param why it diverged, failed or was ended early; else null
 */
public record Outcome(Trial trial, State state, ComparedRun run, Sentence why) {
    /** How far a trial has come. */
    public enum State {
        /** All its epochs are there, or early stopping has found them enough. */
        FINISHED,
        /** Its loss is no longer a number; the epochs before are kept. */
        DIVERGED,
        /** Ended before its last epoch, to go on when the sweep is called again. */
        STOPPED,
        /** It could not be trained, or its file not be used. */
        FAILED,
        /** Its turn has not come. */
        WAITING
    }

    /** Whether it has come to the end that was planned. */
    public boolean fine() {
        return state == State.FINISHED;
    }
}
