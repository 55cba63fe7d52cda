package latentlab.view.timeline;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.preferences.FrameTime;
import latentlab.preferences.Repeat;
import latentlab.session.EpochRange;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.SegmentedButton;

/** How epochs are played: how fast, what happens at the end, and which of them. */
final class PlaybackCard extends VBox {
    private final Texts texts;
    private final ObjectProperty<Integer> frameMillis;
    private final Slider speed = new Slider(0, 1, 0);
    private final Label time = new Label();
    private final Map<Repeat, ToggleButton> repeats = new EnumMap<>(Repeat.class);
    private final Label range = new Label();
    final Button start;
    final Button end;
    final Button clear;
    private final PopOver popOver = PopOvers.of(this, PopOver.ArrowLocation.BOTTOM_RIGHT);
    /** Whether the slider is being set by the program, not by the user. */
    private boolean showing;

    PlaybackCard(ViewContext context) {
        texts = context.texts();
        frameMillis = context.preferences().frameMillisProperty();
        getStyleClass().add("playback-card");
        Buttons.valued(speed, texts.bind("view.timeline.speed.help"), time.textProperty());
        speed.setId("timeline-speed-slider");
        speed.setBlockIncrement(0.05);
        speed.getStyleClass().add(Styles.SMALL);
        HBox.setHgrow(speed, Priority.ALWAYS);
        speed.valueProperty().addListener((_, _, place) -> {
            if (!showing) {
                frameMillis.set(FrameTime.at(place.doubleValue()));
            }
        });
        time.getStyleClass().add("playback-time");
        Label speedName = name("view.timeline.speed");
        speedName.setLabelFor(speed);

        SegmentedButton choice = new SegmentedButton();
        for (Repeat each : Repeat.values()) {
            String word = each.name().toLowerCase(Locale.ROOT);
            ToggleButton button = Buttons.named(
                    new ToggleButton(), texts.bind("view.timeline.repeat." + word + ".help"), Keys.REPEAT);
            button.textProperty().bind(texts.bind("view.timeline.repeat." + word));
            button.setId("timeline-repeat-" + word);
            button.getStyleClass().add(Styles.SMALL);
            button.setOnAction(_ -> choose(context.preferences().repeatProperty(), each));
            repeats.put(each, button);
            choice.getButtons().add(button);
        }
        start = button("start", Keys.RANGE_START);
        end = button("end", Keys.RANGE_END);
        clear = button("clear", Keys.RANGE_CLEAR);
        range.setId("timeline-range");
        Label hint = new Label();
        hint.textProperty().bind(texts.bind("view.timeline.range.hint"));
        hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        row(speedName, speed, time),
                        row(name("view.timeline.repeat"), choice),
                        row(name("view.timeline.range"), range),
                        row(start, end, clear),
                        hint);
        frameMillis.subscribe(_ -> showTime());
        texts.messagesProperty().subscribe(this::showTime);
        context.preferences().repeatProperty().subscribe(this::show);
    }

    private Label name(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().add("playback-name");
        return label;
    }

    private Button button(String id, Keys keys) {
        Button button = Buttons.named(new Button(), texts.bind("view.timeline.range." + id + ".help"), keys);
        button.textProperty().bind(texts.bind("view.timeline.range." + id));
        button.setId("timeline-range-" + id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("playback-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void choose(ObjectProperty<Repeat> chosen, Repeat each) {
        chosen.set(each);
        // A click on the chosen one would leave none chosen.
        show(each);
    }

    private void show(Repeat chosen) {
        repeats.forEach((each, button) -> button.setSelected(each == chosen));
    }

    private void showTime() {
        showing = true;
        // A time from elsewhere moves the thumb; the thumb's own is already where it is.
        if (FrameTime.at(speed.getValue()) != frameMillis.get()) {
            speed.setValue(FrameTime.place(frameMillis.get()));
        }
        showing = false;
        time.setText(texts.get("view.timeline.millis", frameMillis.get()));
    }

    /** @param marked null for no range */
    void show(EpochRange marked) {
        clear.setDisable(marked == null);
        if (marked == null) {
            range.setText(texts.get("view.timeline.range.all"));
        } else if (marked.last() == EpochRange.OPEN) {
            range.setText(texts.get("view.timeline.range.from", marked.first()));
        } else {
            range.setText(texts.get("view.timeline.range.between", marked.first(), marked.last()));
        }
    }

    void toggle(Node owner) {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            popOver.setOnShown(_ -> speed.requestFocus());
            popOver.show(owner);
        }
    }
}
