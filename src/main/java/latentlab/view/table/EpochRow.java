package latentlab.view.table;

import java.util.List;
import latentlab.engine.training.EpochResult;

/**
 * A row of the epoch table.
 *
 * @param result of the epoch
 * @param bestTrain whether its training loss is lower than any before
 * @param bestValid whether its validation loss is
 */
record EpochRow(EpochResult result, boolean bestTrain, boolean bestValid) {
    /** The lowest losses so far, to which the next epoch is held. */
    static final class Best {
        private double train = Double.POSITIVE_INFINITY;
        private double valid = Double.POSITIVE_INFINITY;

        EpochRow row(EpochResult result) {
            // NaN, as epoch 0's training loss is, is lower than nothing.
            EpochRow row = new EpochRow(result, result.trainLoss() < train, result.validLoss() < valid);
            if (row.bestTrain) {
                train = result.trainLoss();
            }
            if (row.bestValid) {
                valid = result.validLoss();
            }
            return row;
        }
    }

    /** @return the rows as tab-separated text with a header, in full precision, to paste into a spreadsheet */
    static String text(List<EpochRow> rows) {
        StringBuilder text = new StringBuilder("epoch\ttrain_loss\tvalid_loss\tdur\n");
        for (EpochRow row : rows) {
            EpochResult result = row.result;
            text.append(result.epoch()).append('\t');
            text.append(Double.isNaN(result.trainLoss()) ? "" : result.trainLoss())
                    .append('\t');
            text.append(result.validLoss())
                    .append('\t')
                    .append(result.seconds())
                    .append('\n');
        }
        return text.toString();
    }
}
