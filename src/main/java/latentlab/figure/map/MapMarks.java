package latentlab.figure.map;

import latentlab.figure.Area;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.Track;

/**
 * What is put on the map to mark a point: a ring for the one pointed at, a square for the one chosen, a cross for a
 * place, a star for a drawing. Places and lengths are in points.
 */
public final class MapMarks {
    private static final double ARM = 8;
    private static final Stroke OUTLINE = Stroke.of(Ink.of(Role.TEXT), 2);
    private static final Stroke THREAD = Stroke.of(Ink.of(Role.TEXT), 1);
    private static final Stroke EDGE = Stroke.of(Ink.of(Role.BACKGROUND), 2);
    private static final Stroke CROSS = Stroke.of(Ink.of(Role.ACCENT), 3);
    private static final Stroke BEHIND_CROSS = Stroke.of(Ink.of(Role.BACKGROUND), 6);

    private MapMarks() {}

    public static void ring(Pen pen, double x, double y, double radius) {
        pen.ellipse(around(x, y, radius), OUTLINE);
    }

    /** @param half of its side */
    public static void square(Pen pen, double x, double y, double half) {
        pen.rectangle(around(x, y, half), OUTLINE);
    }

    private static Area around(double x, double y, double half) {
        return new Area(x - half, y - half, 2 * half, 2 * half);
    }

    /** From a point to one that it belongs to. */
    public static void thread(Pen pen, double fromX, double fromY, double toX, double toY) {
        pen.line(fromX, fromY, toX, toY, THREAD);
    }

    public static void star(Pen pen, double x, double y) {
        Track star = new Track();
        // Its first edge once more at the end, for a corner like the others.
        for (int i = 0; i <= 11; i++) {
            double radius = i % 2 == 0 ? 1.6 * ARM : 0.7 * ARM;
            double toX = x + radius * Math.sin(i * Math.PI / 5);
            double toY = y - radius * Math.cos(i * Math.PI / 5);
            if (i == 0) {
                star.moveTo(toX, toY);
            } else {
                star.lineTo(toX, toY);
            }
        }
        pen.fillTrack(star, Ink.of(Role.ACCENT));
        pen.track(star, EDGE);
    }

    public static void cross(Pen pen, double x, double y) {
        for (Stroke stroke : new Stroke[] {BEHIND_CROSS, CROSS}) {
            pen.line(x - ARM, y, x + ARM, y, stroke);
            pen.line(x, y - ARM, x, y + ARM, stroke);
        }
    }
}
