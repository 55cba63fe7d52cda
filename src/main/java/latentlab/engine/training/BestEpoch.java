package latentlab.engine.training;

import java.util.List;

/** The epoch with the lowest validation loss. */
public final class BestEpoch {
    private BestEpoch() {}

    /** @param history from epoch 0 on @return the first of several that are equal; -1 if none has a finite one */
    public static int of(List<EpochResult> history) {
        int best = -1;
        for (int i = 0; i < history.size(); i++) {
            double loss = history.get(i).validLoss();
            if (Double.isFinite(loss) && (best < 0 || loss < history.get(best).validLoss())) {
                best = i;
            }
        }
        return best;
    }
}
