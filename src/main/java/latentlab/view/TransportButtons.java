package latentlab.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import latentlab.session.Playback.Frame;

/** The buttons of a timeline that step and play. */
public final class TransportButtons {
    public final Button first;
    public final Button previous;
    public final ToggleButton reverse;
    public final ToggleButton play;
    public final Button next;
    public final Button last;

    private final String id;
    private final Texts texts;

    /** @param id what the ids of the buttons begin with */
    public TransportButtons(String id, Texts texts) {
        this.id = id;
        this.texts = texts;
        first = button("first", Keys.FIRST);
        previous = button("previous", Keys.PREVIOUS);
        reverse = flat(new ToggleButton(), "reverse", Keys.REVERSE);
        play = flat(new ToggleButton(), "play", Keys.PLAY);
        next = button("next", Keys.NEXT);
        last = button("last", Keys.LAST);
    }

    /** In the order in which they stand. */
    public List<ButtonBase> all() {
        return List.of(first, previous, reverse, play, next, last);
    }

    /** @return another one that looks like these, whose name, icon and tooltip go by the same word */
    public Button button(String word, Keys keys) {
        return flat(new Button(), word, keys);
    }

    private <T extends ButtonBase> T flat(T button, String word, Keys keys) {
        Buttons.icon(Buttons.named(button, texts.bind("view.timeline." + word), keys), "icon-" + word);
        button.setId(id + "-" + word);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }

    /** @param playing null for nothing */
    public void showPlaying(Frame playing) {
        show(play, playing != null && !playing.backward(), "icon-play");
        show(reverse, playing != null && playing.backward(), "icon-reverse");
    }

    private static void show(ToggleButton button, boolean playing, String icon) {
        button.setSelected(playing);
        button.getGraphic().getStyleClass().setAll("icon", playing ? "icon-pause" : icon);
    }
}
