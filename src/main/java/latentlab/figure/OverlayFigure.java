package latentlab.figure;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import latentlab.comparison.Axis;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.SeedGroup;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/**
 * The validation losses of several runs in one coordinate system. Runs that differ in the seed alone have one colour;
 * by epoch, their mean is drawn over what they span. The legend says only in what runs differ.
 */
public final class OverlayFigure {
    private static final double LEFT = 70;
    private static final double TOP = 34;
    private static final double BOTTOM = 48;
    private static final double GAP = 20;
    private static final double PLOT_HEIGHT = 380;
    private static final double ROW = 18;
    /** Rows of a legend that makes room for itself; how many more there are is at its end. */
    private static final int MOST_ROWS = 200;

    private static final double SAMPLE = 18;
    /** What the legend takes beside its names. */
    private static final double BESIDE = GAP + SAMPLE + GAP / 2 + GAP;
    /** Wider legends are squeezed: runs are told apart by their colours, too. */
    private static final double MOST_LEGEND = 0.4;
    /** Values that span more than this ratio are drawn on a logarithmic scale. */
    private static final double WIDE = 20;

    private static final TextStyle TITLE = TextStyle.of(14, Role.TEXT, Align.LEFT, Level.BOTTOM);
    private static final TextStyle FOOT = TextStyle.of(11, Role.TEXT, Align.CENTER, Level.BOTTOM);
    private static final TextStyle LOSS_TICK = TextStyle.of(11, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle TICK = TextStyle.of(11, Role.MUTED, Align.CENTER, Level.TOP);
    private static final TextStyle NAME = TextStyle.of(12, Role.TEXT, Align.LEFT, Level.MIDDLE);

    /** In a figure of a given size, names are cut short rather than squeezed further. */
    private static final double SQUEEZED = 0.8;
    /** More colours than this have thinner lines. */
    private static final int MANY = 20;
    /** How far from a curve it is still pointed at, in points. */
    private static final double NEAR = 12;
    /** What the others fade by while one run is emphasised. */
    private static final double VEIL = 0.6;

    /**
     * @param run its place in the comparison
     * @param places on the lower axis, ascending; as many as losses, which are NaN where there is none
     */
    private record Curve(int run, double[] places, double[] losses) {}

    /**
     * What is pointed at.
     *
     * @param run its place in the comparison
     * @param epoch the nearest of its epochs that has a loss
     */
    public record Pointed(int run, int epoch) {}

    /**
     * Curves of one colour.
     *
     * @param name in the legend
     * @param curves of each run
     * @param band what they span; null for nothing
     */
    private record Group(String name, List<Curve> curves, SeedGroup.Band band) {}

    private final List<Group> groups;
    private final AxisScale across;
    private final AxisScale losses;
    private final boolean seconds;
    private final double width;
    private final double height;
    private final double plotHeight;
    /** Whether the size is given, so that the legend has to do with what there is. */
    private final boolean fixed;

    private final TickWords words;
    private final String title;
    private final String foot;
    /** Where the curves are drawn; known once the legend is measured. */
    private Area plot = new Area(LEFT, TOP, 1, 1);

    /**
     * A figure as high as its legend needs.
     *
     * @param width in points; {@link #height} follows from the legend
     * @param words how numbers are written
     * @param title what the losses are
     * @param foot what stands below the lower axis
     */
    public OverlayFigure(Comparison comparison, Axis axis, double width, TickWords words, String title, String foot) {
        this(comparison, axis, width, 0, words, title, foot);
    }

    /**
     * A figure of a given size; names in the legend are cut to their room, and how many more there are is at its end.
     *
     * @param width in points
     * @param height in points; 0 for as much as the legend needs
     */
    public OverlayFigure(
            Comparison comparison, Axis axis, double width, double height, TickWords words, String title, String foot) {
        groups = groups(comparison, axis);
        this.width = width;
        fixed = height > 0;
        this.height = fixed ? height : Math.max(PLOT_HEIGHT, Math.min(groups.size(), MOST_ROWS) * ROW) + TOP + BOTTOM;
        plotHeight = fixed ? Math.max(1, Math.floor(height - TOP - BOTTOM)) : PLOT_HEIGHT;
        this.words = words;
        this.title = title;
        this.foot = foot;
        seconds = axis == Axis.TIME;
        losses = lossScale(comparison);
        double last = comparison.runs().stream()
                .mapToDouble(run -> run.places(axis)[run.epochs()])
                .max()
                .orElse(0);
        double end = last > 0 ? last : 1;
        // With some air, so that both ends of a line are whole.
        across = new AxisScale(-0.01 * end, 1.01 * end, false);
    }

    private static List<Group> groups(Comparison comparison, Axis axis) {
        Map<ComparedRun, Curve> curves = new IdentityHashMap<>();
        for (ComparedRun run : comparison.runs()) {
            curves.put(run, new Curve(curves.size(), run.places(axis), run.losses()));
        }
        if (comparison.groups().size() == 1) {
            return comparison.runs().stream()
                    .map(run -> new Group(comparison.label(run), List.of(curves.get(run)), null))
                    .toList();
        }
        return comparison.groups().stream()
                .map(group -> new Group(
                        comparison.label(group),
                        group.runs().stream().map(curves::get).toList(),
                        group.runs().size() > 1 && axis == Axis.EPOCH ? group.band() : null))
                .toList();
    }

    /** In points. */
    public double height() {
        return height;
    }

    /**
     * As far as trained models come to: the untrained ones' losses, several times as high, run out of the plot. Theirs
     * too where nothing was trained.
     */
    private static AxisScale lossScale(Comparison comparison) {
        boolean trained = comparison.runs().stream().anyMatch(run -> run.epochs() > 0);
        double[] losses = comparison.runs().stream()
                .flatMapToDouble(run -> Arrays.stream(run.losses()).skip(trained ? 1 : 0))
                .filter(Double::isFinite)
                .toArray();
        double low = DoubleStream.of(losses).min().orElse(Double.NaN);
        double high = DoubleStream.of(losses).max().orElse(Double.NaN);
        return AxisScale.around(low, high, low > 0 && high > WIDE * low);
    }

    public void draw(Pen pen) {
        double names = groups.stream()
                .mapToDouble(group -> pen.width(group.name(), NAME))
                .max()
                .orElse(0);
        double room = Math.min(names, MOST_LEGEND * width);
        // Whole points: a canvas takes several times as long to draw within a part of a pixel.
        plot = new Area(LEFT, TOP, Math.max(1, Math.floor(width - LEFT - room - BESIDE)), plotHeight);
        drawAxes(pen);
        pen.within(plot, () -> {
            for (int colour = 0; colour < groups.size(); colour++) {
                draw(pen, groups.get(colour), colour);
            }
        });
        drawLegend(pen, room);
    }

    private void drawLegend(Pen pen, double room) {
        double x = plot.right() + GAP;
        int rows = (int) ((height - TOP - BOTTOM) / ROW);
        int shown = groups.size() <= rows ? groups.size() : Math.max(0, rows - 1);
        for (int colour = 0; colour < shown; colour++) {
            double y = TOP + (colour + 0.5) * ROW;
            pen.line(x, y, x + SAMPLE, y, new Stroke(Ink.ofClass(colour, 1), 3, Stroke.Ends.ROUND, 0, 0));
            String name = groups.get(colour).name();
            String written = fixed ? pen.cut(name, room / SQUEEZED, NAME) : name;
            pen.text(written, x + SAMPLE + GAP / 2, y, room, NAME);
        }
        if (shown < groups.size()) {
            String more = "+" + (groups.size() - shown);
            pen.text(more, x + SAMPLE + GAP / 2, TOP + (shown + 0.5) * ROW, room, NAME);
        }
    }

    /** @return the colour of a run's curve, as a number of a class */
    public int colour(int run) {
        for (int colour = 0; colour < groups.size(); colour++) {
            if (groups.get(colour).curves().stream().anyMatch(curve -> curve.run() == run)) {
                return colour;
            }
        }
        throw new IndexOutOfBoundsException(run);
    }

    /** @return what of the figure as it was drawn last is pointed at from a place; null for nothing */
    public Pointed at(double x, double y) {
        Pointed nearest = null;
        double least = NEAR;
        for (Group group : groups) {
            for (Curve curve : group.curves()) {
                for (int i = 0; i < curve.losses().length; i++) {
                    double away = away(curve, i, x, y);
                    if (away < least) {
                        least = away;
                        nearest = new Pointed(curve.run(), nearer(curve, i, x));
                    }
                }
            }
        }
        return nearest;
    }

    /** @return how far a place is from the line to a point from the one before; infinite for none */
    private double away(Curve curve, int to, double x, double y) {
        double toX = x(curve.places()[to]);
        double toY = y(curve.losses()[to]);
        if (Double.isNaN(toY)) {
            return Double.POSITIVE_INFINITY;
        }
        double fromX = to == 0 ? toX : x(curve.places()[to - 1]);
        double fromY = to == 0 ? toY : y(curve.losses()[to - 1]);
        double dx = Double.isNaN(fromY) ? 0 : toX - fromX;
        double dy = Double.isNaN(fromY) ? 0 : toY - fromY;
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.clamp(((toX - x) * dx + (toY - y) * dy) / length, 0, 1);
        return Math.hypot(toX - share * dx - x, toY - share * dy - y);
    }

    private int nearer(Curve curve, int to, double x) {
        return to > 0
                        && !Double.isNaN(y(curve.losses()[to - 1]))
                        && Math.abs(x(curve.places()[to - 1]) - x) < Math.abs(x(curve.places()[to]) - x)
                ? to - 1
                : to;
    }

    /**
     * Draws one run over the figure as it was drawn last, with the others faded.
     *
     * @param epoch to mark on its curve; -1 for none
     */
    public void emphasise(Pen pen, int run, int epoch) {
        int colour = colour(run);
        pen.within(plot, () -> {
            pen.fillRectangle(plot, new Ink(Role.BACKGROUND, VEIL));
            for (Curve curve : groups.get(colour).curves()) {
                if (curve.run() == run) {
                    draw(pen, curve.places(), curve.losses(), Ink.ofClass(colour, 1), 3);
                    if (epoch >= 0) {
                        dot(pen, x(curve.places()[epoch]), y(curve.losses()[epoch]), 5, Ink.ofClass(colour, 1));
                    }
                }
            }
        });
    }

    private static void dot(Pen pen, double x, double y, double radius, Ink ink) {
        pen.fillEllipse(new Area(x - radius, y - radius, 2 * radius, 2 * radius), ink);
    }

    private void draw(Pen pen, Group group, int colour) {
        boolean banded = group.band() != null;
        if (banded) {
            Track outline = new Track();
            boolean begun = false;
            double[] low = group.band().low();
            double[] high = group.band().high();
            for (int epoch = 0; epoch < low.length; epoch++) {
                begun = extend(outline, begun, epoch, low[epoch]);
            }
            for (int epoch = high.length - 1; epoch >= 0; epoch--) {
                begun = extend(outline, begun, epoch, high[epoch]);
            }
            pen.fillTrack(outline, Ink.ofClass(colour, 0.15));
        }
        double line = groups.size() > MANY ? 1.25 : 2;
        for (Curve curve : group.curves()) {
            draw(pen, curve.places(), curve.losses(), Ink.ofClass(colour, banded ? 0.4 : 1), banded ? 0.75 : line);
        }
        if (banded) {
            double[] epochs = new double[group.band().mean().length];
            Arrays.setAll(epochs, epoch -> epoch);
            draw(pen, epochs, group.band().mean(), Ink.ofClass(colour, 1), 2.5);
        }
    }

    private boolean extend(Track track, boolean begun, double place, double loss) {
        double y = y(loss);
        if (Double.isNaN(y)) {
            return begun;
        }
        if (begun) {
            track.lineTo(x(place), y);
        } else {
            track.moveTo(x(place), y);
        }
        return true;
    }

    private void draw(Pen pen, double[] places, double[] losses, Ink ink, double width) {
        Track track = new Track();
        boolean drawing = false;
        int points = 0;
        int last = 0;
        for (int i = 0; i < places.length; i++) {
            boolean gap = Double.isNaN(y(losses[i]));
            drawing = !gap && extend(track, drawing, places[i], losses[i]);
            points += gap ? 0 : 1;
            last = gap ? last : i;
        }
        pen.track(track, new Stroke(ink, width, Stroke.Ends.ROUND, 0, 0));
        if (points == 1) {
            // A point without a neighbour has no line to be seen by.
            dot(pen, x(places[last]), y(losses[last]), 3, ink);
        }
    }

    private void drawAxes(Pen pen) {
        Stroke grid = Stroke.of(Ink.of(Role.GRID), 1);
        Stroke axis = Stroke.of(new Ink(Role.MUTED, 0.66), 1);
        List<Double> lossTicks = losses.ticks((int) (plot.height() / 56));
        for (double tick : lossTicks) {
            double y = Math.floor(y(tick)) + 0.5;
            pen.line(plot.x(), y, plot.right(), y, grid);
            pen.text(words.loss(tick, lossTicks), plot.x() - 6, y, LOSS_TICK);
        }
        int wanted = (int) (plot.width() / 80);
        List<Double> ticks = seconds ? across.ticks(wanted) : across.wholeTicks(wanted);
        for (double tick : ticks) {
            double x = Math.floor(x(tick)) + 0.5;
            pen.line(x, plot.bottom(), x, plot.bottom() + 4, axis);
            pen.text(seconds ? words.loss(tick, ticks) : words.epoch(tick), x, plot.bottom() + 5, TICK);
        }
        pen.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), axis);
        pen.text(title, plot.x(), TOP - 8, TITLE);
        pen.text(foot, plot.centreX(), plot.bottom() + BOTTOM - 10, FOOT);
    }

    private double x(double place) {
        return plot.x() + across.fraction(place) * plot.width();
    }

    /** @return NaN where there is no such loss on the axis */
    private double y(double loss) {
        double y = plot.bottom() - losses.fraction(loss) * plot.height();
        return Double.isFinite(y) ? y : Double.NaN;
    }
}
