package latentlab.view.status;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;
import org.controlsfx.control.StatusBar;

/** One line at the bottom: the status of training, and the long task under way with a button to cancel it. */
public final class StatusView extends StatusBar {
    /** Between the parts of the line. */
    private static final String APART = "  ·  ";

    final HBox task = new HBox();
    final Label taskText = new Label();
    final ProgressBar taskProgress = new ProgressBar();
    final Button cancel;
    /** All that there is to say, with what has no room in the line. */
    private final Tooltip all = new Tip();
    /** What is said, the most important first. */
    private List<String> parts = List.of();
    /** What it was last fitted to: nothing is measured until that changes. */
    private Fitted fitted;

    private record Fitted(List<String> parts, Font font, double room) {}

    /** @param last stands at its right end @return the view, bound to the shared model by its controller */
    public static StatusView in(ViewContext context, Node last) {
        StatusView view = new StatusView(context.texts());
        view.getRightItems().add(last);
        new StatusController(view, context);
        return view;
    }

    private StatusView(Texts texts) {
        setId("status");
        setTooltip(all);
        Terms.tell(this, Term.VALIDATION, texts);
        setFocusTraversable(false);
        setText("");
        taskProgress.getStyleClass().add(Styles.SMALL);
        cancel = Buttons.named(new Button(), texts.bind("view.status.cancel.help"));
        cancel.textProperty().bind(texts.bind("view.status.cancel"));
        cancel.setId("task-cancel");
        cancel.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        task.setId("task");
        task.setAlignment(Pos.CENTER_RIGHT);
        task.getStyleClass().add("task");
        // Unseen, it would take from the room of the status.
        task.managedProperty().bind(task.visibleProperty());
        task.getChildren().addAll(taskText, taskProgress, cancel);
        getRightItems().add(task);
        // In words that are whole: an ellipsis would leave a number without its end.
        task.visibleProperty().subscribe(this::requestLayout);
    }

    /** @param said the most important first: where they have no room, the last are in the tooltip alone */
    void say(List<String> said) {
        parts = List.copyOf(said);
        all.setText(String.join(APART, parts));
        setAccessibleText(all.getText());
        fit();
    }

    @Override
    protected void layoutChildren() {
        fit();
        super.layoutChildren();
    }

    private void fit() {
        // There are none before the first layout.
        if (!(lookup(".status-label") instanceof Label line && lookup(".right-items") instanceof Region right)) {
            setText(all.getText());
            return;
        }
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - right.prefWidth(-1) - 1;
        Fitted now = new Fitted(parts, line.getFont(), room);
        if (!now.equals(fitted)) {
            fitted = now;
            int said = parts.size();
            while (said > 1 && width(said, now.font()) > room) {
                said--;
            }
            setText(first(said));
        }
    }

    private double width(int said, Font font) {
        Text text = new Text(first(said));
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private String first(int said) {
        return String.join(APART, parts.subList(0, said));
    }
}
