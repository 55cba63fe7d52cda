package latentlab.view.sweep;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.view.Buttons;
import latentlab.view.TakesKeys;
import latentlab.view.Texts;

/** A form for a new sweep, and the queue of those that have been started. */
public final class SweepView extends BorderPane implements TakesKeys {
    final Button back = Buttons.back("sweep-back");
    final SweepForm form;
    final SweepTable table;
    final Map<SweepKeys, Button> buttons = new EnumMap<>(SweepKeys.class);
    /** Of the selected sweep or trial: why it cannot be trained. */
    final Label why = new Label();
    /** In place of the queue while it has nothing in it. */
    final Label empty = new Label();

    /** Where the queue's keys are its own. */
    final BorderPane queue;

    private final HBox header;

    SweepView(Texts texts) {
        getStyleClass().add("sweeps");
        setId("sweeps");
        Label name = new Label();
        name.textProperty().bind(texts.bind("view.sweep.title"));
        name.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        header = new HBox(back, name);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("comparison-header");

        form = new SweepForm(texts);
        table = new SweepTable(texts);
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.sweep.queue"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        FlowPane commands = new FlowPane(title);
        commands.getStyleClass().add("sweep-presets");
        for (SweepKeys each : SweepKeys.values()) {
            Button button = button(each.word(), texts);
            button.getTooltip()
                    .textProperty()
                    .bind(texts.bind("view.sweep." + each.word() + ".help")
                            .map(words -> words + " (" + each.text() + ")"));
            buttons.put(each, button);
            commands.getChildren().add(button);
        }
        why.setId("sweep-why");
        why.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        why.managedProperty().bind(why.textProperty().isNotEmpty());
        empty.setId("sweep-empty");
        empty.textProperty().bind(texts.bind("view.sweep.empty"));
        empty.getStyleClass().addAll(Styles.TEXT_MUTED, "library-empty");
        empty.setWrapText(true);
        setTop(form);
        queue = new BorderPane(new StackPane(table, empty));
        queue.setTop(new VBox(commands, why));
        queue.getStyleClass().add("sweep-queue");
        setCenter(queue);
    }

    /** With its texts and its id by a name. */
    static Button button(String name, Texts texts) {
        Button button = Buttons.named(new Button(), texts.bind("view.sweep." + name + ".help"));
        button.setId("sweep-" + name);
        button.textProperty().bind(texts.bind("view.sweep." + name));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** Leads to what was there before. */
    public Button back() {
        return back;
    }

    /** The way back, to stand beside the title of the place that the sweeps are in. */
    public HBox header() {
        return header;
    }

    /** Where the keys of what has been started work. */
    public Node queue() {
        return table;
    }

    /** Letters are commands for the sweeps here. */
    @Override
    public boolean takes(KeyCode code) {
        return code.isLetterKey();
    }
}
