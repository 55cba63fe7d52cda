package latentlab.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.text.Problem;

/**
 * The epoch table for other programs: comma-separated, a header, one line an epoch, each number as many digits as it takes to
 * read back the very same double. Epoch 0 has no training loss; the field is empty.
 */
public final class EpochTableCsv {
    private static final String HEADER = "epoch,train_loss,valid_loss,dur\n";

    private EpochTableCsv() {}

    /**
     * @param history the epochs to write, in order
     * @throws Problem when the file cannot be written
     */
    public static void write(Path file, List<EpochResult> history) throws Problem {
        OutputFile.write(file, out -> {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            for (EpochResult result : history) {
                out.write(line(result).getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    private static String line(EpochResult result) {
        return result.epoch() + "," + number(result.trainLoss()) + "," + number(result.validLoss()) + ","
                + number(result.seconds()) + "\n";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
