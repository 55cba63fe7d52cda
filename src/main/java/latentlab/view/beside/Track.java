package latentlab.view.beside;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.session.Playback.Frame;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;

/** The one timeline of all runs that are side by side. */
final class Track extends HBox {
    final Button first;
    final Button previous;
    final ToggleButton reverse;
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
        reverse = toggle("reverse", "icon-reverse", Keys.REVERSE, texts);
        play = toggle("play", "icon-play", Keys.PLAY, texts);
        Buttons.named(slider, texts.bind("view.beside.track"));
        slider.setId("beside-track");
        slider.setBlockIncrement(1);
        slider.getStyleClass().add(Styles.SMALL);
        HBox.setHgrow(slider, Priority.ALWAYS);
        position.setId("beside-position");
        position.getStyleClass().add("timeline-position");
        getChildren().addAll(first, previous, reverse, play, next, last, slider, position);
    }

    /** @param playing null for nothing */
    void showPlaying(Frame playing) {
        show(play, playing != null && !playing.backward(), "icon-play");
        show(reverse, playing != null && playing.backward(), "icon-reverse");
    }

    private static void show(ToggleButton button, boolean playing, String icon) {
        button.setSelected(playing);
        button.getGraphic().getStyleClass().setAll("icon", playing ? "icon-pause" : icon);
    }

    private static ToggleButton toggle(String id, String icon, Keys keys, Texts texts) {
        ToggleButton button =
                Buttons.icon(Buttons.named(new ToggleButton(), texts.bind("view.timeline." + id), keys), icon);
        button.setId("beside-" + id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }

    private static Button button(String id, String icon, Keys keys, Texts texts) {
        Button button = Buttons.icon(Buttons.named(new Button(), texts.bind("view.timeline." + id), keys), icon);
        button.setId("beside-" + id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }
}
