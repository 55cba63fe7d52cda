package latentlab.view.timeline;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.Tip;
import latentlab.view.TransportButtons;
import latentlab.view.input.EpochField;
import latentlab.view.words.Terms;

/** The track of all epochs with its transport buttons. */
final class TimelineView extends HBox {
    final TransportButtons buttons;
    final Slider track = new Slider(0, 1, 0);
    final EpochField position;
    /** Says that not all epochs are kept. */
    final Label thinned = new Label();

    final BookmarkTicks ticks = new BookmarkTicks(track);
    final Button bookmark;
    final Button branch;
    final Button start;
    final ToggleButton live;
    /** Says how fast it plays, and opens the card for that. */
    final Button speed;

    /** The track, with what is drawn around it. */
    final StackPane marked;

    final TrackBackdrop backdrop;

    TimelineView(Texts texts, ThemeColours colours) {
        getStyleClass().add("timeline");
        setAlignment(Pos.CENTER_LEFT);
        buttons = new TransportButtons("timeline", texts);
        bookmark = buttons.button("bookmark", Keys.BOOKMARK);
        branch = buttons.button("branch", Keys.BRANCH);
        start = buttons.button("start", Keys.SAME_START);
        live = Buttons.named(new ToggleButton(), texts.bind("view.timeline.live.help"), Keys.LIVE);
        live.textProperty().bind(texts.bind("view.timeline.live"));
        live.setId("timeline-live");
        live.setMinWidth(USE_PREF_SIZE);
        live.getStyleClass().addAll(Styles.SMALL, "live");
        // Its tooltip is the preview of the epoch under the pointer.
        track.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("view.timeline.track.spoken", track.getValue(), track.getMax()),
                        track.valueProperty(),
                        track.maxProperty(),
                        texts.messagesProperty()));
        track.setId("timeline-track");
        track.setBlockIncrement(1);
        track.getStyleClass().add(Styles.SMALL);
        backdrop = new TrackBackdrop(track, colours);
        marked = new StackPane(backdrop, track, ticks);
        HBox.setHgrow(marked, Priority.ALWAYS);
        position = new EpochField("timeline", texts);
        position.setOnLeave(track::requestFocus);
        thinned.setId("timeline-thinned");
        thinned.getStyleClass().addAll(Styles.TEXT_SMALL, "timeline-thinned");
        thinned.setMinWidth(USE_PREF_SIZE);
        thinned.managedProperty().bind(thinned.visibleProperty());
        Tooltip why = new Tip();
        why.textProperty().bind(texts.bind("view.timeline.thinned.help"));
        thinned.setTooltip(why);
        Terms.tell(thinned, Term.EPOCH, texts);
        speed = Buttons.named(new Button(), texts.bind("view.timeline.speed.open"));
        speed.setId("timeline-speed");
        speed.getStyleClass().addAll(Styles.SMALL, "timeline-speed");
        speed.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(buttons.all());
        getChildren().addAll(marked, position, thinned, bookmark, branch, start, live, speed);
    }
}
