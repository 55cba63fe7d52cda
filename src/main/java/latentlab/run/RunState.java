package latentlab.run;

/** Where a run stands. */
public enum RunState {
    /** Nothing trained yet: epoch 0 only. */
    READY,
    TRAINING,
    /** By the user, or since an epoch cannot be kept; the model's error says why. */
    PAUSED,
    /** Ended by the user before its last epoch; the epochs done are kept. */
    STOPPED,
    FINISHED,
    /** The loss is no longer a number. */
    DIVERGED,
    /** Something else ended it; the model's error says what. */
    FAILED
}
