package latentlab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the marks of rate changes have their labels: beside their lines, none on another. */
final class RateMarks {
    /** Lines of labels below each other; where these are full, a mark has only its line. */
    static final int ROWS = 3;

    private static final double GAP = 4;

    private RateMarks() {}

    /**
     * @param mark which one
     * @param x left end of the label
     * @param row from the top, 0 to ROWS - 1
     */
    record Label(int mark, double x, int row) {}

    /**
     * @param places where the marks' lines are, from left to right
     * @param widths of their labels
     * @param left end of the plot
     * @param first where the first row begins to be free, at the left end or right of it
     * @param right end of the plot
     * @return those labels that have room: right of their lines, at the right end of the plot left of them
     */
    static List<Label> labels(double[] places, double[] widths, double left, double first, double right) {
        double[] free = new double[ROWS];
        Arrays.fill(free, left);
        free[0] = first;
        List<Label> labels = new ArrayList<>();
        for (int mark = 0; mark < places.length; mark++) {
            boolean fits = places[mark] + GAP + widths[mark] <= right;
            double x = fits ? places[mark] + GAP : places[mark] - GAP - widths[mark];
            for (int row = 0; row < ROWS; row++) {
                if (x >= free[row]) {
                    labels.add(new Label(mark, x, row));
                    free[row] = Math.max(x + widths[mark], places[mark]) + GAP;
                    break;
                }
            }
        }
        return labels;
    }
}
