package latentlab.view.controls;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.engine.settings.Setting;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;

/** The settings of a run and the buttons that drive it. */
final class ControlsView extends VBox {
    final SettingRow<Long> latent;
    final Slider latentSlider = new Slider();
    final SliderMarks latentMarks = new SliderMarks(latentSlider);
    final SettingRow<Double> rate;
    final Slider rateSlider = new Slider();
    final SliderMarks rateMarks = new SliderMarks(rateSlider);
    final SettingRow<Long> batch;
    final SettingRow<Long> epochs;
    final SettingRow<Long> seed;
    final SettingRow<Boolean> shuffle;
    /** All of them. */
    final List<SettingRow<?>> rows;

    final Label pending = new Label();
    final Button train;
    final Button pause;
    final Button epoch;
    final Button stop;
    /** Stands where {@link #goOn} does, one of them at a time. */
    final Button fresh;

    final Button goOn;
    final AdvancedView advanced;

    /**
     * @param undo of changes of the settings
     * @param stack the model that the settings come to, drawn
     */
    ControlsView(Texts texts, Node undo, Node stack) {
        getStyleClass().addAll("panel", "controls");
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.controls.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        HBox.setHgrow(undo, Priority.ALWAYS);
        HBox heading = new HBox(title, undo);
        heading.setAlignment(Pos.CENTER_LEFT);
        latent = row("latent", Setting.LATENT, texts);
        latent.withSlider(latentSlider, latentMarks);
        rate = row("rate", Setting.RATE, texts);
        rate.withSlider(rateSlider, rateMarks);
        batch = row("batch", Setting.BATCH, texts);
        epochs = row("epochs", Setting.EPOCHS, texts);
        seed = row("seed", Setting.SEED, texts);
        shuffle = row("shuffle", Setting.SHUFFLE, texts);
        rows = List.of(latent, rate, batch, epochs, seed, shuffle);
        pending.setId("pending");
        pending.setWrapText(true);
        pending.setMinHeight(USE_PREF_SIZE);
        pending.getStyleClass().addAll(Styles.TEXT_SMALL, "pending");

        train = button("train", "icon-play", Keys.TRAIN, texts);
        train.getStyleClass().add(Styles.ACCENT);
        pause = button("pause", "icon-pause", Keys.PAUSE, texts);
        epoch = button("epoch", "icon-next", Keys.EPOCH, texts);
        stop = button("stop", "icon-stop", Keys.STOP, texts);
        fresh = button("untrained", "icon-reset", Keys.NEW_RUN, texts);
        goOn = button("continue", "icon-play", null, texts);
        for (Button each : List.of(fresh, goOn)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        HBox main = new HBox(train, pause);
        HBox others = new HBox(epoch, stop, fresh, goOn);
        for (HBox row : new HBox[] {main, others}) {
            row.getStyleClass().add("button-row");
            row.getChildren().forEach(button -> HBox.setHgrow(button, Priority.ALWAYS));
        }
        advanced = new AdvancedView(texts, stack);
        getChildren().addAll(heading, latent, rate, pair(batch, epochs), pair(seed, shuffle), main, others);
        // What comes and goes stands below, so that no button moves away from under the pointer.
        for (SettingRow<?> row : rows) {
            getChildren().add(row.problem);
        }
        getChildren().addAll(advanced, pending);
        advanced.header.selectedProperty().subscribe(unfolded -> {
            // Folded, it takes what it needs; unfolded, all there is, in which the advanced settings scroll.
            setMinHeight(unfolded ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
            setVgrow(this, unfolded ? Priority.ALWAYS : Priority.NEVER);
            setVgrow(advanced, unfolded ? Priority.ALWAYS : Priority.NEVER);
        });
    }

    private static <T> SettingRow<T> row(String id, Setting<T> setting, Texts texts) {
        return new SettingRow<>(setting, SettingLook.basic(id), texts);
    }

    /** Two controls in one row, each as wide as the other whatever they hold. */
    private static GridPane pair(Node left, Node right) {
        GridPane pair = new GridPane();
        pair.getStyleClass().add("pair-row");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            pair.getColumnConstraints().add(half);
        }
        pair.addRow(0, left, right);
        return pair;
    }

    /** @param keys that press it too; null for none */
    private static Button button(String id, String icon, Keys keys, Texts texts) {
        var help = texts.bind("view.controls." + id + ".help");
        Button named = keys == null ? Buttons.named(new Button(), help) : Buttons.named(new Button(), help, keys);
        Button button = Buttons.icon(named, icon);
        button.setId(id.equals("untrained") ? "new-run" : id);
        button.textProperty().bind(texts.bind("view.controls." + id));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}
