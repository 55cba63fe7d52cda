package latentlab.view.library;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import latentlab.figure.Role;
import latentlab.view.ThemeColours;

/** How a run's validation loss went, without axes: from its greatest to its least. */
final class Sparkline extends Canvas {
    private static final double WIDTH = 72;
    private static final double HEIGHT = 40;
    private static final double EDGE = 3;

    private final ThemeColours colours;
    private List<Double> losses = List.of();

    Sparkline(ThemeColours colours) {
        super(WIDTH, HEIGHT);
        this.colours = colours;
        colours.versionProperty().subscribe(this::paint);
    }

    /** @param shown losses in order; those that are no numbers leave a gap */
    void show(List<Double> shown) {
        losses = shown;
        paint();
    }

    private void paint() {
        GraphicsContext graphics = getGraphicsContext2D();
        graphics.clearRect(0, 0, WIDTH, HEIGHT);
        double least = losses.stream()
                .filter(Double::isFinite)
                .mapToDouble(each -> each)
                .min()
                .orElse(0);
        double most = losses.stream()
                .filter(Double::isFinite)
                .mapToDouble(each -> each)
                .max()
                .orElse(0);
        graphics.setStroke(colours.get(Role.VALID));
        graphics.setLineWidth(1.5);
        graphics.beginPath();
        boolean drawn = false;
        for (int i = 0; i < losses.size(); i++) {
            double loss = losses.get(i);
            if (Double.isFinite(loss)) {
                double x = EDGE + (WIDTH - 2 * EDGE) * i / Math.max(1, losses.size() - 1);
                double y = EDGE + (HEIGHT - 2 * EDGE) * (most > least ? (most - loss) / (most - least) : 0.5);
                if (drawn) {
                    graphics.lineTo(x, y);
                } else {
                    graphics.moveTo(x, y);
                }
            }
            drawn = Double.isFinite(loss);
        }
        graphics.stroke();
    }
}
