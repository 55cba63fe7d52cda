package latentlab.figure.map;

import java.util.List;
import java.util.function.DoubleFunction;
import latentlab.figure.Area;
import latentlab.figure.AxisScale;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.map.MapArea;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapPoints.Range;
import latentlab.map.MapProjection;

/**
 * The axes of a map of units: the box around them, or what is in sight of it, with numbers. For a sigmoid code it
 * reaches from 0 to 1, so that a corner is seen to be one.
 */
public final class MapFrame {
    private static final TextStyle BELOW = TextStyle.of(11, Role.MUTED, Align.CENTER, Level.TOP);
    private static final TextStyle BESIDE = TextStyle.of(11, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final Stroke GRID = Stroke.of(Ink.of(Role.GRID), 1);
    private static final Stroke BOX = Stroke.of(Ink.of(Role.MUTED), 1);
    /** Room a number takes along its axis, in points. */
    private static final double TICK_ROOM = 90;

    private MapFrame() {}

    /**
     * @param projection of points that have a frame
     * @param number how numbers are written
     * @param taken how much of the lower edge, from the right, no number may lie in, in points
     */
    public static void draw(Pen pen, MapProjection projection, DoubleFunction<String> number, double taken) {
        MapPoints points = projection.points();
        Range y = points.frame().y();
        MapArea box = box(projection);
        double left = crisp(box.minX());
        double right = crisp(box.maxX());
        double top = crisp(box.minY());
        double bottom = crisp(box.maxY());
        Range seenX = new Range(projection.valueX(left), projection.valueX(right));
        Range seenY = new Range(projection.valueY(bottom), projection.valueY(top));
        for (double tick : ticks(seenX, right - left)) {
            double at = crisp(projection.placeX(tick));
            pen.line(at, top, at, bottom, GRID);
            String written = number.apply(tick);
            if (taken == 0 || at + pen.width(written, BELOW) / 2 <= projection.width() - taken) {
                pen.text(written, at, projection.height() - 14, BELOW);
            }
        }
        if (points.kind() == Kind.STRIP) {
            for (int band = 1; band < y.max(); band++) {
                double at = crisp(projection.placeY(band));
                if (at > top && at < bottom) {
                    pen.line(left, at, right, at, GRID);
                }
            }
        } else {
            for (double tick : ticks(seenY, bottom - top)) {
                double at = crisp(projection.placeY(tick));
                pen.line(left, at, right, at, GRID);
                pen.text(number.apply(tick), projection.leftMargin() - 6, at, BESIDE);
            }
        }
        pen.rectangle(new Area(left, top, right - left, bottom - top), BOX);
    }

    /** @return what is in sight of the box around the points; all that is in sight where there is none */
    public static MapArea box(MapProjection projection) {
        MapArea sight = projection.sight();
        if (projection.points().frame() == null) {
            return sight;
        }
        Range x = projection.points().frame().x();
        Range y = projection.points().frame().y();
        double left = Math.max(sight.minX(), projection.placeX(x.min()));
        double top = Math.max(sight.minY(), projection.placeY(y.max()));
        double right = Math.min(sight.maxX(), projection.placeX(x.max()));
        double bottom = Math.min(sight.maxY(), projection.placeY(y.min()));
        return new MapArea(left, top, right - left, bottom - top);
    }

    private static List<Double> ticks(Range range, double length) {
        return new AxisScale(range.min(), range.max(), false).ticks(Math.max(2, (int) (length / TICK_ROOM)));
    }

    /** A line one point wide is sharp between two pixels' edges. */
    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
