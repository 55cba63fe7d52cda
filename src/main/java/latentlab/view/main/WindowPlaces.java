package latentlab.view.main;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import latentlab.preferences.WindowPlace;
import latentlab.view.Screens;

/** Restores the window's last place, as far as it lies on a screen now, and keeps it up to date. */
public final class WindowPlaces {
    private WindowPlaces() {}

    /**
     * @param width at the first start, less if the screen is smaller
     * @param height likewise
     * @return ends the updates
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
                : Screens.of(new Rectangle2D(last.x(), last.y(), last.width(), last.height()));
    }

    private static WindowPlace placeOf(Stage stage, WindowPlace before) {
        // While maximized, the place before is kept to return to.
        return stage.isMaximized() && before != null
                ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true)
                : new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }
}
