package latentlab.view.selection;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.data.ImageSearch;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.words.Terms;

/** Finds test images, and shows the selected ones. */
public final class SelectionView extends BorderPane {
    final ComboBox<ImageSearch> by = new ComboBox<>();
    final TextField field = new TextField();
    final Button find;
    final Button worst;
    final Button best;
    /** Number of images {@link #worst} and {@link #best} select. */
    final ComboBox<Integer> count = new ComboBox<>();

    final ToggleButton add;
    final ToggleButton isolate;
    final ToggleButton inGrid;
    final Button save;
    final Button clear;
    /** Describes the selection, or says why a request failed. */
    final Label line = new Label();

    final Label empty = new Label();
    final SelectionStrip strip;
    private final HBox header;

    SelectionView(Texts texts, ThemeColours colours) {
        getStyleClass().add("selection");
        Buttons.named(by, texts.bind("view.selection.by.help")).setId("selection-by");
        Buttons.named(field, texts.bind("view.selection.field.help")).setId("selection-field");
        by.getStyleClass().add(Styles.SMALL);
        field.getStyleClass().add(Styles.SMALL);
        find = button(new Button(), "find", texts);
        worst = button(new Button(), "worst", texts);
        best = button(new Button(), "best", texts);
        Buttons.named(count, texts.bind("view.selection.count.help")).setId("selection-count");
        count.getStyleClass().add(Styles.SMALL);
        add = button(new ToggleButton(), "add", texts);
        HBox search = group(by, field, find);
        HBox ranking = group(worst, best, count);
        HBox tools = new HBox(search, ranking, add);
        tools.getStyleClass().add("selection-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        line.setId("selection-line");
        line.getStyleClass().addAll(Styles.TEXT_SMALL, "selection-line");
        Terms.mark(this, Term.RECONSTRUCTION);
        setTop(new VBox(tools, line));
        strip = new SelectionStrip(texts, colours);
        empty.textProperty().bind(texts.bind("view.selection.empty", Keys.shortcut()));
        empty.getStyleClass().addAll(Styles.TEXT_MUTED, "selection-empty");
        empty.setWrapText(true);
        setCenter(new StackPane(strip, empty));

        isolate = button(new ToggleButton(), "isolate", texts);
        inGrid = button(new ToggleButton(), "grid", texts);
        save = button(new Button(), "save", texts);
        clear = button(new Button(), "clear", texts);
        header = new HBox(isolate, inGrid, save, clear);
        header.getStyleClass().addAll("explore-header", "selection-header");
        header.setAlignment(Pos.CENTER_LEFT);
    }

    private static HBox group(Node... controls) {
        HBox group = new HBox(controls);
        group.getStyleClass().add("selection-group");
        group.setAlignment(Pos.CENTER_LEFT);
        return group;
    }

    private static <T extends ButtonBase> T button(T button, String name, Texts texts) {
        Buttons.named(button, texts.bind("view.selection." + name + ".help"));
        button.setId("selection-" + name);
        button.textProperty().bind(texts.bind("view.selection." + name));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** The selected images. */
    public Node pictured() {
        return strip;
    }

    /** Commands for the selected images. */
    public HBox header() {
        return header;
    }
}
