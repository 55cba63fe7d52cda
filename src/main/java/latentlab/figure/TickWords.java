package latentlab.figure;

import java.util.List;

/** How numbers are written at the axes of losses, in the language of their reader. */
public interface TickWords {
    /** @param ticks all that are on the axis */
    String loss(double tick, List<Double> ticks);

    String epoch(double tick);
}
