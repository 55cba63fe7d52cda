package latentlab.view.latent.paint;

import javafx.scene.canvas.GraphicsContext;
import latentlab.figure.Role;
import latentlab.view.ThemeColours;

/**
 * What is put on the map to mark a point: a ring for the one pointed at, a square for the one chosen, a cross for a
 * place, a star for a drawing.
 */
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

    static void star(GraphicsContext graphics, ThemeColours colours, double x, double y) {
        double[] xs = new double[10];
        double[] ys = new double[10];
        for (int i = 0; i < xs.length; i++) {
            double radius = i % 2 == 0 ? 1.6 * ARM : 0.7 * ARM;
            xs[i] = x + radius * Math.sin(i * Math.PI / 5);
            ys[i] = y - radius * Math.cos(i * Math.PI / 5);
        }
        graphics.setFill(colours.get(Role.ACCENT));
        graphics.fillPolygon(xs, ys, xs.length);
        graphics.setStroke(colours.get(Role.BACKGROUND));
        graphics.setLineWidth(2);
        graphics.strokePolygon(xs, ys, xs.length);
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
