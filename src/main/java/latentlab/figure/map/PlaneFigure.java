package latentlab.figure.map;

import java.util.BitSet;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import latentlab.figure.Pen;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapProjection;
import latentlab.map.MapZoom;

/**
 * A map as a picture by itself: a dot for each image in the colour of its class, the names of the classes among them,
 * and a frame with numbers where the axes are units; as the window shows it.
 *
 * @param width in points
 * @param height in points
 * @param name of a class
 * @param number how numbers of the axes are written
 * @param axes what lies along them
 */
public record PlaneFigure(
        MapPoints points,
        double width,
        double height,
        IntFunction<String> name,
        DoubleFunction<String> number,
        AxisNames axes) {
    /** Of the distance between dots if they were spread evenly. */
    private static final double RADIUS = 0.21;

    private static final double LEAST_RADIUS = 0.6;
    private static final double MOST_RADIUS = 3.5;

    public void draw(Pen pen) {
        double gutter = points.kind() == Kind.STRIP ? MapLabels.gutter(pen, points, name) : 0;
        MapProjection projection = new MapProjection(points, width, height, gutter, MapZoom.WHOLE);
        if (points.frame() != null) {
            MapFrame.draw(pen, projection, number, 0);
        }
        int[] mapped = points.mapped();
        double radius =
                Math.clamp(RADIUS * Math.sqrt(width * height / Math.max(1, mapped.length)), LEAST_RADIUS, MOST_RADIUS);
        Dots dots = new Dots(pen, width, height, radius);
        for (int image : mapped) {
            dots.dot(
                    projection.x(image),
                    projection.y(image),
                    points.run().dataset().test().label(image));
            dots.count(projection.x(image), projection.y(image));
        }
        if (points.kind() != Kind.STRIP) {
            dots.lines(0, 0);
        }
        axes.draw(pen, projection);
        MapLabels.of(pen, projection, new BitSet(), name).draw(pen);
    }
}
