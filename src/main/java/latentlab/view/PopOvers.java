package latentlab.view;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/**
 * Cards that open beside a control, in its text size, scroll on a screen too small for them, and close on Escape or a
 * click elsewhere.
 */
public final class PopOvers {
    /** Room for a card's shadow and arrow, in points of the screen. */
    private static final double EDGES = 120;

    private PopOvers() {}

    /** @param arrow position on the card's edge of the arrow that points at the control */
    public static PopOver of(Region content, PopOver.ArrowLocation arrow) {
        Scrolled scrolled = new Scrolled(content);
        Zoomed zoomed = new Zoomed(scrolled);
        PopOver popOver = new PopOver(zoomed);
        popOver.addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> {
            double zoom = Zoomed.of(popOver.getOwnerNode());
            Rectangle2D screen = Screens.of(popOver.getOwnerWindow()).getVisualBounds();
            double high = arrow.name().startsWith("TOP") ? below(popOver.getOwnerNode(), screen) : screen.getHeight();
            scrolled.limit((screen.getWidth() - EDGES) / zoom, (high - EDGES) / zoom);
            zoomed.factorProperty().set(zoom);
        });
        popOver.setArrowLocation(arrow);
        popOver.setDetachable(false);
        // ControlsFX styles it at its root, so that only a style sheet there can override it.
        popOver.getRoot()
                .getStylesheets()
                .add(PopOvers.class.getResource("latentlab.css").toExternalForm());
        return popOver;
    }

    /** @return the room from a control down, so that a card does not lie on it; at least half of the screen */
    private static double below(Node control, Rectangle2D screen) {
        Bounds place = control.localToScreen(control.getLayoutBounds());
        return Math.max(screen.getHeight() / 2, screen.getMaxY() - place.getMaxY());
    }

    /**
     * Hides all cards before the theme changes: open ones would be coloured before they know the theme's new colours.
     */
    public static void hideAll() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopOver popOver) {
                popOver.hide(Duration.ZERO);
            }
        }
    }
}
