package latentlab.view.latent.paint;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.figure.AxisScale;
import latentlab.figure.Role;
import latentlab.map.MapArea;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapPoints.Range;
import latentlab.map.MapProjection;
import latentlab.view.ThemeColours;

/**
 * The box around units, or what is in sight of it: from 0 to 1 for a sigmoid code, so that a corner is seen to be one.
 */
final class MapFrame {
    private static final Font SMALL = Font.font(11);
    /** Room a number takes along its axis. */
    private static final double TICK_ROOM = 90;

    private MapFrame() {}

    /** @param number how numbers are written */
    static void paint(
            GraphicsContext graphics, ThemeColours colours, MapProjection projection, DoubleFunction<String> number) {
        MapPoints points = projection.points();
        Range x = points.frame().x();
        Range y = points.frame().y();
        MapArea sight = projection.sight();
        double left = crisp(Math.max(sight.minX(), projection.placeX(x.min())));
        double right = crisp(Math.min(sight.maxX(), projection.placeX(x.max())));
        double top = crisp(Math.max(sight.minY(), projection.placeY(y.max())));
        double bottom = crisp(Math.min(sight.maxY(), projection.placeY(y.min())));
        Range seenX = new Range(projection.valueX(left), projection.valueX(right));
        Range seenY = new Range(projection.valueY(bottom), projection.valueY(top));
        graphics.setFont(SMALL);
        graphics.setLineWidth(1);
        graphics.setStroke(colours.get(Role.GRID));
        graphics.setFill(colours.get(Role.MUTED));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.TOP);
        for (double tick : ticks(seenX, right - left)) {
            double at = crisp(projection.placeX(tick));
            graphics.strokeLine(at, top, at, bottom);
            graphics.fillText(number.apply(tick), at, projection.height() - 14);
        }
        if (points.kind() == Kind.STRIP) {
            for (int band = 1; band < y.max(); band++) {
                double at = crisp(projection.placeY(band));
                if (at > top && at < bottom) {
                    graphics.strokeLine(left, at, right, at);
                }
            }
        } else {
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.setTextBaseline(VPos.CENTER);
            for (double tick : ticks(seenY, bottom - top)) {
                double at = crisp(projection.placeY(tick));
                graphics.strokeLine(left, at, right, at);
                graphics.fillText(number.apply(tick), projection.leftMargin() - 6, at);
            }
        }
        graphics.setStroke(colours.get(Role.MUTED));
        graphics.strokeRect(left, top, right - left, bottom - top);
    }

    private static List<Double> ticks(Range range, double length) {
        return new AxisScale(range.min(), range.max(), false).ticks(Math.max(2, (int) (length / TICK_ROOM)));
    }

    /** A one-pixel line is sharp between two pixels' edges. */
    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
