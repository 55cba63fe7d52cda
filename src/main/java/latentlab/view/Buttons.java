package latentlab.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** What every control gets: a tooltip that also is its accessible text, and an icon drawn by the style sheet. */
public final class Buttons {
    private Buttons() {}

    /** Names a control for the eye that hovers and for the screen reader, following the language. */
    public static <T extends Control> T named(T control, ObservableValue<String> text) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        control.setTooltip(tooltip);
        control.accessibleTextProperty().bind(text);
        return control;
    }

    /** As {@link #named(Control, ObservableValue)}, with the key that does the same. */
    public static <T extends Control> T named(T control, ObservableValue<String> text, Keys keys) {
        return named(control, text.map(words -> words + " (" + keys.text() + ")"));
    }

    /** @param icon style class that gives the shape, see "icons" in latentlab.css */
    public static <T extends ButtonBase> T icon(T button, String icon) {
        Region shape = new Region();
        shape.getStyleClass().addAll("icon", icon);
        button.setGraphic(shape);
        return button;
    }
}
