package latentlab.engine.training;

import java.util.List;

/** The epoch with the lowest validation loss. */
public final class BestEpoch {
    private BestEpoch() {}

    /** @return place of the best of some epochs, the first of several that are equal; -1 if none has a finite loss */
    public static int of(List<EpochResult> epochs) {
        int best = -1;
        for (int i = 0; i < epochs.size(); i++) {
            double loss = epochs.get(i).validLoss();
            if (Double.isFinite(loss) && (best < 0 || loss < epochs.get(best).validLoss())) {
                best = i;
            }
        }
        return best;
    }
}
