package latentlab.comparison;

/** What curves of several runs are laid out by. */
public enum Axis {
    EPOCH,
    /** Seconds of the epochs so far, added up: what lay between them, such as a pause, does not count. */
    TIME
}
