package latentlab.figure.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import latentlab.comparison.Comparison;
import latentlab.comparison.Dimension;
import latentlab.comparison.KeyFigure;
import latentlab.comparison.Picture;
import latentlab.comparison.Series;
import latentlab.comparison.Spread;
import latentlab.figure.Area;
import latentlab.figure.AxisScale;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Track;

/**
 * A figure against one setting: a point for each run, and over the runs that differ in their seeds alone the mean, as a
 * line, and the range. Runs that differ in more than that have other colours. Those without a value are crosses at the
 * top.
 */
public final class AgainstFigure implements RunsFigure {
    private static final double LEFT = 70;
    private static final double NEAR = 12;
    private static final double RADIUS = 3.5;
    /** More runs than this have smaller points. */
    private static final int MANY = 300;

    private static final double VEIL = 0.6;

    /**
     * A run's place.
     *
     * @param place of its value among those of the setting
     * @param colour of its series, as a number of a class
     */
    private record Point(int run, int place, int colour, double value) {}

    private final KeyFigure figure;
    private final Dimension across;
    private final List<Series> series;
    /** From left to right, and from above. */
    private final List<Point> points = new ArrayList<>();

    private final AxisScale places;
    private final AxisScale values;
    private final Legend legend;
    private final double width;
    private final double height;
    private final RunsWords words;
    /** Known once the legend is measured. */
    private Area plot = new Area(0, 0, 1, 1);

    /**
     * @param picture of this kind, of a setting of this comparison
     * @param width in points
     * @param height in points
     */
    public AgainstFigure(Comparison comparison, Picture picture, double width, double height, RunsWords words) {
        figure = picture.figure();
        across = picture.across();
        this.width = width;
        this.height = height;
        this.words = words;
        series = comparison.series(figure, across);
        for (int colour = 0; colour < series.size(); colour++) {
            for (Series.Point each : series.get(colour).points()) {
                for (int run : each.spread().runs()) {
                    points.add(new Point(run, each.place(), colour, comparison.value(figure, run)));
                }
            }
        }
        points.sort(Comparator.comparingInt(Point::place).thenComparing(Point::value, Comparator.reverseOrder()));
        double low = values().min().orElse(Double.NaN);
        double high = values().max().orElse(Double.NaN);
        values = AxisScale.around(low, high, low > 0 && high > ValueScale.WIDE * low);
        places = across.numeric()
                ? AxisScale.around(
                        across.numbers()[0], across.numbers()[across.numbers().length - 1], across.logarithmic())
                : new AxisScale(-0.5, across.values().size() - 0.5, false);
        legend = new Legend(
                series.size() == 1
                        ? List.of()
                        : series.stream().map(Series::name).toList(),
                true);
    }

    private DoubleStream values() {
        return points.stream().mapToDouble(Point::value).filter(Double::isFinite);
    }

    @Override
    public void draw(Pen pen) {
        double room = legend.room(pen, width);
        double right = legend.empty() ? Styles.GAP : room + Legend.BESIDE;
        plot = new Area(
                LEFT,
                Styles.TOP,
                Math.max(1, Math.floor(width - LEFT - right)),
                Math.max(1, Math.floor(height - Styles.TOP - Styles.BOTTOM)));
        drawAxes(pen);
        for (int colour = 0; colour < series.size(); colour++) {
            drawMeans(pen, series.get(colour), colour);
        }
        points.forEach(point -> draw(pen, point, points.size() > MANY ? 2 : RADIUS, 0.6));
        if (!legend.empty()) {
            legend.draw(pen, plot.right(), plot.height(), room);
        }
    }

