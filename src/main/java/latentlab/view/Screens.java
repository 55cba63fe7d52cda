package latentlab.view;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/** Which screen a window is on, of several. */
public final class Screens {
    private Screens() {}

    /** @return the screen that shows most of the window; the main one where none does, or it has no place yet */
    public static Screen of(Window window) {
        return of(new Rectangle2D(
                orZero(window.getX()), orZero(window.getY()), orZero(window.getWidth()), orZero(window.getHeight())));
    }

    /** @return the screen that shows most of the place; the main one where none does */
    public static Screen of(Rectangle2D place) {
        List<Screen> touched = Screen.getScreensForRectangle(place);
        return touched.stream()
                .max(Comparator.comparingDouble(screen -> shared(screen.getBounds(), place)))
                .orElse(Screen.getPrimary());
    }

    /** @return area that both cover */
    static double shared(Rectangle2D a, Rectangle2D b) {
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    private static double orZero(double length) {
        return Double.isNaN(length) ? 0 : length;
    }
}
