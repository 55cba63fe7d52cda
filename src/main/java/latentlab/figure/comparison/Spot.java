package latentlab.figure.comparison;

import java.util.List;

/**
 * What of a figure is pointed at.
 *
 * @param runs their places in the comparison; none in a cell without runs
 * @param detail epoch of a curve, number of a cell or axis; -1 for none
 */
public record Spot(List<Integer> runs, int detail) {
    /** A run, wherever it is drawn. */
    public static Spot of(int run) {
        return new Spot(List.of(run), -1);
    }
}
