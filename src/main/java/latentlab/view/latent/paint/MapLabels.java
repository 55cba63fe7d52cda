package latentlab.view.latent.paint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import latentlab.figure.Role;
import latentlab.map.ClassMiddles.Middle;
import latentlab.map.ClassNames;
import latentlab.map.LabelPlaces;
import latentlab.map.LabelPlaces.Box;
import latentlab.map.MapArea;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapProjection;
import latentlab.view.ThemeColours;

/**
 * The second cue beside colour: each class' name at the middle of its points, or near it with a line to it; beside its
 * band in a strip.
 */
public final class MapLabels {
    /** Where a class' name is painted. */
    record Label(String name, double anchorX, double anchorY, Box place) {}

    private static final Font FONT = Font.font(null, FontWeight.BOLD, 16);
    private static final Font BAND_FONT = Font.font(null, FontWeight.BOLD, 12);
    private static final double BAND_HEIGHT = 14;
    private static final double MOST_GUTTER = 96;

    private MapLabels() {}

    /** @return width of the room left of a strip */
    public static double gutter(MapPoints points) {
        double widest = 0;
        for (Middle middle : points.middles()) {
            widest = Math.max(widest, width(name(points, middle), BAND_FONT));
        }
        return Math.min(MOST_GUTTER, Math.ceil(widest) + 20);
    }

    /**
     * @return the labels of the classes that are not hidden and whose middle is in sight, none on another; no labels
     *     where all would point at one spot
     */
    static List<Label> of(MapProjection projection, BitSet hidden) {
        MapPoints points = projection.points();
        if (points.collapsed() || points.kind() == Kind.STRIP) {
            return List.of();
        }
        List<Middle> shown = points.middles().stream()
                .filter(middle -> !hidden.get(middle.label())
                        && projection.sight().contains(projection.placeX(middle.x()), projection.placeY(middle.y())))
                .toList();
        List<Box> belong = new ArrayList<>();
        for (Middle middle : shown) {
            belong.add(new Box(
                    projection.placeX(middle.x()),
                    projection.placeY(middle.y()),
                    width(name(points, middle), FONT) + 2,
                    FONT.getSize() + 1));
        }
        List<Box> places = LabelPlaces.apart(belong, projection.width(), projection.height());
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            labels.add(new Label(
                    name(points, shown.get(i)), belong.get(i).x(), belong.get(i).y(), places.get(i)));
        }
        return labels;
    }

    private static String name(MapPoints points, Middle middle) {
        return ClassNames.brief(points.run().dataset().className(middle.label()));
    }

    private static double width(String name, Font font) {
        Text text = new Text(name);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    static void paint(GraphicsContext graphics, ThemeColours colours, List<Label> labels) {
        graphics.setStroke(colours.get(Role.TEXT));
        graphics.setFill(colours.get(Role.TEXT));
        graphics.setLineWidth(1);
        for (Label label : labels) {
            if (!label.place().contains(label.anchorX(), label.anchorY())) {
                graphics.strokeLine(
                        label.anchorX(),
                        label.anchorY(),
                        label.place().x(),
                        label.place().y());
                graphics.fillOval(label.anchorX() - 2, label.anchorY() - 2, 4, 4);
            }
        }
        graphics.setFont(FONT);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineWidth(4);
        for (Label label : labels) {
            double x = label.place().x();
            double y = label.place().y();
            graphics.setStroke(colours.get(Role.BACKGROUND));
            graphics.strokeText(label.name(), x, y);
            graphics.setFill(colours.get(Role.TEXT));
            graphics.fillText(label.name(), x, y);
        }
    }

    /** Into the gutter left of a strip, as many as have room. */
    static void paintBands(GraphicsContext graphics, ThemeColours colours, MapProjection projection, BitSet hidden) {
        graphics.setFont(BAND_FONT);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(colours.get(Role.TEXT));
        MapPoints points = projection.points();
        double bands = points.frame().y().max();
        double right = projection.gutter() - 8;
        MapArea sight = projection.sight();
        double free = Double.NEGATIVE_INFINITY;
        for (Middle middle : points.middles()) {
            double top = Math.max(sight.minY(), projection.placeY(bands - middle.label()));
            double bottom = Math.min(sight.maxY(), projection.placeY(bands - middle.label() - 1));
            double y = (top + bottom) / 2;
            if (!hidden.get(middle.label()) && y >= free && top < bottom) {
                graphics.fillText(name(points, middle), right, y, right);
                free = y + BAND_HEIGHT;
            }
        }
    }
}
