package latentlab.figure.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import latentlab.comparison.Comparison;
import latentlab.comparison.Dimension;
import latentlab.comparison.Picture;
import latentlab.figure.Area;
import latentlab.figure.AxisScale;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.figure.Track;

/**
 * Parallel coordinates: an axis for each setting that differs and one for the figure, and a line for each run through
 * its values, in the colour of the figure. What a run has no value of is below the axis. Ranges on axes leave runs out.
 */
public final class ParallelFigure implements RunsFigure {
    /** From a side to the nearest axis: half of a name. */
    private static final double SIDE = 60;

    private static final double TOP = Styles.TOP;
    private static final double BOTTOM = 34;
    /** From the end of an axis to what has no value on it. */
    private static final double NONE = 16;

    private static final double NEAR = 12;
    private static final double BAR = 12;
    private static final double TICK = 36;
    /** More lines than this are thinner. */
    private static final int MANY = 100;

    private static final double VEIL = 0.6;
    /** Room around a value that a range is set by. */
    private static final double AIR = 0.02;

    private static final TextStyle FIGURE = TextStyle.of(12, Role.TEXT, Align.RIGHT, Level.BOTTOM);
    private static final TextStyle NAME = TextStyle.of(12, Role.TEXT, Align.CENTER, Level.BOTTOM);

    /**
     * A range on an axis.
     *
     * @param low 0 for the axis' lower end, 1 for its upper
     * @param high likewise, not less
     */
    public record Range(double low, double high) {
        public static Range between(double one, double other) {
            return new Range(Math.min(one, other), Math.max(one, other));
        }

        boolean contains(double fraction) {
            return fraction >= low && fraction <= high;
        }
    }

    /**
     * @param ticks where something is written, and what
     * @param fractions of each run, 0 to 1; NaN for no value
     */
    private record Line(String name, List<Tick> ticks, double[] fractions) {}

    private record Tick(double fraction, String words) {}

    private final Comparison comparison;
    private final Picture picture;
    private final List<Line> axes = new ArrayList<>();
    private final ValueScale scale;
    private final Map<Integer, Range> ranges;
    private final double width;
    private final double height;
    private final RunsWords words;
    /** Known once numbers are measured. */
    private Area plot = new Area(0, 0, 1, 1);

    /**
     * @param ranges of axes, by their place: runs outside of any of them are left out
     * @param width in points
     * @param height in points
     */
    public ParallelFigure(
            Comparison comparison,
            Picture picture,
            Map<Integer, Range> ranges,
            double width,
            double height,
            RunsWords words) {
        this.comparison = comparison;
        this.picture = picture;
        this.ranges = Map.copyOf(ranges);
        this.width = width;
        this.height = height;
        this.words = words;
        double[] values = IntStream.range(0, comparison.runs().size())
                .mapToDouble(run -> comparison.value(picture.figure(), run))
                .toArray();
        scale = new ValueScale(picture.figure(), values);
        boolean settings = comparison.dimensions().stream().anyMatch(dimension -> !dimension.isSeed());
        for (Dimension dimension : comparison.dimensions()) {
            if (!settings || !dimension.isSeed()) {
                axes.add(axis(dimension));
            }
        }
        double[] shares = new double[values.length];
        for (int run = 0; run < shares.length; run++) {
            shares[run] = scale.share(values[run]);
        }
        axes.add(new Line(words.title(picture.figure()), List.of(), shares));
    }

