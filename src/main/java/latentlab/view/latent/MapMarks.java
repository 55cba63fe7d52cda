package latentlab.view.latent;

import javafx.scene.canvas.GraphicsContext;
import latentlab.view.ThemeColours;
import latentlab.view.ThemeColours.Role;

/** What is put on the map to mark a point: a ring for the one pointed at, a square for the one chosen, a cross for a place. */
final class MapMarks {
    private static final double ARM = 8;

    private MapMarks() {}

    static void ring(GraphicsContext graphics, ThemeColours colours, double x, double y, double radius) {
        graphics.setStroke(colours.get(Role.TEXT));
        graphics.setLineWidth(2);
        graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static void square(GraphicsContext graphics, ThemeColours colours, double x, double y, double half) {
        graphics.setStroke(colours.get(Role.TEXT));
        graphics.setLineWidth(2);
        graphics.strokeRect(x - half, y - half, 2 * half, 2 * half);
    }

    static void cross(GraphicsContext graphics, ThemeColours colours, double x, double y) {
        for (boolean outline : new boolean[] {true, false}) {
            graphics.setStroke(colours.get(outline ? Role.BACKGROUND : Role.ACCENT));
            graphics.setLineWidth(outline ? 6 : 3);
            graphics.strokeLine(x - ARM, y, x + ARM, y);
            graphics.strokeLine(x, y - ARM, x, y + ARM);
        }
    }
}
