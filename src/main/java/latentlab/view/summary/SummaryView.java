package latentlab.view.summary;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;

/** The model of the run on screen, drawn, and as PyTorch would print it, wrapped to the available width. */
public final class SummaryView extends BorderPane {
    /** Width of the text's padding and border. */
    private static final double FRAME = 12;

    private final TextArea text = new TextArea();
    /** What a new run would change; empty for nothing. */
    final Label next = new Label();

    /** Leads to the numbers of one step of training. */
    private final Button step = new Button();

    private final Label arithmetic = new Label();
    private String summary = "";

    /** @param stack the drawing of the model @return the view, bound to the shared model by its controller */
    public static SummaryView in(ViewContext context, Node stack) {
        SummaryView view = new SummaryView(context.texts(), stack);
        new SummaryController(view, context);
        return view;
    }

    private SummaryView(Texts texts, Node stack) {
        text.setId("summary");
        text.setEditable(false);
        text.getStyleClass().add("summary");
        Buttons.named(text, texts.bind("view.summary.help"));
        text.widthProperty().addListener(_ -> wrap());
        text.fontProperty().addListener(_ -> wrap());
        arithmetic.setId("arithmetic");
        Terms.tell(arithmetic, Term.REPRODUCIBLE, texts);
        arithmetic.setWrapText(true);
        arithmetic.setMinHeight(USE_PREF_SIZE);
        arithmetic.getStyleClass().addAll("arithmetic", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        next.setId("summary-next");
        next.setWrapText(true);
        next.setMinHeight(USE_PREF_SIZE);
        next.getStyleClass().addAll(Styles.TEXT_SMALL, "pending");
        next.visibleProperty().bind(next.textProperty().isNotEmpty());
        next.managedProperty().bind(next.visibleProperty());
        step.setId("summary-step");
        step.getStyleClass().add(Styles.SMALL);
        step.textProperty().bind(texts.bind("view.summary.step"));
        Buttons.named(step, texts.bind("view.summary.step.help"), Keys.STEP);
        VBox both = new VBox(next, stack, step, text, arithmetic);
        both.getStyleClass().add("model-summary");
        ScrollPane scroll = new ScrollPane(both);
        scroll.setId("model-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
    }

    /** @param open shows one step of training in numbers */
    public void onStep(Runnable open) {
        step.setOnAction(_ -> open.run());
    }

    /** @param how the run on screen was computed; empty if there is none */
    void showArithmetic(String how) {
        arithmetic.setText(how);
        arithmetic.setVisible(!how.isEmpty());
        arithmetic.setManaged(!how.isEmpty());
    }

    void show(String summary) {
        this.summary = summary;
        wrap();
    }

    private void wrap() {
        Text letter = new Text("0");
        letter.setFont(text.getFont());
        int columns =
                (int) ((text.getWidth() - FRAME) / letter.getLayoutBounds().getWidth());
        String lines = columns <= 0 ? summary : HangingIndent.wrap(summary, columns);
        if (!lines.equals(text.getText())) {
            text.setText(lines);
            text.setPrefRowCount((int) lines.lines().count());
        }
    }
}
