package latentlab.export;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import latentlab.engine.settings.Loss;
import latentlab.figure.LossWords;
import latentlab.text.Messages;

/** What stands on the loss plot, in a language its fonts have. */
public record LossPlotWords(Messages messages, Loss loss) implements LossWords {
    /** Of a tick by itself, which ends in no zeros. */
    private static final int MOST_DIGITS = 6;

    @Override
    public String both() {
        return messages.text("export.plot.both");
    }

    @Override
    public String measure() {
        return messages.text("engine.loss." + loss.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String epochs() {
        return messages.text("export.plot.epoch");
    }

    /** All ticks have as many decimals as tell them apart. */
    @Override
    public String loss(double tick, List<Double> ticks) {
        DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(messages.locale()));
        if (ticks.size() > 1) {
            double step = ticks.get(1) - ticks.get(0);
            int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
        } else {
            format.setMaximumFractionDigits(MOST_DIGITS);
        }
        return format.format(tick);
    }

    @Override
    public String share(double tick) {
        return messages.text("export.plot.share", tick);
    }

    @Override
    public String epoch(double tick) {
        return String.valueOf((long) tick);
    }

    @Override
    public String rate(double rate) {
        return messages.text("export.plot.rate", rate);
    }

    @Override
    public String branch() {
        return messages.text("export.plot.branch");
    }

    @Override
    public String untrained(double loss) {
        return messages.text("export.plot.untrained", loss);
    }

    @Override
    public String untrained(double least, double most) {
        return least == most ? untrained(most) : messages.text("export.plot.untrained.range", least, most);
    }
}
