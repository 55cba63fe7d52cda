package latentlab.view.stack;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import latentlab.engine.layer.Layer;
import latentlab.engine.model.Autoencoder;
import latentlab.glossary.Term;
import latentlab.view.Choices;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;

/** A model as a stack of layers, with its units, activations and counts of parameters. */
public final class StackView extends VBox {
    private final Texts texts;
    private final StackDiagram diagram;
    /** Whose model it is, where that is not the run's on screen. */
    final Label caption = new Label();

    private final Label total = new Label();
    private final Label saved = new Label();
    private final BorderPane sum = new BorderPane(total);

    /** @return the model of the run on screen, bound to the shared model by its controller */
    public static StackView ofRun(ViewContext context) {
        return in(context, false);
    }

    /** @return the model that the settings come to, which says so where a new run waits for them */
    public static StackView ofSettings(ViewContext context) {
        return in(context, true);
    }

    private static StackView in(ViewContext context, boolean ofSettings) {
        StackView view = new StackView(context.texts(), context.colours());
        new StackController(view, context, ofSettings);
        return view;
    }

    private StackView(Texts texts, ThemeColours colours) {
        this.texts = texts;
        getStyleClass().add("stack");
        diagram = new StackDiagram(texts, colours);
        total.getStyleClass().add("stack-total");
        saved.getStyleClass().add("stack-saved");
        caption.getStyleClass().addAll("stack-caption", "pending");
        caption.visibleProperty().bind(caption.textProperty().isNotEmpty());
        caption.managedProperty().bind(caption.visibleProperty());
        for (Label label : new Label[] {caption, total, saved}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        Terms.tell(total, Term.PARAMETER, texts);
        Terms.tell(saved, Term.TIED, texts);
        saved.managedProperty().bind(saved.visibleProperty());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(caption, diagram, sum, saved);
        BorderPane.setAlignment(total, Pos.CENTER_LEFT);
    }

    /** @param handle put beside the sum, since the diagram is as wide as all of it */
    public void takeHandle(Node handle) {
        sum.setRight(handle);
    }

    void show(Autoencoder model) {
        diagram.show(model);
        total.setText(texts.get("view.stack.total", model.totalCount()));
        saved.setVisible(model.sharedCount() > 0);
        saved.setText(texts.get("view.stack.saved", model.sharedCount()));
        setAccessibleText(description(model));
    }

    private String description(Autoencoder model) {
        StringBuilder text = new StringBuilder(texts.get("view.stack.help"));
        text.append(": ").append(model.inputs());
        for (Layer layer : model.layers()) {
            text.append(" → ").append(layer.outputs()).append(' ').append(Choices.word(texts, layer.activation()));
        }
        text.append("; ").append(total.getText());
        if (saved.isVisible()) {
            text.append("; ").append(saved.getText());
        }
        return text.toString();
    }
}
