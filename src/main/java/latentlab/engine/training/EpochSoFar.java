package latentlab.engine.training;

/** How far the epoch under way has come. */
final class EpochSoFar {
    /** Next to be trained, from 0. */
    int batch;
    /** Of the loss over the batches so far, see {@link TrainingStep#train}. */
    double sum;
    /** Spent on them, without what the control has taken for its answers. */
    double seconds;

    void set(EpochSoFar other) {
        batch = other.batch;
        sum = other.sum;
        seconds = other.seconds;
    }

    void clear() {
        batch = 0;
        sum = 0;
        seconds = 0;
    }
}
