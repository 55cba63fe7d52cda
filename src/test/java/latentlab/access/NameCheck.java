package latentlab.access;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.TableColumnHeader;

/** Whether what can be used in a scene has a role, a name, a state and a tooltip. */
final class NameCheck {
    final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    final List<String> faults = new ArrayList<>();
    /** What columns are called for screen readers. */
    final Set<Object> heads = new HashSet<>();

    /** Looks at what has not been seen before, and collects faults. On the user interface's thread. */
    void look(String place, Scene scene) {
        Set<Node> labelled = new HashSet<>();
        Reach.walk(scene.getRoot(), node -> {
            if (node instanceof Label label
                    && label.getLabelFor() != null
                    && !label.getText().isBlank()) {
                labelled.add(label.getLabelFor());
            }
        });
        for (Node node : Reach.interactive(scene.getRoot())) {
            if (node == scene.getRoot() || !seen.add(node)) {
                continue;
            }
            String name = place + ": " + Reach.name(node);
            boolean worded = node instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank();
            String spoken = node.getAccessibleText();
            if (!worded && (spoken == null || spoken.isBlank()) && !labelled.contains(node)) {
                faults.add("no name: " + name);
            }
            AccessibleRole role = node.getAccessibleRole();
            if (role == null || role == AccessibleRole.NODE || role == AccessibleRole.PARENT) {
                faults.add("no role: " + name);
            }
            boolean toggle = node instanceof ToggleButton || node instanceof ToggleSwitch || node instanceof CheckBox;
            if (toggle && !(node.queryAccessibleAttribute(AccessibleAttribute.SELECTED) instanceof Boolean)) {
                faults.add("no state: " + name);
            }
            checkTooltip(name, node);
            checkHeads(name, node);
            if (node instanceof Slider slider) {
                checkValue(name, slider);
            }
        }
    }

    /** Over what holds many things, it would cover them. */
    private void checkTooltip(String name, Node node) {
        boolean large = node instanceof ListView
                || node instanceof TableView
                || node instanceof TreeTableView
                || node instanceof TextArea;
        // The track shows the epoch under the pointer instead, and a field its own words while they are typed.
        if (large || node.getId() != null && node.getId().endsWith("-track") || !(node instanceof Control control)) {
            return;
        }
        // What is disabled says nothing itself: what is around it does.
        Tooltip tooltip = control.getTooltip() == null ? installed(node.getParent()) : control.getTooltip();
        if (tooltip == null || tooltip.getText() == null || tooltip.getText().isBlank()) {
            faults.add("no tooltip: " + name);
        }
    }

    /** @return what {@link Tooltip#install} has left there; null for none */
    private static Tooltip installed(Node node) {
        return (Tooltip) node.getProperties().get("javafx.scene.control.Tooltip");
    }

    /** By itself a slider says where it is on its scale, which may be logarithmic. */
    private void checkValue(String name, Slider slider) {
        double value = slider.getValue();
        double least = slider.getMin();
        double most = slider.getMax();
        String before = slider.getAccessibleText();
        // A latent unit may be the same for all images.
        if (most - least < 0.05) {
            return;
        }
        slider.setValue(value - least > most - value ? least : most);
        String after = slider.getAccessibleText();
        // Nothing has been trained yet: it stays where it is.
        if (slider.getValue() == value) {
            return;
        }
        slider.setValue(value);
        if (before != null && before.equals(after)) {
            faults.add("its name has no value: " + name);
        }
    }

    /** With a cell of a table the name of its column is read, which a label in the column's head is not for them. */
    private void checkHeads(String name, Node table) {
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader head && head.getTableColumn() != null) {
                Object spoken = head.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                boolean seen = head.getTableColumn().getGraphic() instanceof Label label
                        && label.getText().equals(spoken);
                if (!seen || spoken.toString().isBlank()) {
                    faults.add("a column called " + spoken + ": " + name);
                }
                heads.add(spoken);
            }
        }
    }
}
