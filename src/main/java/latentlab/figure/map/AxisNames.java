package latentlab.figure.map;

import java.util.function.IntFunction;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.map.MapArea;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Axes;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapProjection;

/**
 * Says which unit or which principal component lies along each axis, within the ends of the axes: the points would hide
 * it below them. A t-SNE or UMAP has no such axes.
 *
 * @param unit name of a unit, from 0
 * @param component name of a principal component, from 0
 */
public record AxisNames(IntFunction<String> unit, IntFunction<String> component) {
    private static final TextStyle ALONG = TextStyle.of(11, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle UPWARDS = TextStyle.of(11, Role.MUTED, Align.LEFT, Level.MIDDLE);
    private static final Stroke HALO = Stroke.of(Ink.of(Role.BACKGROUND), 3);
    private static final double GAP = 6;
    private static final double HALF_LINE = 10;

    public void draw(Pen pen, MapProjection projection) {
        draw(pen, projection, GAP);
    }

    /** @param aside width at the right of a map without a frame that is taken by something else */
    public void draw(Pen pen, MapProjection projection, double aside) {
        MapPoints points = projection.points();
        MapArea box = MapFrame.box(projection);
        Axes axes = points.axes();
        if (axes.x() != Axes.NOTHING) {
            double taken = points.frame() == null ? aside - GAP : 0;
            across(pen, name(points, axes.x()), box.maxX() - taken, box.maxY());
        }
        if (axes.y() != Axes.NOTHING) {
            upwards(pen, name(points, axes.y()), box.minX(), box.minY());
        }
    }

    /** At the lower right end of the axes. */
    static void across(Pen pen, String name, double right, double bottom) {
        pen.textWithHalo("x: " + name, right - GAP, bottom - HALF_LINE, ALONG, HALO);
    }

    /** At the upper left end of the axes. */
    static void upwards(Pen pen, String name, double left, double top) {
        pen.textWithHalo("y: " + name, left + GAP, top + HALF_LINE, UPWARDS, HALO);
    }

    private String name(MapPoints points, int index) {
        return points.kind() == Kind.PRINCIPAL ? component.apply(index) : unit.apply(index);
    }
}
