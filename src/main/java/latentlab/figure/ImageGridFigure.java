package latentlab.figure;

import java.util.List;
import java.util.function.DoubleFunction;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/**
 * Rows of images, one above the other with a name at the left, and a number below each column: originals over their
 * reconstructions, with the error of each.
 *
 * @param width in points
 * @param height in points
 * @param planned how many columns there is to be room for, so that images are of one size however many there are
 * @param rows from the top; as many images in each
 * @param errors of the columns; as many as are known
 * @param error how an error is written
 */
public record ImageGridFigure(
        double width, double height, int planned, List<Row> rows, double[] errors, DoubleFunction<String> error) {
    private static final double GAP = 8;
    private static final double CAPTION_WIDTH = 104;
    private static final double ERROR_HEIGHT = 18;
    /** Side of an image at least, where the figure has its height from its width. */
    private static final double LEAST = 40;
    /** Side of an image at most. */
    private static final double MOST = 112;

    private static final TextStyle NAME = TextStyle.of(12, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle ERROR = TextStyle.of(11, Role.MUTED, Align.CENTER, Level.TOP);

    /** A row of images. */
    public record Row(String name, ImageStrip images) {}

    /** @return the height in which two rows of images fill a width, unless they would be very small or very large */
    public static double heightFor(double width, int planned) {
        return 2 * Math.clamp(Math.floor(across(width, planned)), LEAST, MOST) + GAP + ERROR_HEIGHT;
    }

    /** The side of an image when all of a row share a width. */
    private static double across(double width, int planned) {
        return (width - CAPTION_WIDTH - GAP * (planned - 1)) / planned;
    }

    public int columns() {
        return rows.isEmpty() ? 0 : rows.getFirst().images().count();
    }

    /** @return side of an image, in points */
    public double side() {
        double down = (height - (rows.size() - 1) * GAP - ERROR_HEIGHT) / rows.size();
        return Math.max(8, Math.floor(Math.min(across(width, planned), down)));
    }

    /** @return left end of a column */
    public double x(int column) {
        double used = CAPTION_WIDTH + columns() * side() + (columns() - 1) * GAP;
        double left = Math.max(0, Math.floor((width - used) / 2)) + CAPTION_WIDTH;
        return left + column * (side() + GAP);
    }

    /** @return where the lowest image ends */
    public double bottom() {
        return rows.size() * (side() + GAP) - GAP;
    }

    /** @return where what stands below the images ends */
    public double end() {
        return bottom() + ERROR_HEIGHT;
    }

    /** @return the column of the images at a place, or -1 */
    public int columnAt(double x, double y) {
        double pitch = side() + GAP;
        int column = (int) Math.floor((x - x(0)) / pitch);
        boolean inside = column >= 0 && column < columns() && (x - x(0)) % pitch < side();
        return inside && y < bottom() ? column : -1;
    }

    public void draw(Pen pen) {
        double side = side();
        for (int row = 0; row < rows.size(); row++) {
            double y = row * (side + GAP);
            pen.text(rows.get(row).name(), x(0) - GAP, y + side / 2, CAPTION_WIDTH - GAP, NAME);
            for (int column = 0; column < columns(); column++) {
                pen.image(rows.get(row).images(), column, new Area(x(column), y, side, side));
            }
        }
        for (int column = 0; column < Math.min(columns(), errors.length); column++) {
            pen.text(error.apply(errors[column]), x(column) + side / 2, bottom() + 3, side + GAP, ERROR);
        }
    }
}
