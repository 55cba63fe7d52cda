package latentlab.view.reconstruction;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import org.controlsfx.control.PopOver;

/** All ways to choose which images the grid shows, on a card beside the button that says which they are. */
final class ImagesView extends VBox {
    final Button open;
    final Button notebook;
    final TextField indices = new TextField();
    final Button show;
    final TextField seed = new TextField("1");
    final Button draw;
    final ComboBox<Integer> classes = new ComboBox<>();
    final Button worst;
    final Button best;
    final ToggleButton selection;
    final CheckBox sorted = new CheckBox();
    /** Why something cannot be shown, or that it is being looked for; empty for nothing. */
    final Label line = new Label();

    private final Texts texts;
    private final PopOver popOver = PopOvers.of(this, PopOver.ArrowLocation.BOTTOM_RIGHT);

    ImagesView(Texts texts) {
        this.texts = texts;
        getStyleClass().add("images-card");
        open = Buttons.named(new Button(), texts.bind("view.reconstruction.images.help"), Keys.IMAGES);
        open.setId("images-open");
        open.getStyleClass().add(Styles.SMALL);
        open.setMinWidth(USE_PREF_SIZE);
        notebook = button(new Button(), "notebook");
        show = button(new Button(), "show");
        draw = button(new Button(), "draw");
        worst = button(new Button(), "worst");
        best = button(new Button(), "best");
        selection = button(new ToggleButton(), "selection");
        field(indices, "indices").setPromptText("3, 17, 42-45");
        field(seed, "seed");
        seed.setPrefColumnCount(6);
        field(classes, "class");
        field(sorted, "sort").textProperty().bind(texts.bind("view.reconstruction.images.sort"));
        HBox.setHgrow(indices, Priority.ALWAYS);
        classes.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(classes, Priority.ALWAYS);
        line.setId("images-line");
        line.getStyleClass().addAll(Styles.TEXT_SMALL, "selection-line");
        line.setWrapText(true);
        getChildren()
                .addAll(
                        row(notebook, selection),
                        row(name("indices", indices), indices, show),
                        row(name("seed", seed), seed, draw),
                        row(name("class", classes), classes),
                        row(name("ranked", worst), worst, best),
                        sorted,
                        line);
    }

    private <T extends ButtonBase> T button(T button, String name) {
        field(button, name).textProperty().bind(texts.bind("view.reconstruction.images." + name));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private <T extends Control> T field(T control, String name) {
        Buttons.named(control, texts.bind("view.reconstruction.images." + name + ".help"))
                .setId("images-" + name);
        control.getStyleClass().add(Styles.SMALL);
        return control;
    }

    private Label name(String key, Node of) {
        Label label = new Label();
        label.textProperty().bind(texts.bind("view.reconstruction.images." + key + ".name"));
        label.getStyleClass().add("images-name");
        label.setLabelFor(of);
        return label;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("playback-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    void toggle() {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            popOver.setOnShown(_ -> indices.requestFocus());
            popOver.show(open);
        }
    }
}
