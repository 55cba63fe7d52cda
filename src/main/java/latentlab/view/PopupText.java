package latentlab.view;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.PopupControl;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;

/**
 * Gives tooltips, menus and the lists of choices, which are windows of their own, the text size of what they belong to.
 * Cards have it of themselves, see {@link PopOvers}.
 */
public final class PopupText implements AutoCloseable {
    /** Size of text in the window, in points, as the style sheet has it. */
    private static final double SIZE = 13;

    private final ListChangeListener<Window> opened = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(PopupText::size);
        }
    };

    public PopupText() {
        Window.getWindows().addListener(opened);
    }

    private static void size(Window window) {
        if (window instanceof PopupControl popup && !(popup instanceof PopOver)) {
            Node owner = popup.getOwnerNode();
            double zoom = owner == null && popup.getOwnerWindow() != null
                    ? Zoomed.of(popup.getOwnerWindow().getScene())
                    : Zoomed.of(owner);
            popup.setStyle(zoom == 1 ? "" : "-fx-font-size: " + Math.round(SIZE * zoom) + "px;");
        }
    }

    @Override
    public void close() {
        Window.getWindows().removeListener(opened);
    }
}
