package latentlab.view;

import java.util.List;
import javafx.scene.Node;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** Cards that open at a control and close on a click elsewhere or Escape. */
public final class PopOvers {
    private PopOvers() {}

    /** @param arrow where on the card's edge the arrow is that points at the control */
    public static PopOver of(Node content, PopOver.ArrowLocation arrow) {
        PopOver popOver = new PopOver(content);
        popOver.setArrowLocation(arrow);
        popOver.setDetachable(false);
        // ControlsFX styles it at its root, which only a style sheet at the same place can overrule.
        popOver.getRoot()
                .getStylesheets()
                .add(PopOvers.class.getResource("latentlab.css").toExternalForm());
        return popOver;
    }

    /** Before a change of theme: open cards would be coloured anew before the theme's colours are known to them. */
    public static void hideAll() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopOver popOver) {
                popOver.hide(Duration.ZERO);
            }
        }
    }
}
