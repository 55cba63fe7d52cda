package latentlab.view.export;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import latentlab.run.Run;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** What a person says of a run in its report. The words are the run's note, and stay with it. */
final class OwnWords extends VBox {
    final TextArea field = new TextArea();
    /** Null while no report is being written. */
    private Run run;
    /** As the run has them, as far as this field knows. */
    private String said = "";

    OwnWords(Texts texts) {
        getStyleClass().add("own-words");
        field.setId("own-words");
        field.setWrapText(true);
        Buttons.named(field, texts.bind("view.export.words.help"));
        Label label = new Label();
        label.textProperty().bind(texts.bind("view.export.words"));
        label.setLabelFor(field);
        Label hint = new Label();
        hint.textProperty().bind(texts.bind("view.export.words.hint"));
        hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        hint.setWrapText(true);
        getChildren().addAll(label, field, hint);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** @param of whose words are asked for; null for no run */
    void show(Run of) {
        keep();
        run = of;
        setVisible(of != null);
        said = of == null ? "" : of.findings().said().note();
        field.setText(said);
    }

    /** Leaves with the run what has been typed so far; what has been said elsewhere meanwhile stays unless it was. */
    void keep() {
        if (run != null && !field.getText().equals(said)) {
            said = field.getText();
            run.findings().note(said.strip());
        }
    }
}
