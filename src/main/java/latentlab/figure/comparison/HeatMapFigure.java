package latentlab.figure.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.comparison.Comparison;
import latentlab.comparison.Difference;
import latentlab.comparison.Dimension;
import latentlab.comparison.Picture;
import latentlab.comparison.Spread;
import latentlab.figure.Area;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/**
 * A figure over two settings: a cell for each pair of values, in the colour of the mean of its runs. Cells without runs
 * are empty, those whose runs have no value are crossed out; the best one has a frame.
 */
public final class HeatMapFigure implements RunsFigure {
    /** From a side of the figure to the nearest letters. */
    private static final double MARGIN = 12;

    private static final double BAR = 14;
    /** What names of values take of the width at most. */
    private static final double MOST_NAMES = 0.25;
    /** Cells as large as this at least have a gap between them. */
    private static final double LARGE = 6;

    private static final double LINE = 15;

    private static final Stroke EMPTY = Stroke.of(Ink.of(Role.GRID), 1);
    private static final Stroke CROSS = Stroke.of(Ink.of(Role.MUTED), 1);
    private static final Stroke AROUND = Stroke.of(Ink.of(Role.BACKGROUND), 1.5);
    private static final Stroke BEST = Stroke.of(Ink.of(Role.TEXT), 2);

    private final Picture picture;
    private final Dimension across;
    private final Dimension down;
    private final Spread[][] cells;
    private final ValueScale scale;
    private final double width;
    private final double height;
    private final RunsWords words;
    private final String foot;
    /** Where the cells are; known once names are measured. */
    private Area plot = new Area(0, 0, 1, 1);

    /**
     * @param picture a heat map, of settings of this comparison
     * @param width in points
     * @param height in points
     */
    public HeatMapFigure(Comparison comparison, Picture picture, double width, double height, RunsWords words) {
        this.picture = picture;
        this.width = width;
        this.height = height;
        this.words = words;
        across = picture.across().binned();
        down = picture.down().binned();
        cells = comparison.cells(picture.figure(), across, down);
        scale = new ValueScale(
                picture.figure(),
                Stream.of(cells)
                        .flatMap(Stream::of)
                        .filter(cell -> cell != null)
                        .mapToDouble(Spread::mean)
                        .toArray());
        List<String> others = comparison.differences().stream()
                .map(Difference::name)
                .filter(name -> !name.equals(across.name()) && !name.equals(down.name()))
                .toList();
        foot = others.isEmpty() ? across.name() : across.name() + "   ·   " + words.over(others);
    }

