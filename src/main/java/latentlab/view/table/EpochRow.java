package latentlab.view.table;

import java.util.List;
import java.util.Map;
import latentlab.engine.loss.LossPart;
import latentlab.engine.training.EpochResult;
import latentlab.run.findings.TestError;

/**
 * A row of the epoch table.
 *
 * @param result of the epoch
 * @param bestTrain whether its training loss is lower than all before
 * @param bestValid whether its validation loss is lower than all before
 */
record EpochRow(EpochResult result, boolean bestTrain, boolean bestValid) {
    /** The lowest losses so far, which the next epoch is compared with. */
    static final class Best {
        private double train = Double.POSITIVE_INFINITY;
        private double valid = Double.POSITIVE_INFINITY;

        EpochRow row(EpochResult result) {
            // NaN, which epoch 0 has as training loss, is never lower.
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

    /**
     * @param errors of test images that are known, by epoch; the last two columns, as in the CSV
     * @return the rows as tab-separated text with a header, in full precision, for pasting into a spreadsheet
     */
    static String text(List<EpochRow> rows, Map<Integer, TestError> errors) {
        StringBuilder text = new StringBuilder("epoch\ttrain_loss\tvalid_loss\tdur");
        for (LossPart part :
                rows.isEmpty() ? List.<LossPart>of() : rows.getFirst().result.severalParts()) {
            text.append("\ttrain_").append(part.name()).append("\tvalid_").append(part.name());
        }
        text.append("\ttest_mse\ttest_psnr\n");
        for (EpochRow row : rows) {
            EpochResult result = row.result;
            text.append(result.epoch()).append('\t');
            text.append(number(result.trainLoss())).append('\t');
            text.append(result.validLoss()).append('\t').append(result.seconds());
            for (LossPart part : result.severalParts()) {
                text.append('\t').append(number(part.train())).append('\t').append(part.valid());
            }
            TestError error = errors.get(result.epoch());
            text.append('\t').append(number(error == null ? Double.NaN : error.mse()));
            text.append('\t').append(number(error == null ? Double.NaN : error.psnr()));
            text.append('\n');
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
