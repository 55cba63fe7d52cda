package latentlab.figure.map;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleFunction;
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
 * @param remark why there is so little to see; empty for nothing
 */
public record PlaneFigure(
        MapPoints points,
        double width,
        double height,
        IntFunction<String> name,
        DoubleFunction<String> number,
        AxisNames axes,
        String remark) {
    /** Of the distance between dots if they were spread evenly. */
    private static final double RADIUS = 0.21;

    private static final double LEAST_RADIUS = 0.6;
    private static final double MOST_RADIUS = 3.5;

    private static final TextStyle REMARK = TextStyle.of(12, Role.TEXT, Align.CENTER, Level.MIDDLE);
    private static final Stroke HALO = Stroke.of(Ink.of(Role.BACKGROUND), 3);
    private static final double LINE = 16;
    /** Left free at either side of it. */
    private static final double ASIDE = 8;
    /** From the middle of its last line to the lower end of the axes, which have their names there. */
    private static final double BELOW = 34;

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
        if (!remark.isEmpty()) {
            drawRemark(pen, MapFrame.box(projection));
        }
    }

    /** Above the lower end of the axes: one spot is in the middle or in a corner. */
    private void drawRemark(Pen pen, MapArea box) {
        double room = box.maxX() - box.minX() - 2 * ASIDE;
        List<String> lines = new ArrayList<>();
        BreakIterator ends = BreakIterator.getLineInstance();
        ends.setText(remark);
        int from = 0;
        for (int end = ends.next(), last = 0; end != BreakIterator.DONE; last = end, end = ends.next()) {
            if (last > from && pen.width(remark.substring(from, end).strip(), REMARK) > room) {
                lines.add(remark.substring(from, last).strip());
                from = last;
            }
        }
        lines.add(remark.substring(from).strip());
        double y = box.maxY() - BELOW - (lines.size() - 1) * LINE;
        for (String line : lines) {
            pen.textWithHalo(line, (box.minX() + box.maxX()) / 2, y, REMARK, HALO);
            y += LINE;
        }
    }
}
