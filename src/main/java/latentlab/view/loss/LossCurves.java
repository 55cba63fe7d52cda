package latentlab.view.loss;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.LossPart;
import latentlab.figure.AxisScale;
import latentlab.run.RateChange;

/**
 * What the chart draws: element e of an array belongs to epoch e, NaN where an epoch has no such loss.
 *
 * @param train training loss
 * @param valid validation loss
 * @param parts what else the loss consists of, beside the reconstruction; none for most runs
 * @param rateChanges marked with a line
 * @param lastEpoch right end of the epoch axis: planned or reached, whichever is later
 */
record LossCurves(double[] train, double[] valid, List<Part> parts, List<RateChange> rateChanges, int lastEpoch) {
    static final LossCurves NONE = new LossCurves(new double[0], new double[0], List.of(), List.of(), 1);

    /**
     * One part of the validation loss.
     *
     * @param name see {@link LossPart#name()}
     */
    record Part(String name, double[] valid) {}

    static LossCurves of(List<EpochResult> history, List<RateChange> rateChanges, int plannedEpochs) {
        double[] train = new double[history.size()];
        double[] valid = new double[history.size()];
        for (int epoch = 0; epoch < train.length; epoch++) {
            train[epoch] = history.get(epoch).trainLoss();
            valid[epoch] = history.get(epoch).validLoss();
        }
        int last = Math.max(1, Math.max(plannedEpochs, train.length - 1));
        return new LossCurves(train, valid, parts(history), List.copyOf(rateChanges), last);
    }

    private static List<Part> parts(List<EpochResult> history) {
        List<Part> parts = new ArrayList<>();
        List<LossPart> first =
                history.isEmpty() ? List.of() : history.getFirst().severalParts();
        for (int part = 0; part < first.size(); part++) {
            int index = part;
            if (!first.get(part).name().equals(LossPart.RECONSTRUCTION)) {
                double[] valid = history.stream()
                        .mapToDouble(result -> result.parts().get(index).valid())
                        .toArray();
                parts.add(new Part(first.get(part).name(), valid));
            }
        }
        return parts;
    }

    int epochs() {
        return valid.length;
    }

    /**
     * @param logarithmic a linear axis leaves the untrained epoch 0 out as soon as there are others: it would flatten
     *     the rest
     * @return an axis for the given curves
     */
    static AxisScale lossScale(boolean logarithmic, double[]... curves) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] curve : curves) {
            for (int epoch = logarithmic || curve.length < 3 ? 0 : 1; epoch < curve.length; epoch++) {
                if (Double.isFinite(curve[epoch])) {
                    lowest = Math.min(lowest, curve[epoch]);
                    highest = Math.max(highest, curve[epoch]);
                }
            }
        }
        return AxisScale.around(lowest, highest, logarithmic);
    }
}
