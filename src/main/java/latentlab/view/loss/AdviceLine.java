package latentlab.view.loss;

import atlantafx.base.theme.Styles;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** What to try next, in a line over the chart: one action, and a way to be rid of it. */
final class AdviceLine extends HBox {
    /** So that curves are seen beside it, in points. */
    private static final double WIDEST = 440;

    final Label sentence = new Label();
    final Button action = new Button();
    /** What the action does, and why. */
    final StringProperty help = new SimpleStringProperty();

    final Button dismiss;

    AdviceLine(Texts texts) {
        setId("loss-advice");
        getStyleClass().add("advice-line");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setId("loss-advice-sentence");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
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
        getChildren().setAll(sentence, action, dismiss);
        setMaxSize(WIDEST, USE_PREF_SIZE);
        setVisible(false);
    }
}
