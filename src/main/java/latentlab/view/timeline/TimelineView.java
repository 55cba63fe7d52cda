package latentlab.view.timeline;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;

/** The track of all epochs with its transport buttons. */
final class TimelineView extends HBox {
    final Button first;
    final Button previous;
    final ToggleButton play;
    final Button next;
    final Button last;
    final Slider track = new Slider(0, 1, 0);
    final Label position = new Label();
    /** Says that not all epochs are kept. */
    final Label thinned = new Label();

    final BookmarkTicks ticks = new BookmarkTicks(track);
    final Button bookmark;
    final Button branch;
    final Button start;
    final ToggleButton live;
    final ComboBox<Integer> frameMillis = new ComboBox<>();

    TimelineView(Texts texts) {
        getStyleClass().add("timeline");
        setAlignment(Pos.CENTER_LEFT);
        first = button("first", "icon-first", Keys.FIRST, texts);
        previous = button("previous", "icon-previous", Keys.PREVIOUS, texts);
        next = button("next", "icon-next", Keys.NEXT, texts);
        last = button("last", "icon-last", Keys.LAST, texts);
        play = Buttons.icon(
                Buttons.named(new ToggleButton(), texts.bind("view.timeline.play"), Keys.PLAY), "icon-play");
        play.setId("timeline-play");
        play.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        bookmark = button("bookmark", "icon-bookmark", Keys.BOOKMARK, texts);
        branch = button("branch", "icon-branch", Keys.BRANCH, texts);
        start = button("start", "icon-start", Keys.SAME_START, texts);
        live = Buttons.named(new ToggleButton(), texts.bind("view.timeline.live.help"), Keys.LIVE);
        live.textProperty().bind(texts.bind("view.timeline.live"));
        live.setId("timeline-live");
        live.getStyleClass().addAll(Styles.SMALL, "live");
        Buttons.named(track, texts.bind("view.timeline.track"));
        track.setId("timeline-track");
        track.setBlockIncrement(1);
        track.getStyleClass().add(Styles.SMALL);
        StackPane marked = new StackPane(track, ticks);
        HBox.setHgrow(marked, Priority.ALWAYS);
        position.setId("timeline-position");
        position.getStyleClass().add("timeline-position");
        thinned.setId("timeline-thinned");
        thinned.getStyleClass().addAll(Styles.TEXT_SMALL, "timeline-thinned");
        thinned.setMinWidth(USE_PREF_SIZE);
        thinned.managedProperty().bind(thinned.visibleProperty());
        Tooltip why = new Tooltip();
        why.textProperty().bind(texts.bind("view.timeline.thinned.help"));
        thinned.setTooltip(why);
        Buttons.named(frameMillis, texts.bind("view.timeline.frame"));
        frameMillis.setId("timeline-frame");
        frameMillis.getStyleClass().add(Styles.SMALL);
        getChildren()
                .addAll(
                        first,
                        previous,
                        play,
                        next,
                        last,
                        marked,
                        position,
                        thinned,
                        bookmark,
                        branch,
                        start,
                        live,
                        frameMillis);
    }

    private static Button button(String id, String icon, Keys keys, Texts texts) {
        Button button = Buttons.icon(Buttons.named(new Button(), texts.bind("view.timeline." + id), keys), icon);
        button.setId("timeline-" + id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }
}
