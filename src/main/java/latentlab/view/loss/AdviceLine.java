package latentlab.view.loss;

import atlantafx.base.theme.Styles;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** What to try next, over the chart: one action, beside the sentence or below it, and a way to be rid of it. */
final class AdviceLine extends GridPane {
    /** So that curves are seen beside it, in points. */
    private static final double WIDEST = 440;
    /** Of its own letters: in less room the action stands below, so that the sentence does not become a column. */
    private static final double BESIDE = 30;

    private final ObservableDoubleValue room;

    final Label sentence = new Label();
    final Button action = new Button();
    /** What the action does, and why. */
    final StringProperty help = new SimpleStringProperty();

    final Button dismiss;

    /** @param room width that it may take, in points */
    AdviceLine(Texts texts, ObservableDoubleValue room) {
        this.room = room;
        setId("loss-advice");
        getStyleClass().add("advice-line");
        sentence.setId("loss-advice-sentence");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(USE_PREF_SIZE);
        GridPane.setHgrow(sentence, Priority.ALWAYS);
        action.setId("loss-advice-action");
        action.getStyleClass().add(Styles.SMALL);
        action.setMinWidth(USE_PREF_SIZE);
        Buttons.named(action, help);
        action.accessibleHelpProperty().bind(help);
        action.accessibleTextProperty().bind(action.textProperty());
        dismiss = Buttons.named(new Button(), texts.bind("view.loss.advice.dismiss.help"));
        Buttons.icon(dismiss, "icon-dismiss");
        dismiss.setId("loss-advice-dismiss");
        dismiss.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        dismiss.setMinWidth(USE_PREF_SIZE);
        add(sentence, 0, 0);
        add(action, 1, 0);
        add(dismiss, 2, 0);
        room.subscribe(_ -> place());
        sentence.fontProperty().subscribe(_ -> place());
        setMaxSize(WIDEST, USE_PREF_SIZE);
        setVisible(false);
    }

    private void place() {
        boolean beside =
                Math.min(WIDEST, room.get()) >= BESIDE * sentence.getFont().getSize();
        GridPane.setConstraints(action, beside ? 1 : 0, beside ? 0 : 1);
        // The sentence has more lines than the buttons then.
        GridPane.setValignment(dismiss, beside ? VPos.CENTER : VPos.TOP);
    }
}
