package latentlab.figure;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/**
 * Rows of images, one above the other with a name at the left, and numbers below each column: originals over their
 * reconstructions, with the error of each.
 *
 * @param width in points
 * @param height in points
 * @param planned how many columns there is to be room for, so that images are of one size however many there are
 * @param rows from the top; as many images in each
 * @param numbers lines of them, one below the other
 */
public record ImageGridFigure(double width, double height, int planned, List<Row> rows, List<Numbers> numbers) {
    private static final double GAP = 8;
    private static final double CAPTION_WIDTH = 104;
    private static final double NUMBERS_HEIGHT = 4;
    private static final double LINE_HEIGHT = 14;
    /** From one column to the next, so that a number with a sign before it is not squeezed. */
    private static final double ROOM_FOR_NUMBERS = 52;

    /** Side of an image at least, where the figure has its height from its width. */
    private static final double LEAST = 40;
    /** Side of an image at most. */
    private static final double MOST = 112;
    /** How much of an image's side each row after the second adds to the height: with more rows, images are smaller. */
    private static final double MORE = 0.6;

    private static final double BAR_WIDTH = 48;
    private static final double BAR_HEIGHT = 6;
    /** From the middle of a row to those of its name above and of its scale below. */
    private static final double APART = 8;

    private static final TextStyle NAME = TextStyle.of(12, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle ERROR = TextStyle.of(11, Role.MUTED, Align.CENTER, Level.TOP);
    private static final TextStyle END = TextStyle.of(10, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final Stroke BOX = Stroke.of(Ink.of(Role.GRID), 1);

    /** What is in a row. */
    public interface Images {
        int count();

        /** @param places of the images, each in its own: those from the first on */
        void draw(Pen pen, List<Area> places);
    }

    /**
     * Says which colour of a row is which value.
     *
     * @param colours one image, from the least at the left to the greatest
     */
    public record Scale(WeightStrip colours, String least, String greatest) {}

    /**
     * A row of images.
     *
     * @param scale null where there is nothing to say
     */
    public record Row(String name, Images images, Scale scale) {
        public Row(String name, Images images) {
            this(name, images, null);
        }
    }

    /**
     * A line of numbers below the images.
     *
     * @param values of the columns; as many as are known
     * @param words how one is written
     */
    public record Numbers(double[] values, DoubleFunction<String> words) {}

    /**
     * @param errors of the columns; as many as are known
     * @param error how an error is written
     */
    public ImageGridFigure(
            double width, double height, int planned, List<Row> rows, double[] errors, DoubleFunction<String> error) {
        this(width, height, planned, rows, List.of(new Numbers(errors, error)));
    }

    /** @return the height in which two rows of images fill a width, unless they would be very small or very large */
    public static double heightFor(double width, int planned) {
        return heightFor(width, planned, 2, 1);
    }

    /**
     * @param rows two or more: with more than two, images are smaller
     * @param lines of numbers
     */
    public static double heightFor(double width, int planned, int rows, int lines) {
        double side = Math.clamp(Math.floor(across(width, planned)), LEAST, MOST);
        return Math.floor((2 + MORE * (rows - 2)) * side) + (rows - 1) * GAP + below(lines);
    }

    private static double below(int lines) {
        return NUMBERS_HEIGHT + lines * LINE_HEIGHT;
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
        double down = (height - (rows.size() - 1) * GAP - below(numbers.size())) / rows.size();
        return Math.max(8, Math.floor(Math.min(across(width, planned), down)));
    }

    /** Between columns: many rows leave small images, which stand apart where the width lets their numbers be read. */
    private double gap() {
        double spare = (width - CAPTION_WIDTH - planned * side()) / Math.max(1, planned - 1);
        double wanted = numbers.isEmpty() ? GAP : ROOM_FOR_NUMBERS - side();
        return Math.max(GAP, Math.floor(Math.min(wanted, spare)));
    }

    /** @return left end of a column */
    public double x(int column) {
        double used = CAPTION_WIDTH + columns() * side() + (columns() - 1) * gap();
        double left = Math.max(0, Math.floor((width - used) / 2)) + CAPTION_WIDTH;
        return left + column * (side() + gap());
    }

    /** @return where the lowest image ends */
    public double bottom() {
        return rows.size() * (side() + GAP) - GAP;
    }

    /** @return where what stands below the images ends */
    public double end() {
        return bottom() + below(numbers.size());
    }

    /** @return the column of the images at a place, or -1 */
    public int columnAt(double x, double y) {
        double pitch = side() + gap();
        int column = (int) Math.floor((x - x(0)) / pitch);
        boolean inside = column >= 0 && column < columns() && (x - x(0)) % pitch < side();
        return inside && y < bottom() ? column : -1;
    }

    /** @return where an image is */
    public Area place(int row, int column) {
        return new Area(x(column), row * (side() + GAP), side(), side());
    }

    /** @return the column before which a place is, as near as can be: 0 to {@link #columns} */
    public int gapAt(double x) {
        return (int) Math.clamp(Math.round((x - x(0) + gap() / 2) / (side() + gap())), 0, columns());
    }

    /** Marks the gap before a column, or after the last. */
    public void drawGap(Pen pen, int column) {
        double x = x(column) - gap() / 2;
        pen.line(x, 0, x, bottom(), Stroke.of(Ink.of(Role.ACCENT), 3));
    }

    public void draw(Pen pen) {
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            name(pen, rows.get(row), row * (side() + GAP) + side() / 2);
            rows.get(row)
                    .images()
                    .draw(
                            pen,
                            IntStream.range(0, columns())
                                    .mapToObj(column -> place(at, column))
                                    .toList());
        }
        for (int line = 0; line < numbers.size(); line++) {
            double y = bottom() + NUMBERS_HEIGHT - 1 + line * LINE_HEIGHT;
            double[] values = numbers.get(line).values();
            for (int column = 0; column < Math.min(columns(), values.length); column++) {
                String words = numbers.get(line).words().apply(values[column]);
                pen.text(words, x(column) + side() / 2, y, side() + gap() - 4, ERROR);
            }
        }
    }

    private void name(Pen pen, Row row, double middle) {
        double right = x(0) - GAP;
        // Where there is no room for both, the name says more.
        boolean scaled = row.scale() != null && side() >= 2 * APART + LINE_HEIGHT;
        pen.text(row.name(), right, scaled ? middle - APART : middle, CAPTION_WIDTH - GAP, NAME);
        if (scaled) {
            double y = middle + APART;
            Scale scale = row.scale();
            double end = right - pen.width(scale.greatest(), END) - 3;
            Area bar = new Area(end - BAR_WIDTH, y - BAR_HEIGHT / 2, BAR_WIDTH, BAR_HEIGHT);
            scale.colours().draw(pen, List.of(bar));
            pen.rectangle(new Area(bar.x() - 0.5, bar.y() - 0.5, bar.width() + 1, bar.height() + 1), BOX);
            pen.text(scale.greatest(), right, y, END);
            pen.text(scale.least(), bar.x() - 3, y, END);
        }
    }
}
