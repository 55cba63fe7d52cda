package latentlab.view.glossary;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import latentlab.glossary.Term;
import latentlab.view.Keys;
import latentlab.view.OwnedWindow;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.SideWindow;
import latentlab.view.words.Terms;
import org.controlsfx.control.PopOver;

/**
 * Explains what the window shows, and those that open from it: a card beside the heading that is clicked, or beside
 * what has the pointer or the focus when the key is pressed; and a window with all terms.
 */
public final class GlossaryController {
    private final GlossaryView view;
    private final SideWindow window;
    private final Scene scene;
    private final TermPane pane;
    private final PopOver card;
    /** What the card stands beside. */
    private Node explained;
    /** What the pointer has entered last. */
    private Node pointed;

    /** @return for the main window's scene */
    public static GlossaryController in(ViewContext context, Scene scene) {
        return new GlossaryController(context, scene);
    }

    private GlossaryController(ViewContext context, Scene scene) {
        this.scene = scene;
        Texts texts = context.texts();
        view = new GlossaryView(texts);
        window = new SideWindow(context, view, "view.terms.title", 760, 520);
        pane = new TermPane(texts, this::showOnCard);
        Button all = new Button();
        all.setId("term-all");
        all.textProperty()
                .bind(texts.messagesProperty()
                        .map(messages -> messages.text("view.terms.all") + " (" + Keys.GLOSSARY.text() + ")"));
        all.setOnAction(_ -> open(pane.shown()));
        VBox content = new CardContent(pane, all);
        content.getStyleClass().add("term-card");
        card = PopOvers.of(content, PopOver.ArrowLocation.TOP_LEFT);
        attend(scene);
        OwnedWindow.eachFrom(scene, owned -> {
            attend(owned);
            owned.getAccelerators().put(Keys.TERM.combination(), () -> explain(owned));
        });
    }

    private void attend(Scene scene) {
        // A filter, since split panes let no click through to the scene.
        scene.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            Node heading = event.getTarget() instanceof Node node ? Terms.heading(node) : null;
            if (heading != null) {
                show(Terms.of(heading), heading);
            }
        });
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> {
            if (event.getTarget() instanceof Node node) {
                pointed = node;
            }
        });
    }

    /** Explains what the pointer is on, or else what has the focus; opens the glossary where that is no term. */
    public void explain() {
        explain(scene);
    }

    private void explain(Scene scene) {
        if (card.isShowing()) {
            card.hide();
            return;
        }
        boolean pointing =
                pointed != null && pointed.getScene() == scene && pointed.isHover() && Terms.of(pointed) != null;
        Node owner = pointing ? pointed : scene.getFocusOwner();
        Term term = Terms.of(owner);
        if (term == null) {
            open(null);
        } else {
            show(term, owner);
        }
    }

    private void show(Term term, Node owner) {
        explained = owner;
        pane.show(term);
        card.show(owner);
    }

    /** Opens the card anew, since it keeps the size that it is opened with. */
    private void showOnCard(Term term) {
        card.hide(Duration.ZERO);
        show(term, explained);
    }

    /** Opens the window with all terms. @param term to begin with; null for where it was left */
    public void open(Term term) {
        // At once: fading, it would give the focus back to the main window when it is gone.
        card.hide(Duration.ZERO);
        window.show(scene.getWindow());
        if (term != null) {
            view.choose(term);
        }
        view.search.requestFocus();
    }

    /** As high as its words are at the width it has, whoever asks without naming one. */
    private static final class CardContent extends VBox {
        private static final double WIDTH = 420;

        CardContent(Node... children) {
            super(children);
            setPrefWidth(WIDTH);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? WIDTH : width);
        }
    }
}
