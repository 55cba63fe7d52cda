package latentlab.view.export;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** What can be saved, those of a kind under its heading, and a field that finds them by their words. */
final class FormatList extends VBox {
    final ListView<Export> list;
    private final TextField search = new TextField();
    private final FilteredList<Export> found;
    private final Texts texts;

    FormatList(Texts texts, List<Export> exports) {
        this.texts = texts;
        getStyleClass().add("export-formats");
        found = new FilteredList<>(FXCollections.observableArrayList(ExportCatalogue.byKind(exports)));
        list = Buttons.named(new ListView<>(found), texts.bind("view.export.formats"));
        list.setId("export-formats");
        list.setTooltip(null);
        list.setCellFactory(_ -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        search.setId("export-search");
        search.promptTextProperty().bind(texts.bind("view.export.search"));
        search.getStyleClass().add(Styles.SMALL);
        Buttons.named(search, texts.bind("view.export.search.help"));
        search.textProperty().subscribe(this::filter);
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
        getChildren().addAll(search, list);
        texts.messagesProperty().subscribe(list::refresh);
    }

    /** @param action receives what is selected */
    void onSelect(Consumer<Export> action) {
        list.getSelectionModel().selectedItemProperty().subscribe(export -> {
            if (export != null) {
                action.accept(export);
            }
        });
    }

    /** Shows all of them, one selected. */
    void select(Export export) {
        search.clear();
        list.getSelectionModel().select(export);
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
    }

    private void filter(String typed) {
        Export selected = list.getSelectionModel().getSelectedItem();
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(
                export -> (texts.get(export.name()) + " " + texts.get(export.help()) + " " + export.fileName())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted));
        if (!found.isEmpty()) {
            list.getSelectionModel().select(found.contains(selected) ? selected : found.getFirst());
        }
        // Headings come and go with what is above an item.
        list.refresh();
    }

    private static String heading(Export export) {
        Export.Kind kind = export.kind() == Export.Kind.NUMBERS ? Export.Kind.TABLE : export.kind();
        return "view.export.kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    private final class Cell extends ListCell<Export> {
        private final Label heading = new Label();
        private final Label name = new Label();
        private final VBox both = new VBox(heading, name);

        Cell() {
            getStyleClass().add("export-cell");
            heading.getStyleClass().add("export-kind");
            heading.managedProperty().bind(heading.visibleProperty());
            name.getStyleClass().add("export-name");
            name.setMaxWidth(Double.MAX_VALUE);
            // As wide as the list: a long name ends in dots instead of widening all.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Export export, boolean empty) {
            super.updateItem(export, empty);
            if (empty || export == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            int place = getIndex();
            boolean first = place == 0
                    || place < found.size() && !heading(found.get(place - 1)).equals(heading(export));
            heading.setVisible(first);
            heading.setText(texts.get(heading(export)));
            name.setText(texts.get(export.name()));
            setAccessibleText(heading.getText() + ": " + name.getText());
            setGraphic(both);
        }
    }
}