    @Override
    public void draw(Pen pen) {
        double names = down.values().stream()
                .mapToDouble(value -> pen.width(value, Styles.BESIDE))
                .max()
                .orElse(0);
        double left = MARGIN + LINE + Math.min(names, MOST_NAMES * width) + 6;
        double high = Math.max(1, Math.floor(height - Styles.TOP - Styles.BOTTOM));
        double legend = Styles.GAP + BAR + 7 + scale.width(pen, high, words) + MARGIN;
        plot = new Area(Math.ceil(left), Styles.TOP, Math.max(1, Math.floor(width - left - legend)), high);
        pen.text(words.title(picture.figure()), plot.x(), Styles.TOP - 8, Styles.TITLE);
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                draw(pen, cells[row][column], inner(row, column));
            }
        }
        frameBest(pen);
        drawNames(pen, Math.min(names, MOST_NAMES * width));
        scale.draw(pen, new Area(plot.right() + Styles.GAP, plot.y(), BAR, plot.height()), words);
    }

    private int rows() {
        return down.values().size();
    }

    private int columns() {
        return across.values().size();
    }

    /** The first value of an upward axis is below. */
    private Area outer(int row, int column) {
        double x = Math.floor(plot.x() + column * plot.width() / columns());
        double right = Math.floor(plot.x() + (column + 1) * plot.width() / columns());
        double y = Math.floor(plot.bottom() - (row + 1) * plot.height() / rows());
        double bottom = Math.floor(plot.bottom() - row * plot.height() / rows());
        return new Area(x, y, right - x, bottom - y);
    }

    private Area inner(int row, int column) {
        Area area = outer(row, column);
        return Math.min(area.width(), area.height()) < LARGE
                ? area
                : new Area(area.x() + 1, area.y() + 1, area.width() - 2, area.height() - 2);
    }

    private void draw(Pen pen, Spread cell, Area area) {
        double share = cell == null ? Double.NaN : scale.share(cell.mean());
        if (!Double.isNaN(share)) {
            pen.fillRectangle(area, Ink.ofScale(share));
            String value = words.value(picture.figure(), cell.mean());
            TextStyle style = new TextStyle(12, false, Ink.onScale(share), Align.CENTER, Level.MIDDLE, false);
            if (area.height() >= LINE && pen.width(value, style) <= area.width() - 4) {
                pen.text(value, area.centreX(), area.centreY(), style);
            }
            return;
        }
        pen.rectangle(new Area(area.x() + 0.5, area.y() + 0.5, area.width() - 1, area.height() - 1), EMPTY);
        if (cell != null) {
            double arm = Math.min(6, Math.min(area.width(), area.height()) / 3);
            double x = area.centreX();
            double y = area.centreY();
            pen.line(x - arm, y - arm, x + arm, y + arm, CROSS);
            pen.line(x - arm, y + arm, x + arm, y - arm, CROSS);
        }
    }

    private void frameBest(Pen pen) {
        double sign = picture.figure().moreIsBetter() ? -1 : 1;
        int best = -1;
        for (int cell = 0; cell < rows() * columns(); cell++) {
            Spread spread = cell(cell);
            if (spread != null
                    && spread.counted() > 0
                    && (best < 0 || sign * spread.mean() < sign * cell(best).mean())) {
                best = cell;
            }
        }
        if (best >= 0) {
            pen.rectangle(within(best, 1), BEST);
        }
    }

    private Spread cell(int cell) {
        return cells[Math.floorDiv(cell, columns())][cell % columns()];
    }

    private Area within(int cell, double by) {
        Area area = outer(Math.floorDiv(cell, columns()), cell % columns());
        return new Area(
                area.x() + by, area.y() + by, Math.max(1, area.width() - 2 * by), Math.max(1, area.height() - 2 * by));
    }

    private void drawNames(Pen pen, double room) {
        int every = Math.max(1, (int) Math.ceil(LINE * rows() / plot.height()));
        for (int row = 0; row < rows(); row += every) {
            String name = pen.cut(down.values().get(row), room, Styles.BESIDE);
            pen.text(name, plot.x() - 6, outer(row, 0).centreY(), room, Styles.BESIDE);
        }
        double widest = across.values().stream()
                .mapToDouble(value -> pen.width(value, Styles.BELOW))
                .max()
                .orElse(0);
        double column = plot.width() / columns();
        // Long words are cut to their columns rather than left out; numbers are rather left out.
        int step = across.numeric() ? Math.max(1, (int) Math.ceil((widest + 6) / column)) : 1;
        for (int each = 0; each < columns(); each += step) {
            double own = step * column - 4;
            String name = pen.cut(across.values().get(each), own, Styles.BELOW);
            pen.text(name, outer(0, each).centreX(), plot.bottom() + 5, own, Styles.BELOW);
        }
        pen.text(pen.cut(foot, width, Styles.FOOT), plot.centreX(), plot.bottom() + Styles.BOTTOM - 8, Styles.FOOT);
        pen.text(down.name(), MARGIN, plot.centreY(), Styles.SIDE);
    }

    @Override
    public Spot at(double x, double y) {
        int column = (int) Math.floor((x - plot.x()) * columns() / plot.width());
        int row = (int) Math.floor((plot.bottom() - y) * rows() / plot.height());
        return column >= 0 && column < columns() && row >= 0 && row < rows() ? spot(row * columns() + column) : null;
    }

    private Spot spot(int cell) {
        return new Spot(cell(cell) == null ? List.of() : cell(cell).runs(), cell);
    }

    /** @return what is in a cell that is pointed at; null where it has no runs */
    public Spread spread(Spot spot) {
        return cell(spot.detail());
    }

    /** @return the values of a cell that is pointed at, e.g. "latent 2, lr 0.01" */
    public String label(Spot spot) {
        int row = Math.floorDiv(spot.detail(), columns());
        int column = spot.detail() % columns();
        return across.name() + " " + across.values().get(column) + ", " + down.name() + " "
                + down.values().get(row);
    }

    @Override
    public void emphasise(Pen pen, Spot spot) {
        for (int cell : spot.detail() >= 0 ? List.of(spot.detail()) : cellsOf(spot)) {
            // Seen on every colour of the scale.
            pen.rectangle(within(cell, 3.25), AROUND);
            pen.rectangle(within(cell, 1.25), Styles.POINTED);
        }
    }

    private List<Integer> cellsOf(Spot spot) {
        List<Integer> found = new ArrayList<>();
        for (int run : spot.runs()) {
            int row = down.places()[run];
            int column = across.places()[run];
            if (row >= 0 && column >= 0) {
                found.add(row * columns() + column);
            }
        }
        return found.stream().distinct().toList();
    }

    @Override
    public Spot step(Spot from, int right, int down) {
        int at = from == null
                ? -1
                : from.detail() >= 0
                        ? from.detail()
                        : cellsOf(from).stream().findFirst().orElse(-1);
        if (at < 0) {
            return spot(first());
        }
        int row = Math.clamp(Math.floorDiv(at, columns()) - down, 0, rows() - 1);
        int column = Math.clamp(at % columns() + right, 0, columns() - 1);
        return spot(row * columns() + column);
    }

    /** The first cell that has runs. */
    private int first() {
        return IntStream.range(0, rows() * columns())
                .filter(cell -> cell(cell) != null)
                .findFirst()
                .orElse(0);
    }
}
