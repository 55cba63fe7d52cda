package latentlab.figure.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import latentlab.comparison.Axis;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.SeedGroup;
import latentlab.figure.Area;
import latentlab.figure.AxisScale;
import latentlab.figure.Ink;
import latentlab.figure.LeftOut;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TickWords;
import latentlab.figure.Track;

/**
 * The validation losses of several runs in one coordinate system. Runs that differ in the seed alone have one colour;
 * by epoch, their mean is drawn over what they span. The legend says only in what runs differ.
 */
public final class OverlayFigure implements RunsFigure {
    private static final double LEFT = 70;
    private static final double PLOT_HEIGHT = 380;
    /** Rows of a legend that makes room for itself; how many more there are is at its end. */
    private static final int MOST_ROWS = 200;

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
    private Area plot = new Area(LEFT, Styles.TOP, 1, 1);

    private final Legend legend;

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
     * A figure of a given size; names in the legend are broken or cut to their room, and how many more there are is at
     * its end.
     *
     * @param width in points
     * @param height in points; 0 for as much as the legend needs
     */
    public OverlayFigure(
            Comparison comparison, Axis axis, double width, double height, TickWords words, String title, String foot) {
        groups = groups(comparison, axis);
        this.width = width;
        fixed = height > 0;
        this.height = fixed
                ? height
                : Math.max(PLOT_HEIGHT, Math.min(groups.size(), MOST_ROWS) * Legend.ROW) + Styles.TOP + Styles.BOTTOM;
        legend = new Legend(groups.stream().map(Group::name).toList(), fixed);
        plotHeight = fixed ? Math.max(1, Math.floor(height - Styles.TOP - Styles.BOTTOM)) : PLOT_HEIGHT;
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
            curves.put(run, new Curve(curves.size(), run.places(axis), comparison.ownLosses(run)));
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
     * As far as trained models come to: the untrained ones' losses, several times as high, run out of the plot, and are
     * said. Theirs too where nothing was trained.
     */
    private static AxisScale lossScale(Comparison comparison) {
        boolean trained = comparison.runs().stream().anyMatch(run -> run.epochs() > 0);
        double[] losses = comparison.runs().stream()
                .flatMapToDouble(run -> Arrays.stream(run.losses()).skip(trained ? 1 : 0))
                .filter(Double::isFinite)
                .toArray();
        double low = DoubleStream.of(losses).min().orElse(Double.NaN);
        double high = DoubleStream.of(losses).max().orElse(Double.NaN);
        return AxisScale.around(low, high, low > 0 && high > ValueScale.WIDE * low);
    }

    @Override
    public void draw(Pen pen) {
        double room = legend.room(pen, width);
        // Whole points: a canvas takes several times as long to draw within a part of a pixel.
        plot = new Area(LEFT, Styles.TOP, Math.max(1, Math.floor(width - LEFT - room - Legend.BESIDE)), plotHeight);
        drawAxes(pen);
        pen.within(plot, () -> {
            List<Pen.Curve> curves = new ArrayList<>();
            for (int colour = 0; colour < groups.size(); colour++) {
                drawBand(pen, groups.get(colour), colour);
                addCurves(curves, groups.get(colour), colour);
            }
            pen.curves(plot, curves);
            for (int colour = 0; colour < groups.size(); colour++) {
                for (Curve curve : groups.get(colour).curves()) {
                    drawAlone(pen, curve.places(), curve.losses(), Ink.ofLine(colour, 1));
                }
            }
        });
        LeftOut untrained = LeftOut.of(
                losses,
                groups.stream().flatMap(group -> group.curves().stream()).mapToDouble(curve -> curve.losses()[0]));
        if (!untrained.none()) {
            untrained.draw(pen, plot, x(0));
            tell(pen, words.untrained(untrained.least(), untrained.most()));
        }
        legend.draw(pen, plot.right(), height - Styles.TOP - Styles.BOTTOM, room);
    }

    /** Where the title leaves room. */
    private void tell(Pen pen, String said) {
        if (pen.width(title, Styles.TITLE) + Styles.GAP + pen.width(said, Styles.AT_END) <= plot.width()) {
            pen.text(said, plot.right(), Styles.TOP - 8, Styles.AT_END);
        }
    }

    @Override
    public int colour(int run) {
        for (int colour = 0; colour < groups.size(); colour++) {
            if (groups.get(colour).curves().stream().anyMatch(curve -> curve.run() == run)) {
                return colour;
            }
        }
        throw new IndexOutOfBoundsException(run);
    }

    /** @return the nearest run, and its nearest epoch that has a loss; all runs of a name in the legend */
    @Override
    public Spot at(double x, double y) {
        int named = legend.at(x, y);
        if (named >= 0) {
            return new Spot(groups.get(named).curves().stream().map(Curve::run).toList(), -1);
        }
        Spot nearest = null;
        double least = NEAR;
        for (Group group : groups) {
            for (Curve curve : group.curves()) {
                int end = firstAfter(curve, x + NEAR);
                for (int i = firstAfter(curve, x - NEAR); i <= end; i++) {
                    double away = away(curve, i, x, y);
                    if (away < least) {
                        least = away;
                        nearest = new Spot(List.of(curve.run()), nearer(curve, i, x));
                    }
                }
            }
        }
        return nearest;
    }

    /** @return the first epoch that lies to the right of a place, else the last: what is before cannot be near it */
    private int firstAfter(Curve curve, double x) {
        int low = 0;
        int high = curve.places().length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x(curve.places()[middle]) > x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
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

    /** Draws a run over the others, which fade, with its epoch marked. */
    @Override
    public void emphasise(Pen pen, Spot spot) {
        pen.within(plot, () -> {
            pen.fillRectangle(plot, new Ink(Role.BACKGROUND, VEIL));
            for (int run : spot.runs()) {
                Ink ink = Ink.ofLine(colour(run), 1);
                Curve curve = curve(run);
                pen.track(track(curve.places(), curve.losses()), Styles.line(ink, 3));
                drawAlone(pen, curve.places(), curve.losses(), ink);
                if (spot.detail() >= 0) {
                    dot(pen, x(curve.places()[spot.detail()]), y(curve.losses()[spot.detail()]), 5, ink);
                }
            }
        });
    }

    private Curve curve(int run) {
        return groups.get(colour(run)).curves().stream()
                .filter(curve -> curve.run() == run)
                .findFirst()
                .orElseThrow();
    }

    /** To the right is the next epoch that has a loss, below is the next run of the comparison. */
    @Override
    public Spot step(Spot from, int right, int down) {
        int runs = groups.stream().mapToInt(group -> group.curves().size()).sum();
        int run = from == null ? 0 : Math.clamp(from.runs().getFirst() + down, 0, runs - 1);
        double[] drawn = curve(run).losses();
        int start = from == null || from.detail() < 0 ? drawn.length - 1 : Math.min(from.detail(), drawn.length - 1);
        int way = right == 0 ? -1 : right;
        for (int epoch = start + right; epoch >= 0 && epoch < drawn.length; epoch += way) {
            if (!Double.isNaN(y(drawn[epoch]))) {
                return new Spot(List.of(run), epoch);
            }
        }
        return from == null || down != 0 ? Spot.of(run) : from;
    }

    private static void dot(Pen pen, double x, double y, double radius, Ink ink) {
        pen.fillEllipse(new Area(x - radius, y - radius, 2 * radius, 2 * radius), ink);
    }

    private void drawBand(Pen pen, Group group, int colour) {
        if (group.band() == null) {
            return;
        }
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
        pen.fillTrack(outline, Ink.ofLine(colour, 0.15));
    }

    private void addCurves(List<Pen.Curve> curves, Group group, int colour) {
        boolean banded = group.band() != null;
        double line = groups.size() > MANY ? 1.25 : 2;
        Stroke stroke = Styles.line(Ink.ofLine(colour, banded ? 0.4 : 1), banded ? 0.75 : line);
        for (Curve curve : group.curves()) {
            curves.add(new Pen.Curve(track(curve.places(), curve.losses()), stroke));
        }
        if (banded) {
            double[] epochs = new double[group.band().mean().length];
            Arrays.setAll(epochs, epoch -> epoch);
            curves.add(new Pen.Curve(track(epochs, group.band().mean()), Styles.line(Ink.ofLine(colour, 1), 2.5)));
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

    private Track track(double[] places, double[] losses) {
        Track track = new Track();
        boolean drawing = false;
        for (int i = 0; i < places.length; i++) {
            drawing = !Double.isNaN(y(losses[i])) && extend(track, drawing, places[i], losses[i]);
        }
        return track;
    }

    /** A point without a neighbour has no line to be seen by. */
    private void drawAlone(Pen pen, double[] places, double[] losses, Ink ink) {
        int[] points = IntStream.range(0, losses.length)
                .filter(i -> !Double.isNaN(y(losses[i])))
                .toArray();
        if (points.length == 1) {
            dot(pen, x(places[points[0]]), y(losses[points[0]]), 3, ink);
        }
    }

    private void drawAxes(Pen pen) {
        List<Double> lossTicks = losses.ticks((int) (plot.height() / 56));
        for (double tick : lossTicks) {
            double y = Math.floor(y(tick)) + 0.5;
            pen.line(plot.x(), y, plot.right(), y, Styles.GRID);
            pen.text(words.loss(tick, lossTicks), plot.x() - 6, y, Styles.BESIDE);
        }
        int wanted = (int) (plot.width() / 80);
        List<Double> ticks = seconds ? across.ticks(wanted) : across.wholeTicks(wanted);
        for (double tick : ticks) {
            double x = Math.floor(x(tick)) + 0.5;
            pen.line(x, plot.bottom(), x, plot.bottom() + 4, Styles.AXIS);
            pen.text(seconds ? words.loss(tick, ticks) : words.epoch(tick), x, plot.bottom() + 5, Styles.BELOW);
        }
        pen.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), Styles.AXIS);
        pen.text(title, plot.x(), Styles.TOP - 8, Styles.TITLE);
        pen.text(foot, plot.centreX(), plot.bottom() + Styles.BOTTOM - 10, Styles.FOOT);
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
