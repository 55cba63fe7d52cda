package latentlab.view;

import javafx.scene.Node;
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
}
