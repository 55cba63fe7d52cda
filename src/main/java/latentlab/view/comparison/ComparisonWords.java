package latentlab.view.comparison;

import java.util.List;
import latentlab.figure.TickWords;
import latentlab.view.Texts;

/** The window's numbers at the axes of compared losses. */
record ComparisonWords(Texts texts) implements TickWords {
    @Override
    public String loss(double tick, List<Double> ticks) {
        return texts.get("view.loss.tick", tick);
    }

    @Override
    public String epoch(double tick) {
        return texts.get("view.loss.epochTick", tick);
    }

    @Override
    public String untrained(double least, double most) {
        return least == most
                ? texts.get("view.comparison.untrained", most)
                : texts.get("view.comparison.untrained.range", least, most);
    }
}
