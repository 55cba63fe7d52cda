package latentlab.figure;

import java.util.List;

/** How numbers are written at the axes of losses, in the language of their reader. */
public interface TickWords {
    /** @param ticks all that are on the axis */
    String loss(double tick, List<Double> ticks);

    String epoch(double tick);

    /**
     * @param least the least of several runs' losses of epoch 0, which the axis leaves out
     * @param most the greatest of them
     * @return what to say of them
     */
    String untrained(double least, double most);
}
