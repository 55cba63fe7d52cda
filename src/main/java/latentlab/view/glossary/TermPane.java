package latentlab.view.glossary;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import latentlab.glossary.Term;
import latentlab.view.Texts;
import latentlab.view.Tip;

/** What is said of one term, with links to others. */
final class TermPane extends VBox {
    private final Texts texts;
    private final Consumer<Term> go;
    private final Label name = new Label();
    private final Label sentence = new Label();
    private final Label paragraph = new Label();
    private final Label also = new Label();
    private final FlowPane links = new FlowPane();
    private Term shown;

    /** @param go called with the term of a link that is followed */
    TermPane(Texts texts, Consumer<Term> go) {
        this.texts = texts;
        this.go = go;
        getStyleClass().add("term-pane");
        name.getStyleClass().add(Styles.TITLE_4);
        sentence.getStyleClass().add("term-sentence");
        also.getStyleClass().add(Styles.TEXT_MUTED);
        also.textProperty().bind(texts.bind("view.terms.also"));
        links.getStyleClass().add("term-links");
        for (Label each : new Label[] {name, sentence, paragraph}) {
            each.setWrapText(true);
            each.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().addAll(name, sentence, paragraph, also, links);
        setAccessibleRole(AccessibleRole.TEXT);
        texts.messagesProperty().subscribe(() -> show(shown));
    }

    /** @param term null for none */
    void show(Term term) {
        shown = term;
        setVisible(term != null);
        setFocusTraversable(term != null);
        if (term == null) {
            return;
        }
        name.setText(texts.get(term.title()));
        sentence.setText(texts.get(term.sentence()));
        paragraph.setText(texts.get(term.paragraph()));
        setAccessibleText(name.getText() + ". " + sentence.getText() + " " + paragraph.getText());
        links.getChildren().clear();
        for (Term each : term.related()) {
            Hyperlink link = new Hyperlink(texts.get(each.title()));
            link.setId("term-link-" + each.id());
            link.setAccessibleText(link.getText() + ": " + texts.get(each.sentence()));
            link.setTooltip(new Tip(texts.get(each.sentence())));
            link.setOnAction(_ -> go.accept(each));
            links.getChildren().add(link);
        }
        also.setVisible(!links.getChildren().isEmpty());
    }

    Term shown() {
        return shown;
    }
}
