package latentlab.view.controls;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;

/** The settings of a run and the buttons that drive it. */
final class ControlsView extends VBox {
    final NumberRow latent;
    final Slider latentSlider = new Slider();
    final SliderMarks latentMarks = new SliderMarks(latentSlider);
    final NumberRow rate;
    final Slider rateSlider = new Slider();
    final SliderMarks rateMarks = new SliderMarks(rateSlider);
    final NumberRow batch;
    final NumberRow epochs;
    final NumberRow seed;
    final ToggleSwitch shuffle = new ToggleSwitch();
    final Label pending = new Label();
    final Button train;
    final Button pause;
    final Button epoch;
    final Button stop;
    final Button reset;
    final AdvancedView advanced;

    /** @param stack the model that the settings come to, drawn */
    ControlsView(Texts texts, Node stack) {
        getStyleClass().addAll("panel", "controls");
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.controls.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        latent = new NumberRow("latent", texts);
        latent.withSlider(latentSlider, latentMarks);
        rate = new NumberRow("rate", texts);
        rate.withSlider(rateSlider, rateMarks);
        batch = new NumberRow("batch", texts);
        epochs = new NumberRow("epochs", texts);
        seed = new NumberRow("seed", texts);
        shuffle.setId("shuffle");
        shuffle.textProperty().bind(texts.bind("view.controls.shuffle"));
        Buttons.named(shuffle, texts.bind("view.controls.shuffle.help"));
        pending.setId("pending");
        pending.textProperty().bind(texts.bind("view.controls.pending"));
        pending.setWrapText(true);
        pending.setMinHeight(USE_PREF_SIZE);
        pending.getStyleClass().addAll(Styles.TEXT_SMALL, "pending");

        train = button("train", "icon-play", Keys.TRAIN, texts);
        train.getStyleClass().add(Styles.ACCENT);
        pause = button("pause", "icon-pause", Keys.PAUSE, texts);
        epoch = button("epoch", "icon-next", Keys.EPOCH, texts);
        stop = button("stop", "icon-stop", Keys.STOP, texts);
        reset = button("reset", "icon-reset", Keys.RESET, texts);
        HBox main = new HBox(train, pause);
        HBox others = new HBox(epoch, stop, reset);
        for (HBox row : new HBox[] {main, others}) {
            row.getStyleClass().add("button-row");
            row.getChildren().forEach(button -> HBox.setHgrow(button, Priority.ALWAYS));
        }
        advanced = new AdvancedView(texts, stack);
        getChildren().addAll(title, latent, rate, pair(batch, epochs), pair(seed, shuffle), main, others);
        // What comes and goes stands below, so that no button moves away from under the pointer.
        for (NumberRow row : new NumberRow[] {latent, rate, batch, epochs, seed}) {
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

    private static Button button(String id, String icon, Keys keys, Texts texts) {
        Button button =
                Buttons.icon(Buttons.named(new Button(), texts.bind("view.controls." + id + ".help"), keys), icon);
        button.setId(id);
        button.textProperty().bind(texts.bind("view.controls." + id));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}
