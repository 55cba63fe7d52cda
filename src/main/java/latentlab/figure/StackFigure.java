package latentlab.figure;

import java.util.List;
import java.util.function.Function;
import latentlab.data.ImageShape;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/**
 * The hourglass of a model: a bar for each layer of units, as wide as the square root of their number, and between them
 * the weights. Beside each bar stand its units, their activation, and the parameters that lead to it; brackets on the
 * left join the weights that a tied model shares.
 */
public final class StackFigure {
    /** What the units of a row are. */
    public enum Part {
        IMAGE(Role.MUTED),
        UNITS(Role.ACCENT),
        CODE(Role.MARKER);

        private final Role bar;

        Part(Role bar) {
            this.bar = bar;
        }
    }

    /**
     * A row of units and what leads to it, from the image down.
     *
     * @param shared whether the weights that lead to it are an earlier layer's
     */
    public record Row(Part part, int units, boolean shared, Texts texts) {}

    /** What stands in the three columns. */
    public record Texts(String units, String activation, String parameters) {}

    private static final TextStyle RIGHT = TextStyle.of(11, Role.TEXT, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle CODE = new TextStyle(11, true, RIGHT.ink(), Align.RIGHT, Level.MIDDLE, false);
    private static final TextStyle LEFT = TextStyle.of(11, Role.MUTED, Align.LEFT, Level.MIDDLE);
    private static final TextStyle HEAD_RIGHT = TextStyle.of(10, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle HEAD_LEFT = TextStyle.of(10, Role.MUTED, Align.LEFT, Level.MIDDLE);
    private static final Stroke SHARED = Stroke.dashed(Ink.of(Role.ACCENT), 2, 3);
    private static final Stroke BRACKET = Stroke.of(Ink.of(Role.ACCENT), 1);

    private final Texts heads;
    private final List<Row> rows;
    private final StackLayout layout;

    private StackFigure(Texts heads, List<Row> rows, StackLayout layout) {
        this.heads = heads;
        this.rows = rows;
        this.layout = layout;
    }

    /**
     * @param pen that texts are measured with
     * @param width in points
     * @param heads of the columns
     * @param rows from the image on; at least that
     */
    public static StackFigure of(Pen pen, double width, Texts heads, List<Row> rows) {
        return new StackFigure(
                heads,
                List.copyOf(rows),
                new StackLayout(
                        width,
                        rows.stream().map(Row::units).toList(),
                        (int) rows.stream().filter(Row::shared).count(),
                        widest(pen, heads, rows, Texts::units),
                        widest(pen, heads, rows, Texts::activation),
                        widest(pen, heads, rows, Texts::parameters)));
    }

    /** The code's numbers are bold, and may be the widest. */
    private static double widest(Pen pen, Texts heads, List<Row> rows, Function<Texts, String> column) {
        double widest = pen.width(column.apply(heads), HEAD_LEFT);
        for (Row row : rows) {
            widest = Math.max(widest, pen.width(column.apply(row.texts()), CODE));
        }
        return Math.ceil(widest);
    }

    /** Of units that are pixels of several channels, e.g. 32×7×7: a notation that is the same in every language. */
    public static String maps(ImageShape shape) {
        return shape.channels() + "×" + shape.height() + "×" + shape.width();
    }

    public List<Row> rows() {
        return rows;
    }

    public void draw(Pen pen) {
        pen.text(heads.units(), layout.countRight(), StackLayout.headY(), HEAD_RIGHT);
        pen.text(heads.activation(), layout.activationLeft(), StackLayout.headY(), HEAD_LEFT);
        pen.text(heads.parameters(), layout.width(), StackLayout.headY(), HEAD_RIGHT);
        int shared = 0;
        for (int row = 1; row < rows.size(); row++) {
            if (rows.get(row).shared()) {
                pen.track(layout.bracket(shared++), BRACKET);
                pen.track(layout.weight(row - 1), SHARED);
            } else {
                pen.fillTrack(layout.weight(row - 1), Ink.of(Role.ACCENT_AREA));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            drawRow(pen, rows.get(row), row);
        }
    }

    private void drawRow(Pen pen, Row row, int index) {
        double y = StackLayout.y(index);
        Stroke bar = new Stroke(Ink.of(row.part().bar), StackLayout.BAR, Stroke.Ends.ROUND, 0, 0);
        pen.line(layout.barLeft(index), y, layout.barRight(index), y, bar);
        TextStyle units =
                switch (row.part()) {
                    case IMAGE -> RIGHT.in(Role.MUTED);
                    case UNITS -> RIGHT;
                    case CODE -> CODE;
                };
        pen.text(row.texts().units(), layout.countRight(), y, units);
        pen.text(row.texts().activation(), layout.activationLeft(), y, LEFT);
        pen.text(row.texts().parameters(), layout.width(), y, RIGHT);
    }

    /**
     * @return the layer whose weights, bar or words are at a place, counted from 0; -1 for none: the image is not what
     *     a layer makes
     */
    public int layerAt(double x, double y) {
        return layout.rowAt(x, y) >= 0 ? layout.rowAt(x, y) - 1 : layout.weightAt(x, y);
    }
}
