package latentlab.view.beside;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;

/** The one timeline of all runs that are side by side. */
final class Track extends HBox {
    final Button first;
    final Button previous;
    final ToggleButton play;
    final Button next;
    final Button last;
    final Slider slider = new Slider(0, 1, 0);
    final Label position = new Label();

    Track(Texts texts) {
        getStyleClass().add("timeline");
        setAlignment(Pos.CENTER_LEFT);
        first = button("first", "icon-first", Keys.FIRST, texts);
        previous = button("previous", "icon-previous", Keys.PREVIOUS, texts);
        next = button("next", "icon-next", Keys.NEXT, texts);
        last = button("last", "icon-last", Keys.LAST, texts);
        play = Buttons.icon(
                Buttons.named(new ToggleButton(), texts.bind("view.timeline.play"), Keys.PLAY), "icon-play");
        play.setId("beside-play");
        play.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        Buttons.named(slider, texts.bind("view.beside.track"));
        slider.setId("beside-track");
        slider.setBlockIncrement(1);
        slider.getStyleClass().add(Styles.SMALL);
        HBox.setHgrow(slider, Priority.ALWAYS);
        position.setId("beside-position");
        position.getStyleClass().add("timeline-position");
        getChildren().addAll(first, previous, play, next, last, slider, position);
    }

    private static Button button(String id, String icon, Keys keys, Texts texts) {
        Button button = Buttons.icon(Buttons.named(new Button(), texts.bind("view.timeline." + id), keys), icon);
        button.setId("beside-" + id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }
}