    private Line axis(Dimension dimension) {
        List<String> texts = dimension.values();
        double[] numbers = dimension.numbers();
        double[] places = new double[texts.size()];
        AxisScale numeric = dimension.numeric()
                ? new AxisScale(numbers[0], numbers[numbers.length - 1], dimension.logarithmic())
                : null;
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            places[i] = numeric == null ? (double) i / (places.length - 1) : numeric.fraction(numbers[i]);
            ticks.add(new Tick(places[i], texts.get(i)));
        }
        double[] fractions = new double[dimension.places().length];
        for (int run = 0; run < fractions.length; run++) {
            int place = dimension.places()[run];
            fractions[run] = place < 0 ? Double.NaN : places[place];
        }
        return new Line(dimension.name(), ticks, fractions);
    }

    /** How many axes there are; the last one is the figure's. */
    public int axes() {
        return axes.size();
    }

    /** @return the name of an axis */
    public String name(int axis) {
        return axes.get(axis).name();
    }

    /** @return whether a run is in all ranges */
    public boolean keeps(int run) {
        return ranges.entrySet().stream()
                .allMatch(
                        each -> each.getValue().contains(axes.get(each.getKey()).fractions()[run]));
    }

    /** @return the runs that are in all ranges, in their order */
    public List<Integer> kept() {
        return IntStream.range(0, comparison.runs().size())
                .filter(this::keeps)
                .boxed()
                .toList();
    }

    /** @return the axis that a place is on; -1 for none */
    public int axis(double x, double y) {
        int nearest =
                (int) Math.clamp(Math.rint((x - plot.x()) / plot.width() * (axes.size() - 1)), 0, axes.size() - 1);
        return Math.abs(x(nearest) - x) <= NEAR && y >= plot.y() - NEAR && y <= plot.bottom() + NEAR ? nearest : -1;
    }

    /** @return how high a place is on an axis, 0 to 1 */
    public double fraction(double y) {
        return Math.clamp((plot.bottom() - y) / plot.height(), 0, 1);
    }

    /**
     * @param least whether the least value is left out, instead of the greatest
     * @return the range of an axis without one more of its values; the same as before where only one is left
     */
    public Range narrowed(int axis, boolean least) {
        Range now = ranges.getOrDefault(axis, new Range(0, 1));
        double[] inside = IntStream.of(kept().stream().mapToInt(run -> run).toArray())
                .mapToDouble(run -> axes.get(axis).fractions()[run])
                .filter(now::contains)
                .sorted()
                .distinct()
                .toArray();
        if (inside.length < 2) {
            return now;
        }
        return least
                ? new Range(inside[1] - Math.min(AIR, (inside[1] - inside[0]) / 2), now.high())
                : new Range(
                        now.low(),
                        inside[inside.length - 2]
                                + Math.min(AIR, (inside[inside.length - 1] - inside[inside.length - 2]) / 2));
    }

    @Override
    public void draw(Pen pen) {
        double high = Math.max(1, Math.floor(height - TOP - BOTTOM));
        double right = Math.max(SIDE, BAR / 2 + 7 + scale.width(pen, high, words) + 12);
        plot = new Area(SIDE, TOP, Math.max(1, Math.floor(width - SIDE - right)), high);
        double line = axes.getFirst().fractions().length > MANY ? 1 : 1.5;
        List<Integer> kept = new ArrayList<>();
        List<Pen.Curve> curves = new ArrayList<>();
        for (int run = 0; run < comparison.runs().size(); run++) {
            if (keeps(run)) {
                kept.add(run);
            } else {
                curves.add(new Pen.Curve(track(run), Styles.line(Ink.of(Role.GRID), 1)));
            }
        }
        // The best come last, over the others.
        double sign = picture.figure().moreIsBetter() ? 1 : -1;
        kept.sort(Comparator.comparingDouble(run -> Double.isNaN(share(run)) ? -2 : sign * share(run)));
        kept.forEach(run -> curves.add(new Pen.Curve(track(run), Styles.line(ink(run), line))));
        double end = Math.ceil(plot.height() + NONE + 4);
        pen.curves(new Area(plot.x() - 2, plot.y() - 2, plot.width() + 4, end), curves);
        for (int axis = 0; axis < axes.size(); axis++) {
            draw(pen, axis);
        }
    }

    private double share(int run) {
        return axes.getLast().fractions()[run];
    }

    private Ink ink(int run) {
        return Double.isNaN(share(run)) ? Ink.of(Role.WARNING) : Ink.ofScale(share(run));
    }

    private Track track(int run) {
        Track track = new Track();
        track.moveTo(x(0), y(0, run));
        for (int axis = 1; axis < axes.size(); axis++) {
            track.lineTo(x(axis), y(axis, run));
        }
        return track;
    }

    private void draw(Pen pen, int axis) {
        Line line = axes.get(axis);
        double x = Math.floor(x(axis)) + 0.5;
        double room = plot.width() / (axes.size() - 1) - 8;
        if (axis == axes.size() - 1) {
            scale.draw(pen, new Area(x - BAR / 2 - 0.5, plot.y(), BAR, plot.height()), words);
            // Its name is long, and has nothing to its right.
            double end = Math.min(width - 4, x + pen.width(line.name(), FIGURE) / 2);
            pen.text(pen.cut(line.name(), end, FIGURE), end, plot.y() - 8, FIGURE);
        } else {
            pen.line(x, plot.y(), x, plot.bottom(), Styles.AXIS);
            pen.text(pen.cut(line.name(), room, NAME), x, plot.y() - 8, NAME);
        }
        if (IntStream.range(0, line.fractions().length).anyMatch(run -> Double.isNaN(line.fractions()[run]))) {
            pen.textWithHalo("–", x, plot.bottom() + NONE, Styles.FOOT, halo());
        }
        double free = Double.POSITIVE_INFINITY;
        double least =
                Math.min(TICK / 2, plot.height() / Math.max(1, line.ticks().size()));
        for (Tick tick : line.ticks()) {
            double y = plot.bottom() - tick.fraction() * plot.height();
            if (free - y >= Math.max(least, 14)) {
                pen.line(x - 4, Math.floor(y) + 0.5, x, Math.floor(y) + 0.5, Styles.AXIS);
                pen.textWithHalo(pen.cut(tick.words(), room / 2, Styles.BESIDE), x - 7, y, Styles.BESIDE, halo());
                free = y;
            }
        }
        Range range = ranges.get(axis);
        if (range != null) {
            double top = plot.bottom() - range.high() * plot.height();
            Area box = new Area(x - 7, top, 14, Math.max(2, (range.high() - range.low()) * plot.height()));
            pen.fillRectangle(box, new Ink(Role.ACCENT, 0.25));
            pen.rectangle(box, Styles.POINTED);
        }
    }

    private static Stroke halo() {
        return Styles.line(Ink.of(Role.BACKGROUND), 4);
    }

    /** Draws the axis that the keys are at. */
    public void drawFocus(Pen pen, int axis) {
        pen.rectangle(new Area(x(axis) - NEAR, plot.y() - 6, 2 * NEAR, plot.height() + 12), Styles.POINTED);
    }

    @Override
    public Spot at(double x, double y) {
        int left = (int) Math.clamp(Math.floor((x - plot.x()) / plot.width() * (axes.size() - 1)), 0, axes.size() - 2);
        double share = Math.clamp((x - x(left)) / (x(left + 1) - x(left)), 0, 1);
        int nearest = -1;
        double least = NEAR;
        for (int run : kept()) {
            double from = y(left, run);
            double to = y(left + 1, run);
            // To the line, not only straight down to it.
            double steep = (to - from) / (x(left + 1) - x(left));
            double away = Math.abs(from + share * (to - from) - y) / Math.hypot(1, steep);
            if (away < least) {
                least = away;
                nearest = run;
            }
        }
        return nearest < 0 || x < plot.x() - NEAR || x > plot.right() + NEAR ? null : Spot.of(nearest);
    }

    @Override
    public void emphasise(Pen pen, Spot spot) {
        pen.fillRectangle(
                new Area(plot.x() - 1, plot.y() - 1, plot.width() + 2, plot.height() + NONE + 4),
                new Ink(Role.BACKGROUND, VEIL));
        spot.runs().forEach(run -> pen.track(track(run), Styles.line(Ink.of(Role.BACKGROUND), 6)));
        spot.runs().forEach(run -> pen.track(track(run), Styles.line(ink(run), 3)));
        for (int axis = 0; axis < axes.size(); axis++) {
            draw(pen, axis);
        }
    }

    /** Down and up go through the runs that are kept, in the order of the figure. */
    @Override
    public Spot step(Spot from, int right, int down) {
        List<Integer> ordered = kept().stream()
                .sorted(Comparator.comparingDouble(run -> Double.isNaN(share(run)) ? 1 : -share(run)))
                .toList();
        if (ordered.isEmpty()) {
            return null;
        }
        int at = from == null || from.runs().isEmpty()
                ? -1
                : ordered.indexOf(from.runs().getFirst());
        return Spot.of(ordered.get(at < 0 ? 0 : Math.clamp(at + down, 0, ordered.size() - 1)));
    }

    private double x(int axis) {
        return plot.x() + axis * plot.width() / (axes.size() - 1);
    }

    private double y(int axis, int run) {
        double fraction = axes.get(axis).fractions()[run];
        return Double.isNaN(fraction) ? plot.bottom() + NONE : plot.bottom() - fraction * plot.height();
    }
}
