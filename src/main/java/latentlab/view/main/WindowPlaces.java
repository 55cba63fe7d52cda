package latentlab.view.main;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import latentlab.preferences.WindowPlace;

/** Puts the window where it was last, as far as that is on a screen now, and remembers where it goes. */
public final class WindowPlaces {
    private WindowPlaces() {}

    /**
     * @param width of the first start, less where the screen is smaller
     * @param height likewise
     * @return ends the remembering
     */
    public static Subscription keep(Stage stage, ObjectProperty<WindowPlace> place, double width, double height) {
        WindowPlace last = place.get();
        Rectangle2D screen = screen(last).getVisualBounds();
        stage.setWidth(Math.min(last == null ? width : last.width(), screen.getWidth()));
        stage.setHeight(Math.min(last == null ? height : last.height(), screen.getHeight()));
        if (last != null) {
            stage.setX(Math.clamp(last.x(), screen.getMinX(), screen.getMaxX() - stage.getWidth()));
            stage.setY(Math.clamp(last.y(), screen.getMinY(), screen.getMaxY() - stage.getHeight()));
            stage.setMaximized(last.maximized());
        }
        Runnable remember = () -> {
            boolean known = !Double.isNaN(stage.getX()) && !Double.isNaN(stage.getWidth());
            if (stage.isShowing() && known) {
                place.set(placeOf(stage, place.get()));
            }
        };
        return Subscription.combine(
                stage.xProperty().subscribe(remember),
                stage.yProperty().subscribe(remember),
                stage.widthProperty().subscribe(remember),
                stage.heightProperty().subscribe(remember),
                stage.maximizedProperty().subscribe(remember));
    }

    private static Screen screen(WindowPlace last) {
        return last == null
                ? Screen.getPrimary()
                : Screen.getScreensForRectangle(last.x(), last.y(), last.width(), last.height()).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary());
    }

    private static WindowPlace placeOf(Stage stage, WindowPlace before) {
        // While maximized, the place to come back to is kept.
        return stage.isMaximized() && before != null
                ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true)
                : new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }
}
