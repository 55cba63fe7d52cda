package latentlab.view.status;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.Terms;
import org.controlsfx.control.StatusBar;

/** One line at the bottom: the status of training, and the long task under way with a button to cancel it. */
public final class StatusView extends StatusBar {
    final HBox task = new HBox();
    final Label taskText = new Label();
    final ProgressBar taskProgress = new ProgressBar();
    final Button cancel;

    /** @param last stands at its right end @return the view, bound to the shared model by its controller */
    public static StatusView in(ViewContext context, Node last) {
        StatusView view = new StatusView(context.texts());
        view.getRightItems().add(last);
        new StatusController(view, context);
        return view;
    }

    private StatusView(Texts texts) {
        setId("status");
        Terms.mark(this, Term.VALIDATION);
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
    }
}
