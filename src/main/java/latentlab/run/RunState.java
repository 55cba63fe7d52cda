package latentlab.run;

/** The state of a run. */
public enum RunState {
    /** Nothing trained yet: epoch 0 only. */
    READY,
    TRAINING,
    /** By the user, or because an epoch cannot be kept; the run's fault then says why. */
    PAUSED,
    /** Stopped by the user before its last epoch; the epochs done are kept. */
    STOPPED,
    FINISHED,
    /** The loss is no longer a number. */
    DIVERGED,
    /** Ended by another failure; the run's fault says which. */
    FAILED
}
