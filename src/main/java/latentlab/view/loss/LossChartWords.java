package latentlab.view.loss;

import java.util.List;
import java.util.Locale;
import latentlab.engine.settings.Loss;
import latentlab.figure.LossWords;
import latentlab.view.Texts;

/** The window's words on its loss chart. */
record LossChartWords(Texts texts, Loss loss) implements LossWords {
    @Override
    public String both() {
        return texts.get("view.loss.both");
    }

    @Override
    public String measure() {
        return texts.get("engine.loss." + loss.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String epochs() {
        return texts.get("view.loss.epochAxis");
    }

    @Override
    public String loss(double tick, List<Double> ticks) {
        return texts.get("view.loss.tick", tick);
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
