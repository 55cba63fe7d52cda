package latentlab.cli.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import latentlab.engine.loss.LossPart;
import latentlab.engine.training.EpochResult;

/**
 * The epoch table as skorch's PrintLog prints it, row by row while training goes on; losses that are the best so far in
 * skorch's colours where there are colours. The same in every language, so that scripts can read it.
 */
public final class EpochTable {
    private static final String NAMES = "  epoch    train_loss    valid_loss     dur";
    private static final String LINES = "-------  ------------  ------------  ------";
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
            out.print(header(result));
            begun = true;
        }
        String train = number(result.trainLoss(), 12, result.trainLoss() < bestTrain ? CYAN : null);
        String valid = number(result.validLoss(), 12, result.validLoss() < bestValid ? GREEN : null);
        String seconds = number(result.seconds(), 6, null);
        StringBuilder row = new StringBuilder();
        row.append(String.format(Locale.ROOT, "%7d  %s  %s  %s", result.epoch(), train, valid, seconds));
        for (LossPart part : result.severalParts()) {
            row.append("  ").append(number(part.train(), width("train", part), null));
            row.append("  ").append(number(part.valid(), width("valid", part), null));
        }
        out.print(row.append('\n'));
        out.flush();
        bestTrain = Math.min(bestTrain, result.trainLoss());
        bestValid = Math.min(bestValid, result.validLoss());
    }

    /** With two columns more for each part of the loss where there are several. */
    private static String header(EpochResult result) {
        StringBuilder names = new StringBuilder(NAMES);
        StringBuilder lines = new StringBuilder(LINES);
        for (LossPart part : result.severalParts()) {
            for (String side : List.of("train", "valid")) {
                String name = side + "_" + part.name();
                names.append("  ")
                        .append(" ".repeat(width(side, part) - name.length()))
                        .append(name);
                lines.append("  ").append("-".repeat(width(side, part)));
            }
        }
        return names.append('\n').append(lines).append('\n').toString();
    }

    private static int width(String side, LossPart part) {
        return Math.max(12, (side + "_" + part.name()).length());
    }

    private String number(double value, int width, String colour) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        String padding = " ".repeat(Math.max(0, width - text.length()));
        return padding + (colours && colour != null ? colour + text + PLAIN : text);
    }
}
