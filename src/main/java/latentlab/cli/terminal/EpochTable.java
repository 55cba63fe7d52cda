package latentlab.cli.terminal;

import java.io.PrintStream;
import java.util.Locale;
import latentlab.engine.training.EpochResult;

/**
 * The epoch table as skorch's PrintLog prints it, row by row while training goes on; losses that are the best so far in skorch's
 * colours where there are colours. The same in every language, so that scripts can read it.
 */
public final class EpochTable {
    private static final String HEADER = """
              epoch    train_loss    valid_loss     dur
            -------  ------------  ------------  ------
            """;
    private static final String CYAN = "\033[1;36m";
    private static final String GREEN = "\033[1;32m";
    private static final String PLAIN = "\033[0m";

    private final PrintStream out;
    private final boolean colours;
    private double bestTrain = Double.POSITIVE_INFINITY;
    private double bestValid = Double.POSITIVE_INFINITY;
    private boolean begun;

    public EpochTable(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    public void print(EpochResult result) {
        if (!begun) {
            out.print(HEADER);
            begun = true;
        }
        String train = number(result.trainLoss(), 12, result.trainLoss() < bestTrain ? CYAN : null);
        String valid = number(result.validLoss(), 12, result.validLoss() < bestValid ? GREEN : null);
        String seconds = number(result.seconds(), 6, null);
        out.print(String.format(Locale.ROOT, "%7d  %s  %s  %s\n", result.epoch(), train, valid, seconds));
        out.flush();
        bestTrain = Math.min(bestTrain, result.trainLoss());
        bestValid = Math.min(bestValid, result.validLoss());
    }

    private String number(double value, int width, String colour) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        String padding = " ".repeat(Math.max(0, width - text.length()));
        return padding + (colours && colour != null ? colour + text + PLAIN : text);
    }
}
