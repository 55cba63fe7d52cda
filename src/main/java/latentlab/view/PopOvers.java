package latentlab.view;

import java.util.List;
import javafx.scene.Node;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** Cards that open beside a control and close on Escape or a click elsewhere. */
public final class PopOvers {
    private PopOvers() {}

    /** @param arrow position on the card's edge of the arrow that points at the control */
    public static PopOver of(Node content, PopOver.ArrowLocation arrow) {
        PopOver popOver = new PopOver(content);
        popOver.setArrowLocation(arrow);
        popOver.setDetachable(false);
        // ControlsFX styles it at its root, so that only a style sheet there can override it.
        popOver.getRoot()
                .getStylesheets()
                .add(PopOvers.class.getResource("latentlab.css").toExternalForm());
        return popOver;
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
