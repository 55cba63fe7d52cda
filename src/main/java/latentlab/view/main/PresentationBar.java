package latentlab.view.main;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.main.MainView.Filled;
import org.controlsfx.control.SegmentedButton;

/** What is needed of the toolbar and the settings while views are presented: training, which view, and the way out. */
final class PresentationBar extends HBox {
    final Button leave;

    /** @param controls of training, whose buttons these are the doubles of */
    PresentationBar(ObjectProperty<Filled> filled, Node controls, Texts texts) {
        setId("presentation");
        getStyleClass().add("window-bar");
        setAlignment(Pos.CENTER_LEFT);
        SegmentedButton views = new SegmentedButton();
        for (Filled view : Filled.values()) {
            String name = view.name().toLowerCase(Locale.ROOT);
            ToggleButton button = Buttons.named(new ToggleButton(), texts.bind("view.main.present." + name + ".help"));
            button.setId("present-" + name);
            button.textProperty().bind(texts.bind("view.main.present." + name).map(title -> key(view) + "  " + title));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> {
                filled.set(view);
                button.setSelected(true);
            });
            filled.subscribe(now -> button.setSelected(now == view));
            views.getButtons().add(button);
        }
        Region before = new Region();
        Region after = new Region();
        HBox.setHgrow(before, Priority.ALWAYS);
        HBox.setHgrow(after, Priority.ALWAYS);
        leave = Buttons.named(new Button(), texts.bind("view.main.present.leave.help"), Keys.PRESENT);
        leave.setId("present-leave");
        leave.textProperty().bind(texts.bind("view.main.present.leave"));
        leave.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        twin((Button) controls.lookup("#train"), "icon-play"),
                        twin((Button) controls.lookup("#pause"), "icon-pause"),
                        before,
                        views,
                        after,
                        leave);
    }

    /** The digit that chooses a view, from 1; of all together the last. */
    static int key(Filled view) {
        return view.ordinal() + 1;
    }

    private static Button twin(Button original, String icon) {
        Button twin = Buttons.icon(new Button(), icon);
        twin.setId("present-" + original.getId());
        twin.getStyleClass().setAll(original.getStyleClass());
        twin.textProperty().bind(original.textProperty());
        twin.accessibleTextProperty().bind(original.accessibleTextProperty());
        twin.tooltipProperty().bind(original.tooltipProperty());
        twin.disableProperty().bind(original.disableProperty());
        twin.setMinWidth(USE_PREF_SIZE);
        twin.setOnAction(_ -> original.fire());
        return twin;
    }
}
