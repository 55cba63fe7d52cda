package latentlab.view.words;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
        ObservableValue<String> words = texts.messagesProperty()
                .map(messages ->
                        messages.text(term.sentence()) + "\n" + messages.text("view.terms.more", Keys.TERM.text()));
        Tooltip tooltip = new Tip();
        tooltip.textProperty().bind(words);
        heading.setTooltip(tooltip);
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
