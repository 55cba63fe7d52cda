package latentlab.export.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentlab.engine.loss.LossPart;
import latentlab.engine.training.EpochResult;
import latentlab.export.OutputFile;
import latentlab.run.findings.TestError;
import latentlab.text.Problem;

/**
 * The epoch table for other programs: comma-separated, a header, one line an epoch, each number as many digits as it
 * takes to read back the very same double. Epoch 0 has no training loss; the field is empty. Where the loss has several
 * parts, two columns for each follow. The last two columns are the test error, empty where it has not been worked out.
 */
public final class EpochTableCsv {
    private static final String HEADER = "epoch,train_loss,valid_loss,dur,learning_rate";

    private EpochTableCsv() {}

    /**
     * @param history the epochs to write, in order
     * @param errors that are known, by epoch
     * @throws Problem when the file cannot be written
     */
    public static void write(Path file, List<EpochResult> history, Map<Integer, TestError> errors) throws Problem {
        OutputFile.write(file, out -> {
            out.write(header(history).getBytes(StandardCharsets.US_ASCII));
            for (EpochResult result : history) {
                out.write(line(result, errors.get(result.epoch())).getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    private static String header(List<EpochResult> history) {
        StringBuilder header = new StringBuilder(HEADER);
        for (LossPart part :
                history.isEmpty() ? List.<LossPart>of() : history.getFirst().severalParts()) {
            header.append(",train_").append(part.name()).append(",valid_").append(part.name());
        }
        return header.append(",test_mse,test_psnr\n").toString();
    }

    private static String line(EpochResult result, TestError error) {
        StringBuilder line = new StringBuilder();
        line.append(result.epoch()).append(',');
        line.append(number(result.trainLoss())).append(',');
        line.append(number(result.validLoss())).append(',');
        line.append(number(result.seconds())).append(',');
        line.append(number(result.learningRate()));
        for (LossPart part : result.severalParts()) {
            line.append(',').append(number(part.train())).append(',').append(number(part.valid()));
        }
        line.append(',').append(number(error == null ? Double.NaN : error.mse()));
        line.append(',').append(number(error == null ? Double.NaN : error.psnr()));
        return line.append('\n').toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
