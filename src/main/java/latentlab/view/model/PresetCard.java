package latentlab.view.model;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.engine.settings.Preset;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.words.Sight;
import latentlab.view.words.SightBox;

/** The presets on the left; on the right what the chosen one shows, how long it takes and what to look for. */
final class PresetCard extends HBox {
    final ToggleGroup group = new ToggleGroup();
    final Map<Preset, ToggleButton> choices = new EnumMap<>(Preset.class);
    final Map<Sight, CheckBox> sights = new EnumMap<>(Sight.class);
    final Button start = new Button();
    final Label time = new Label();

    private final Label name = new Label();
    private final Label shows = new Label();
    private final Label look = new Label();
    private final Label settings = new Label();
    private final Label seen = new Label();
    private final VBox list = new VBox();
    private final Texts texts;

    PresetCard(Texts texts) {
        this.texts = texts;
        getStyleClass().add("preset-card");
        VBox presets = new VBox();
        presets.getStyleClass().add("preset-list");
        presets.setMinWidth(USE_PREF_SIZE);
        // Higher than the text of any preset: so the card is as high for all of them.
        presets.setMinHeight(USE_PREF_SIZE);
        for (Preset preset : Preset.values()) {
            ToggleButton choice = new ToggleButton();
            choice.setId("preset-" + id(preset));
            choice.textProperty().bind(texts.bind("engine.preset." + id(preset)));
            choice.accessibleTextProperty()
                    .bind(texts.messagesProperty()
                            .map(messages -> messages.text("engine.preset." + id(preset)) + ": "
                                    + messages.text("view.preset.shows." + id(preset)) + " "
                                    + messages.text("view.preset.look." + id(preset))));
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "preset-choice");
            choice.setToggleGroup(group);
            choice.setUserData(preset);
            choices.put(preset, choice);
            presets.getChildren().add(choice);
        }
        for (Sight sight : Sight.values()) {
            CheckBox box = new SightBox(sight, texts);
            box.setId("sight-" + sight.id());
            box.setWrapText(true);
            box.setMinHeight(Region.USE_PREF_SIZE);
            sights.put(sight, box);
        }
        name.getStyleClass().add(Styles.TITLE_4);
        settings.getStyleClass().add(Styles.TEXT_MUTED);
        time.setId("preset-time");
        time.getStyleClass().add(Styles.TEXT_MUTED);
        seen.getStyleClass().add("preset-heading");
        for (Label each : new Label[] {name, shows, look, settings, time, seen}) {
            each.setWrapText(true);
            each.setMinHeight(USE_PREF_SIZE);
        }
        list.getStyleClass().add("preset-sights");
        start.setId("preset-start");
        start.getStyleClass().add(Styles.ACCENT);
        start.textProperty().bind(texts.bind("view.preset.start"));
        Buttons.named(start, texts.bind("view.preset.start.help"));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox text = new VBox(name, shows, look, settings, time, seen, list, gap, start);
        text.getStyleClass().add("preset-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(presets, text);
    }

    private static String id(Preset preset) {
        return preset.name().toLowerCase(Locale.ROOT);
    }

    /** The preset that is described; null before the first. */
    Preset chosen() {
        return group.getSelectedToggle() == null
                ? null
                : (Preset) group.getSelectedToggle().getUserData();
    }

    /** @param running whether the run on screen is one of it, in which its sights can be ticked */
    void describe(Preset preset, boolean running) {
        name.setText(texts.get("engine.preset." + id(preset)));
        shows.setText(texts.get("view.preset.shows." + id(preset)));
        look.setText(texts.get("view.preset.look." + id(preset)));
        settings.setText(texts.get(
                "view.preset.settings",
                preset.config().hidden().size(),
                preset.config().latent(),
                preset.config().epochs()));
        seen.setText(texts.get(running ? "view.preset.seen" : "view.preset.toSee"));
        list.getChildren().setAll(Sight.of(preset).stream().map(sights::get).toList());
        list.setDisable(!running);
    }
}
