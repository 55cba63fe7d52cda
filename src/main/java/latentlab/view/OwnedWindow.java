package latentlab.view;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import latentlab.preferences.Theme;

/**
 * A window that opens from another, in its theme, language and text size, whose keys for these work in it too. It grows
 * with its text as far as the screen has room, and scrolls what has none.
 */
public final class OwnedWindow {
    private final ViewContext context;
    private final Zoomed zoomed;
    private final String title;
    private final double minWidth;
    private final double minHeight;
    /** What it would have at normal text size, if the screen had the room. */
    private double width;

    private double height;
    /** Null until it is opened for the first time. */
    private Stage stage;

    /**
     * @param title key of what stands above it
     * @param width of what it shows, at normal text size
     * @param minWidth of the window, at normal text size
     */
    public OwnedWindow(
            ViewContext context,
            Region content,
            String title,
            double width,
            double height,
            double minWidth,
            double minHeight) {
        this.context = context;
        this.title = title;
        this.width = width;
        this.height = height;
        this.minWidth = minWidth;
        this.minHeight = minHeight;
        zoomed = new Zoomed(new Scrolled(content));
        context.preferences().themeProperty().subscribe(theme -> {
            zoomed.getStyleClass().remove("dark");
            if (theme == Theme.DARK) {
                zoomed.getStyleClass().add("dark");
            }
        });
        zoomed.factorProperty().subscribe((before, now) -> grow(before.doubleValue(), now.doubleValue()));
    }

    /** @return the window, made where there is none yet, but not shown. @param owner the window it opens from */
    public Stage stage(Window owner) {
        if (stage == null) {
            Scene above = owner.getScene();
            double factor = Zoomed.of(above);
            Rectangle2D screen = Screens.of(owner).getVisualBounds();
            zoomed.factorProperty().set(factor);
            Scene scene = new Scene(
                    zoomed, Math.min(width * factor, screen.getWidth()), Math.min(height * factor, screen.getHeight()));
            scene.getStylesheets().setAll(above.getStylesheets());
            scene.getAccelerators().put(Keys.THEME.combination(), context.preferences()::switchTheme);
            scene.getAccelerators().put(Keys.LANGUAGE.combination(), context.preferences()::switchLanguage);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (Keys.textSize(event) != null) {
                    Event.fireEvent(above, event.copyFor(above, above));
                    event.consume();
                }
            });
            opened(scene, above);
            stage = new Stage();
            stage.initOwner(owner);
            stage.titleProperty().bind(context.texts().bind(title));
            stage.setScene(scene);
            limit(screen);
            if (above.getRoot() instanceof Zoomed other) {
                zoomed.factorProperty().bind(other.factorProperty());
            }
        }
        return stage;
    }

    /**
     * What is to be done with the scene of each window that opens from another, before it is shown for the first time.
     *
     * @param above the other's scene
     */
    public static void eachFrom(Scene above, Consumer<Scene> action) {
        above.getProperties().put(OwnedWindow.class, action);
    }

    /** Calls the action with any scene, since it is kept for {@link #eachFrom} alone. */
    @SuppressWarnings("unchecked")
    private static void opened(Scene scene, Scene above) {
        if (above.getProperties().get(OwnedWindow.class) instanceof Consumer<?> action) {
            ((Consumer<Scene>) action).accept(scene);
        }
    }

    public boolean isShowing() {
        return stage != null && stage.isShowing();
    }

    /** How many times its own size the content is shown at. */
    public ReadOnlyDoubleProperty factorProperty() {
        return zoomed.factorProperty();
    }

    private void grow(double before, double now) {
        if (stage == null) {
            return;
        }
        Rectangle2D screen = Screens.of(stage).getVisualBounds();
        limit(screen);
        if (Double.isNaN(stage.getWidth()) || stage.isMaximized()) {
            return;
        }
        width = stage.getWidth() < screen.getWidth() ? stage.getWidth() / before : width;
        height = stage.getHeight() < screen.getHeight() ? stage.getHeight() / before : height;
        double wide = Math.min(width * now, screen.getWidth());
        double high = Math.min(height * now, screen.getHeight());
        stage.setWidth(wide);
        stage.setHeight(high);
        stage.setX(Math.max(screen.getMinX(), Math.min(stage.getX(), screen.getMaxX() - wide)));
        stage.setY(Math.max(screen.getMinY(), Math.min(stage.getY(), screen.getMaxY() - high)));
    }

    private void limit(Rectangle2D screen) {
        double factor = zoomed.factorProperty().get();
        stage.setMinWidth(Math.min(minWidth * factor, screen.getWidth()));
        stage.setMinHeight(Math.min(minHeight * factor, screen.getHeight()));
    }
}
