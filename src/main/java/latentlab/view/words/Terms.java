package latentlab.view.words;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.Tooltip;
import latentlab.glossary.Term;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.Tip;

/** Says which term of the glossary a part of the window is about, so that it can be explained where it stands. */
public final class Terms {
    private static final String KEY = "latentlab.term";
    /** Style class of headings that are explained with a click. */
    private static final String HEADING = "term";

    private Terms() {}

    /** Everything in the node is about the term, unless something in it says otherwise. */
    public static <T extends Node> T mark(T node, Term term) {
        node.getProperties().put(KEY, term);
        return node;
    }

    /** A heading tells the term's sentence as its tooltip, and all of it with a click. */
    public static void explain(Label heading, Term term, Texts texts) {
        mark(heading, term).getStyleClass().add(HEADING);
        tell(heading, new SimpleObjectProperty<>(term), texts, "view.terms.more");
    }

    /** The tooltip of a control or figure goes on with the term's sentence, and says how to get all of it. */
    public static <T extends Control> T tell(T control, Term term, Texts texts) {
        return tell(control, new SimpleObjectProperty<>(term), texts);
    }

    /** @param term another one whenever the control is about another; never null */
    public static <T extends Control> T tell(T control, ObservableValue<Term> term, Texts texts) {
        term.subscribe(now -> mark(control, now));
        tell(control, term, texts, "view.terms.more.key");
        return control;
    }

    /**
     * Heads a column with a label in place of the text it has for screen readers, which would have no tooltip.
     *
     * @param help null for none
     * @param term that the column is about; null for none
     */
    public static void head(
            TableColumnBase<?, ?> column,
            ObservableValue<String> title,
            ObservableValue<String> help,
            Term term,
            Texts texts) {
        Label label = new Label();
        label.textProperty().bind(title);
        if (help != null) {
            Tooltip tooltip = new Tip();
            tooltip.textProperty().bind(help);
            label.setTooltip(tooltip);
            label.accessibleTextProperty().bind(help);
        }
        if (term != null) {
            tell(label, term, texts);
        }
        column.textProperty().bind(title);
        column.setGraphic(label);
        column.getStyleClass().add("told-column");
    }

    private static void tell(Control control, ObservableValue<Term> term, Texts texts, String more) {
        Tooltip own = control.getTooltip();
        ObservableValue<String> before = own == null ? new SimpleStringProperty("") : own.textProperty();
        Tooltip tooltip = new Tip();
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Stream.of(
                                        before.getValue(),
                                        texts.get(term.getValue().sentence()),
                                        texts.get(more, Keys.TERM.text()))
                                .filter(part -> part != null && !part.isEmpty())
                                .collect(Collectors.joining("\n")),
                        before,
                        term,
                        texts.messagesProperty()));
        control.setTooltip(tooltip);
    }

    /** @return the term that a node is about, or what it is in; null for none */
    public static Term of(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.hasProperties() && each.getProperties().get(KEY) instanceof Term term) {
                return term;
            }
        }
        return null;
    }

    /** @return the heading that a node is, or is in, which a click explains; null for none */
    public static Node heading(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains(HEADING)) {
                return each;
            }
        }
        return null;
    }
}
