package latentlab.figure;

import java.util.List;

/**
 * Where the parts of a model's hourglass lie: in each row, from the left, the number of units, a bar as wide as its
 * square root, the activation and the number of parameters; between the bars the weights, and at the far left brackets
 * that join the weights a tied model shares. Places are in points.
 *
 * @param width in points
 * @param units of each row, from the top: the image's numbers, then the outputs of each layer
 * @param tied how many of the weights, the last ones, are shared with the first
 * @param countWidth of the column with the numbers of units
 * @param activationWidth of the column with the activations
 * @param parameterWidth of the column with the numbers of parameters
 */
public record StackLayout(
        double width, List<Integer> units, int tied, double countWidth, double activationWidth, double parameterWidth) {
    /** Thickness of a bar. */
    public static final double BAR = 7;

    private static final double HEAD = 16;
    private static final double ROW = 19;
    private static final double NARROWEST = BAR + 1;
    private static final double GAP = 8;
    /** From bracket to bracket. */
    private static final double STEP = 4;

    /** @return height of the rows and of the columns' heads above them; 0 without rows */
    public static double heightFor(int rows) {
        return rows == 0 ? 0 : HEAD + rows * ROW;
    }

    /** @return the middle of the columns' heads */
    public static double headY() {
        return HEAD / 2;
    }

    /** @return the middle of a row */
    public static double y(int row) {
        return HEAD + row * ROW + ROW / 2;
    }

    /** @return where the numbers of units end */
    public double countRight() {
        return margin() + countWidth;
    }

    /** @return where the activations begin */
    public double activationLeft() {
        return width - parameterWidth - GAP - activationWidth;
    }

    private double margin() {
        return tied == 0 ? 0 : tied * STEP + GAP / 2;
    }

    private double widest() {
        return Math.max(NARROWEST, activationLeft() - GAP - (countRight() + GAP));
    }

    private double middle() {
        return countRight() + GAP + widest() / 2;
    }

    private double half(int row) {
        double most = Math.sqrt(units.stream().mapToInt(Integer::intValue).max().orElseThrow());
        return Math.max(NARROWEST, widest() * Math.sqrt(units.get(row)) / most) / 2;
    }

    /** @return where the line of a row's bar begins, whose round end stands out by half of its thickness */
    public double barLeft(int row) {
        return middle() - half(row) + BAR / 2;
    }

    /** @return where the line of a row's bar ends */
    public double barRight(int row) {
        return middle() + half(row) - BAR / 2;
    }

    /** @return the outline of the weights below a row; of shared ones, its sides alone */
    public Track weight(int row) {
        double top = y(row) + BAR / 2 + 1;
        double bottom = y(row + 1) - BAR / 2 - 1;
        Track outline = new Track();
        outline.moveTo(middle() - half(row), top);
        outline.lineTo(middle() - half(row + 1), bottom);
        // Across, the outline of a shared weight would only be noise beside the bars.
        if (row >= units.size() - 1 - tied) {
            outline.moveTo(middle() + half(row + 1), bottom);
        } else {
            outline.lineTo(middle() + half(row + 1), bottom);
        }
        outline.lineTo(middle() + half(row), top);
        return outline;
    }

    /** @return the row whose bar or words are at a place; -1 for none */
    int rowAt(double x, double y) {
        int row = (int) Math.floor((y - HEAD) / ROW);
        if (y < HEAD || row >= units.size()) {
            return -1;
        }
        boolean words = x >= margin() && x <= countRight() || x >= activationLeft() && x <= width;
        boolean bar = Math.abs(x - middle()) <= half(row) && Math.abs(y - y(row)) <= BAR / 2;
        return words || bar ? row : -1;
    }

    /** @return the weights at a place, by the row above them; -1 for none */
    int weightAt(double x, double y) {
        for (int row = 0; row + 1 < units.size(); row++) {
            double down = (y - y(row) - BAR / 2) / (ROW - BAR);
            if (down > 0 && down < 1) {
                return Math.abs(x - middle()) <= half(row) + down * (half(row + 1) - half(row)) ? row : -1;
            }
        }
        return -1;
    }

    /** @return the bracket of a shared weight; 0 is the innermost pair */
    public Track bracket(int pair) {
        double inner = Math.max(GAP, margin() - GAP / 2);
        double x = (tied - 1 - pair) * STEP + 0.5;
        double top = Math.rint(y(tied - 1 - pair) + ROW / 2) + 0.5;
        double bottom = Math.rint(y(tied + pair) + ROW / 2) + 0.5;
        Track bracket = new Track();
        bracket.moveTo(inner, top);
        bracket.lineTo(x, top);
        bracket.lineTo(x, bottom);
        bracket.lineTo(inner, bottom);
        return bracket;
    }
}
