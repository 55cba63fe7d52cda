package latentlab.access;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToolBar;
import javafx.scene.control.TreeTableView;
import org.controlsfx.control.NotificationPane;

/** What can be used in a scene, by its nodes: on the user interface's thread. */
final class Reach {
    private Reach() {}

    /** Whatever one can do something with, seen and enabled, and not a part of another such thing. */
    static List<Node> interactive(Node root) {
        List<Node> found = new ArrayList<>();
        walk(root, node -> {
            boolean usable = node instanceof ButtonBase
                    || node instanceof TextInputControl
                    || node instanceof ComboBoxBase
                    || node instanceof Slider
                    || node instanceof Spinner
                    || node instanceof ListView
                    || node instanceof TableView
                    || node instanceof TreeTableView
                    || node instanceof ToggleSwitch
                    || node.isFocusTraversable() && !(node instanceof ScrollBar);
            if (usable && !node.isDisabled() && !partOfAnother(node) && hasRoom(node)) {
                found.add(node);
            }
        });
        return found;
    }

    private static boolean hasRoom(Node node) {
        return node.getLayoutBounds().getWidth() > 0 && node.getLayoutBounds().getHeight() > 0;
    }

    /** Whether something is made by a control's skin, as the bars of a table are: the control stands for it. */
    static boolean partOfAnother(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            boolean holdsOthers = parent instanceof SplitPane
                    || parent instanceof ScrollPane
                    || parent instanceof ToolBar
                    || parent instanceof ButtonBar
                    || parent instanceof NotificationPane;
            if (parent instanceof Control
                    && !holdsOthers
                    && !parent.getClass().getName().startsWith("org.controlsfx")) {
                return true;
            }
        }
        return false;
    }

    static void walk(Node node, Consumer<Node> visit) {
        if (!node.isVisible()) {
            return;
        }
        visit.accept(node);
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> walk(child, visit));
        }
    }

    /** How a message calls a node. */
    static String name(Node node) {
        String words = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        String id = node.getId() == null ? node.getStyleClass().toString() : "#" + node.getId();
        return node.getClass().getSimpleName() + " " + id + words;
    }
}
