package latentlab.view.loss;

import java.util.List;
import java.util.Map;
import latentlab.engine.training.EpochResult;
import latentlab.figure.AxisScale;
import latentlab.run.RateChange;

/**
 * What the chart draws: element e of an array belongs to epoch e, NaN where an epoch has no such loss.
 *
 * @param train training loss
 * @param valid validation loss
 * @param parts what else the validation loss consists of, by {@code LossPart.name()}; none for most runs
 * @param rateChanges marked with a line
 * @param lastEpoch right end of the epoch axis: planned or reached, whichever is later
 */
record LossCurves(
        double[] train, double[] valid, Map<String, double[]> parts, List<RateChange> rateChanges, int lastEpoch) {
    static final LossCurves NONE = new LossCurves(new double[0], new double[0], Map.of(), List.of(), 1);

    static LossCurves of(List<EpochResult> history, List<RateChange> rateChanges, int plannedEpochs) {
        double[] train = new double[history.size()];
        double[] valid = new double[history.size()];
        for (int epoch = 0; epoch < train.length; epoch++) {
            train[epoch] = history.get(epoch).trainLoss();
            valid[epoch] = history.get(epoch).validLoss();
        }
        int last = Math.max(1, Math.max(plannedEpochs, train.length - 1));
        return new LossCurves(train, valid, EpochResult.validParts(history), List.copyOf(rateChanges), last);
    }

    int epochs() {
        return valid.length;
    }

    /**
     * @param logarithmic a linear axis leaves the untrained epoch 0 out as soon as there are others: it would flatten
     *     the rest
     * @param untrained whether it has room for epoch 0 all the same
     * @return an axis for the given curves
     */
    static AxisScale lossScale(boolean logarithmic, boolean untrained, double[]... curves) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] curve : curves) {
            for (int epoch = logarithmic || untrained || curve.length < 3 ? 0 : 1; epoch < curve.length; epoch++) {
                if (Double.isFinite(curve[epoch])) {
                    lowest = Math.min(lowest, curve[epoch]);
                    highest = Math.max(highest, curve[epoch]);
                }
            }
        }
        return AxisScale.around(lowest, highest, logarithmic);
    }
}