    private void drawAxes(Pen pen) {
        for (double tick : values.ticks(Math.max(1, (int) (plot.height() / 56)))) {
            double y = Math.floor(y(tick)) + 0.5;
            pen.line(plot.x(), y, plot.right(), y, Styles.GRID);
            pen.text(words.tick(figure, tick), plot.x() - 6, y, LEFT - 8, Styles.BESIDE);
        }
        double free = Double.NEGATIVE_INFINITY;
        for (int place = 0; place < across.values().size(); place++) {
            double x = Math.floor(x(place)) + 0.5;
            pen.line(x, plot.bottom(), x, plot.bottom() + 4, Styles.AXIS);
            // Values that stand close together are left out between others, words cut short.
            double room = across.numeric()
                    ? Double.POSITIVE_INFINITY
                    : plot.width() / across.values().size() - 6;
            String name = pen.cut(across.values().get(place), room, Styles.BELOW);
            double half = pen.width(name, Styles.BELOW) / 2;
            if (x - half > free) {
                pen.text(name, x, plot.bottom() + 5, Styles.BELOW);
                free = x + half + 4;
            }
        }
        pen.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), Styles.AXIS);
        pen.text(words.title(figure), plot.x(), Styles.TOP - 8, Styles.TITLE);
        pen.text(across.name(), plot.centreX(), plot.bottom() + Styles.BOTTOM - 10, Styles.FOOT);
    }

    private void drawMeans(Pen pen, Series drawn, int colour) {
        Ink ink = Ink.ofLine(colour, 1);
        Track means = new Track();
        boolean begun = false;
        for (Series.Point point : drawn.points()) {
            Spread spread = point.spread();
            if (spread.counted() == 0) {
                continue;
            }
            double x = x(point.place());
            double y = y(spread.mean());
            if (begun) {
                means.lineTo(x, y);
            } else {
                means.moveTo(x, y);
            }
            begun = true;
            if (spread.counted() > 1) {
                pen.line(x, y(spread.low()), x, y(spread.high()), Styles.line(Ink.ofLine(colour, 0.35), 5));
                pen.line(x - 5, y, x + 5, y, Styles.line(ink, 2));
            }
        }
        pen.track(means, Styles.line(ink, 2));
    }

    private void draw(Pen pen, Point point, double radius, double opacity) {
        double x = x(point.place());
        double y = y(point.value());
        Ink ink = Ink.ofLine(point.colour(), opacity);
        if (Double.isFinite(point.value())) {
            pen.fillEllipse(new Area(x - radius, y - radius, 2 * radius, 2 * radius), ink);
        } else {
            pen.line(x - radius, y - radius, x + radius, y + radius, Styles.line(ink, 1.5));
            pen.line(x - radius, y + radius, x + radius, y - radius, Styles.line(ink, 1.5));
        }
    }

    @Override
    public int colour(int run) {
        return points.stream()
                .filter(point -> point.run() == run)
                .mapToInt(Point::colour)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public Spot at(double x, double y) {
        int named = legend.at(x, y);
        if (named >= 0) {
            return new Spot(
                    points.stream()
                            .filter(point -> point.colour() == named)
                            .map(Point::run)
                            .toList(),
                    -1);
        }
        return points.stream()
                .filter(point -> away(point, x, y) < NEAR)
                .min(Comparator.comparingDouble(point -> away(point, x, y)))
                .map(point -> Spot.of(point.run()))
                .orElse(null);
    }

    private double away(Point point, double x, double y) {
        return Math.hypot(x(point.place()) - x, y(point.value()) - y);
    }

    @Override
    public void emphasise(Pen pen, Spot spot) {
        pen.fillRectangle(plot, new Ink(Role.BACKGROUND, VEIL));
        for (Point point : points) {
            if (spot.runs().contains(point.run())) {
                draw(pen, point, RADIUS + 2, 1);
            }
        }
    }

    /** To the right and left is the next value of the setting, below and above is the next run of the same. */
    @Override
    public Spot step(Spot from, int right, int down) {
        if (points.isEmpty()) {
            return null;
        }
        int at = from == null
                ? -1
                : IntStream.range(0, points.size())
                        .filter(i -> points.get(i).run() == from.runs().getFirst())
                        .findFirst()
                        .orElse(-1);
        if (at < 0) {
            return Spot.of(points.getFirst().run());
        }
        Point here = points.get(at);
        if (down != 0) {
            int next = Math.clamp(at + down, 0, points.size() - 1);
            return Spot.of((points.get(next).place() == here.place() ? points.get(next) : here).run());
        }
        return points.stream()
                .filter(point -> right * (point.place() - here.place()) > 0)
                .min(Comparator.<Point>comparingInt(point -> Math.abs(point.place() - here.place()))
                        .thenComparingDouble(point -> Math.abs(y(point.value()) - y(here.value()))))
                .map(point -> Spot.of(point.run()))
                .orElse(from);
    }

    private double x(int place) {
        return plot.x() + places.fraction(across.numeric() ? across.numbers()[place] : place) * plot.width();
    }

    /** Without a value it is at the top: such a run came to no good end. */
    private double y(double value) {
        double fraction = values.fraction(value);
        return Double.isFinite(fraction) ? plot.bottom() - fraction * plot.height() : plot.y() + RADIUS;
    }
}
