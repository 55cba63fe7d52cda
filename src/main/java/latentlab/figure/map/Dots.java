package latentlab.figure.map;

import latentlab.figure.Area;
import latentlab.figure.ClassPalette;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.Track;
import latentlab.map.PointDensity;

/**
 * The dots of a map on white paper as the window paints them: with an edge where a colour is hard to see on it, and
 * with lines round places where they lie deep on one another.
 */
final class Dots {
    private static final int PAPER = 0xFFFFFF;
    private static final double EDGE = 0.5;
    private static final Stroke DENSITY =
            new Stroke(new Ink(Role.TEXT, PointDensity.OPACITY), 0.8, Stroke.Ends.ROUND, 0, 0);

    private final Pen pen;
    private final double radius;
    private final PointDensity density = new PointDensity();

    /**
     * @param width of the map, in points
     * @param height of the map, in points
     * @param radius of the dots
     */
    Dots(Pen pen, double width, double height, double radius) {
        this.pen = pen;
        this.radius = radius;
        density.begin(width, height, PointDensity.CELL, radius);
    }

    /** @param label of its class, or -1 */
    void dot(double x, double y, int label) {
        pen.fillEllipse(
                new Area(x - radius, y - radius, 2 * radius, 2 * radius), Ink.ofClass(label, ClassPalette.OPACITY));
        double text = label < 0 ? 0 : ClassPalette.textInEdge(ClassPalette.of(label), PAPER);
        if (text > 0) {
            double edge = Math.min(EDGE, radius / 2);
            double middle = radius - edge / 2;
            pen.ellipse(
                    new Area(x - middle, y - middle, 2 * middle, 2 * middle),
                    Stroke.of(new Ink(Role.TEXT, text * ClassPalette.OPACITY), edge));
        }
    }

    /** Counts a dot for the lines. @param x from the left end of the map @param y from its upper end */
    void count(double x, double y) {
        density.add(x, y);
    }

    /** @param left where the map begins @param top likewise */
    void lines(double left, double top) {
        density.blur();
        Track track = new Track();
        boolean[] any = {false};
        density.lines((fromX, fromY, toX, toY) -> {
            track.moveTo(left + fromX, top + fromY);
            track.lineTo(left + toX, top + toY);
            any[0] = true;
        });
        if (any[0]) {
            pen.track(track, DENSITY);
        }
    }
}
