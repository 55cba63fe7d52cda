package latentlab.view;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Gives every control a tooltip, which is also its accessible text, and an icon drawn by the style sheet. */
public final class Buttons {
    private Buttons() {}

    /**
     * Sets a control's tooltip and accessible text, following the language. What stands on it is shown letter by
     * letter: names of folders and classes hold underscores, which otherwise would be taken for marks of a key.
     */
    public static <T extends Control> T named(T control, ObservableValue<String> text) {
        if (control instanceof Labeled labeled) {
            labeled.setMnemonicParsing(false);
        }
        Tooltip tooltip = new Tip();
        tooltip.textProperty().bind(text);
        control.setTooltip(tooltip);
        control.accessibleTextProperty().bind(text);
        return control;
    }

    /** Like {@link #named(Control, ObservableValue)}, with the key that does the same. */
    public static <T extends Control> T named(T control, ObservableValue<String> text, Keys keys) {
        return named(control, text.map(words -> words + " (" + keys.text() + ")"));
    }

    /**
     * Sets a slider's tooltip and, as its accessible text, that with its value as it is written beside it: by itself it
     * tells a screen reader its place on a scale that may be logarithmic, without a unit.
     */
    public static Slider valued(Slider slider, ObservableValue<String> text, ObservableValue<String> value) {
        named(slider, text).accessibleTextProperty().unbind();
        slider.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> text.getValue() + ": " + value.getValue(), text, value));
        return slider;
    }

    /** A small button with words on it, which are never cut. */
    public static <T extends ButtonBase> T worded(
            T button, String id, ObservableValue<String> text, ObservableValue<String> help) {
        named(button, help).setId(id);
        button.textProperty().bind(text);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A way back, which whoever knows where it leads gives its words. */
    public static Button back(String id) {
        Button back = icon(new Button(), "icon-back");
        back.setId(id);
        back.getStyleClass().add(Styles.SMALL);
        back.setMinWidth(Region.USE_PREF_SIZE);
        return back;
    }

    /** @param icon style class that defines the shape, see "icons" in latentlab.css */
    public static <T extends ButtonBase> T icon(T button, String icon) {
        Region shape = new Region();
        shape.getStyleClass().addAll("icon", icon);
        button.setGraphic(shape);
        return button;
    }
}
