package latentlab.view.loss;

import java.util.List;
import java.util.Locale;
import latentlab.engine.settings.Loss;
import latentlab.figure.LossWords;
import latentlab.view.Texts;

/**
 * The window's words on its loss chart.
 *
 * @param other what the numbers are where they are no losses; null for losses
 */
record LossChartWords(Texts texts, Loss loss, String other) implements LossWords {
    @Override
    public String both() {
        return texts.get("view.loss.both");
    }

    @Override
    public String measure() {
        return other == null ? texts.get("engine.loss." + loss.name().toLowerCase(Locale.ROOT)) : other;
    }

    @Override
    public String epochs() {
        return texts.get("view.loss.epochAxis");
    }

    @Override
    public String loss(double tick, List<Double> ticks) {
        return texts.get(tick != 0 && Math.abs(tick) < 1e-4 ? "view.loss.smallTick" : "view.loss.tick", tick);
    }

    @Override
    public String share(double tick) {
        return texts.get("view.loss.shareTick", tick);
    }

    @Override
    public String epoch(double tick) {
        return texts.get("view.loss.epochTick", tick);
    }

    @Override
    public String untrained(double loss) {
        return texts.get("view.loss.untrained", loss);
    }

    @Override
    public String branch() {
        return texts.get("view.loss.branch");
    }

    @Override
    public String rate(double rate) {
        return texts.get("view.loss.rate", rate);
    }
}
