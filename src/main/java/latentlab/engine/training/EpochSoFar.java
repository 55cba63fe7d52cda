package latentlab.engine.training;

import java.util.Arrays;
import latentlab.engine.loss.LossSums;

/** How far the epoch under way has come. */
final class EpochSoFar {
    /** Next to be trained, from 0. */
    int batch;
    /** Of the parts of the loss over the batches so far, see {@link LossSums}. */
    final double[] sums;
    /** Spent on them, without what the control has taken for its answers. */
    double seconds;

    /** @param parts of the loss */
    EpochSoFar(int parts) {
        sums = new double[parts];
    }

    void set(EpochSoFar other) {
        batch = other.batch;
        System.arraycopy(other.sums, 0, sums, 0, sums.length);
        seconds = other.seconds;
    }

    void clear() {
        batch = 0;
        Arrays.fill(sums, 0);
        seconds = 0;
    }
}
