package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import latentlab.data.Dataset;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/** All classes of a dataset, to be searched by name; those that are ticked are on the map. */
final class ClassList extends VBox {
    private final Texts texts;
    private final ThemeColours colours;
    private final Consumer<BitSet> hide;
    private final TextField search = new TextField();
    private final ListView<Integer> list = new ListView<>();
    private Dataset dataset;
    private Map<Integer, Integer> counts = Map.of();
    private BitSet hidden = new BitSet();

    /** @param hide receives the hidden classes */
    ClassList(Texts texts, ThemeColours colours, Consumer<BitSet> hide) {
        this.texts = texts;
        this.colours = colours;
        this.hide = hide;
        getStyleClass().add("class-list");
        search.setId("class-search");
        search.promptTextProperty().bind(texts.bind("view.latent.searchClasses"));
        Buttons.named(search, texts.bind("view.latent.searchClasses"));
        search.textProperty().subscribe(this::filter);
        list.setId("classes");
        list.accessibleTextProperty().bind(texts.bind("view.latent.classes"));
        Label nothing = new Label();
        nothing.textProperty().bind(texts.bind("view.latent.noClass"));
        list.setPlaceholder(nothing);
        list.setCellFactory(_ -> new Cell());
        list.setOnKeyPressed(event -> {
            Integer label = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && label != null) {
                toggle(label, hidden.get(label));
                event.consume();
            }
        });
        Button all = button("classes-all", "view.latent.allClasses", false);
        Button none = button("classes-none", "view.latent.noClasses", true);
        HBox both = new HBox(all, none);
        both.getStyleClass().add("class-buttons");
        getChildren().addAll(search, list, both);
    }

    /** Shows or hides the classes that are listed. */
    private Button button(String id, String key, boolean hides) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.getStyleClass().add(Styles.SMALL);
        Buttons.named(button, texts.bind(key));
        button.setOnAction(_ -> {
            BitSet now = (BitSet) hidden.clone();
            list.getItems().forEach(label -> now.set(label, hides));
            hide.accept(now);
        });
        return button;
    }

    /** @param imageCounts of each class there is, by label */
    void show(Dataset shown, Map<Integer, Integer> imageCounts) {
        dataset = shown;
        counts = imageCounts;
        search.clear();
        filter();
    }

    void showHidden(BitSet now) {
        hidden = now;
        list.refresh();
    }

    private void filter() {
        String wanted = folded(search.getText());
        List<Integer> found = counts.keySet().stream()
                .filter(label -> folded(dataset.className(label)).contains(wanted))
                .toList();
        list.getItems().setAll(found);
    }

    /** So that letters are found in either case and with any width or accent. */
    private static String folded(String name) {
        String apart = Normalizer.normalize(name.strip(), Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return apart.toLowerCase(Locale.ROOT);
    }

    private void toggle(int label, boolean shown) {
        BitSet now = (BitSet) hidden.clone();
        now.set(label, !shown);
        hide.accept(now);
    }

    private final class Cell extends ListCell<Integer> {
        private final CheckBox box = new CheckBox();
        private final Circle dot = new Circle(5);
        private final HBox both = new HBox(dot, box);

        Cell() {
            both.getStyleClass().add("class-entry");
            box.setFocusTraversable(false);
            box.setMnemonicParsing(false);
            // Long names are cut where the list ends.
            setPrefWidth(0);
            box.setOnAction(_ -> toggle(getItem(), box.isSelected()));
        }

        @Override
        protected void updateItem(Integer label, boolean empty) {
            super.updateItem(label, empty);
            setGraphic(empty ? null : both);
            if (!empty) {
                box.setText(texts.get("view.latent.classEntry", dataset.className(label), counts.get(label)));
                box.setSelected(!hidden.get(label));
                colours.dot(dot, label);
                setAccessibleText(texts.get("view.latent.class", dataset.className(label), counts.get(label)));
            }
        }
    }
}
