package latentlab.figure.comparison;

import java.util.List;
import latentlab.figure.TickWords;

/** Says what is at a tick. */
record PlainTicks() implements TickWords {
    @Override
    public String loss(double tick, List<Double> ticks) {
        return "loss " + tick;
    }

    @Override
    public String epoch(double tick) {
        return "epoch " + tick;
    }

    @Override
    public String untrained(double least, double most) {
        return "untrained " + least + " to " + most;
    }
}
