package latentlab.view.glossary;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.glossary.Glossary;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** All terms on the left, to be searched; on the right what is said of the chosen one. */
final class GlossaryView extends BorderPane {
    final TextField search = new TextField();
    final ListView<Term> list = new ListView<>();
    final TermPane pane;
    private final Texts texts;
    /** The list is being filled: what is chosen meanwhile nobody has chosen. */
    private boolean filling;

    GlossaryView(Texts texts) {
        this.texts = texts;
        setId("glossary");
        search.setId("glossary-search");
        search.promptTextProperty().bind(texts.bind("view.terms.search"));
        Buttons.named(search, texts.bind("view.terms.search.help"));
        list.setId("glossary-list");
        list.getStyleClass().add(Styles.DENSE);
        list.accessibleTextProperty().bind(texts.bind("view.terms.list"));
        list.setCellFactory(_ -> new Cell());
        Label nothing = new Label();
        nothing.textProperty().bind(texts.bind("view.terms.nothing"));
        nothing.getStyleClass().add(Styles.TEXT_MUTED);
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(search, list);
        left.getStyleClass().add("glossary-terms");
        pane = new TermPane(texts, this::choose);
        ScrollPane scroll = new ScrollPane(pane);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setLeft(left);
        setCenter(scroll);
        search.textProperty().subscribe(this::fill);
        list.getSelectionModel().selectedItemProperty().subscribe(term -> {
            if (!filling && term != null) {
                pane.show(term);
            }
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                event.consume();
            }
        });
        // At once too, with all terms.
        texts.messagesProperty().subscribe(_ -> fill());
    }

    /** Shows a term, in the list of all where the search has left it out. */
    void choose(Term term) {
        if (!list.getItems().contains(term)) {
            search.clear();
        }
        list.getSelectionModel().select(term);
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        pane.show(term);
    }

    private void fill() {
        Term before = pane.shown();
        List<Term> found =
                Glossary.search(search.getText(), texts.messagesProperty().get());
        filling = true;
        list.getItems().setAll(found);
        filling = false;
        boolean typed = !search.getText().isBlank();
        Term next = !typed && before != null && found.contains(before)
                ? before
                : found.stream().findFirst().orElse(null);
        if (next != null) {
            list.getSelectionModel().select(next);
        } else {
            list.getSelectionModel().clearSelection();
        }
        pane.show(next);
    }

    private final class Cell extends ListCell<Term> {
        @Override
        protected void updateItem(Term term, boolean none) {
            super.updateItem(term, none);
            setText(none ? null : texts.get(term.title()));
        }
    }
}
