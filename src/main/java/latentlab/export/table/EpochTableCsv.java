package latentlab.export.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.LossPart;
import latentlab.export.OutputFile;
import latentlab.text.Problem;

/**
 * The epoch table for other programs: comma-separated, a header, one line an epoch, each number as many digits as it
 * takes to read back the very same double. Epoch 0 has no training loss; the field is empty. Where the loss has several
 * parts, two columns for each follow.
 */
public final class EpochTableCsv {
    private static final String HEADER = "epoch,train_loss,valid_loss,dur,learning_rate";

    private EpochTableCsv() {}

    /**
     * @param history the epochs to write, in order
     * @throws Problem when the file cannot be written
     */
    public static void write(Path file, List<EpochResult> history) throws Problem {
        OutputFile.write(file, out -> {
            out.write(header(history).getBytes(StandardCharsets.US_ASCII));
            for (EpochResult result : history) {
                out.write(line(result).getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    private static String header(List<EpochResult> history) {
        StringBuilder header = new StringBuilder(HEADER);
        for (LossPart part :
                history.isEmpty() ? List.<LossPart>of() : history.getFirst().severalParts()) {
            header.append(",train_").append(part.name()).append(",valid_").append(part.name());
        }
        return header.append('\n').toString();
    }

    private static String line(EpochResult result) {
        StringBuilder line = new StringBuilder();
        line.append(result.epoch()).append(',');
        line.append(number(result.trainLoss())).append(',');
        line.append(number(result.validLoss())).append(',');
        line.append(number(result.seconds())).append(',');
        line.append(number(result.learningRate()));
        for (LossPart part : result.severalParts()) {
            line.append(',').append(number(part.train())).append(',').append(number(part.valid()));
        }
        return line.append('\n').toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
