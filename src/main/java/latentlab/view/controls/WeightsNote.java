package latentlab.view.controls;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import latentlab.session.TrainingModel;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/**
 * Says from whose weights new runs start, until that is undone. Not there while weights are drawn: it stands in a line
 * that is there anyway, so that nothing is pushed when it comes.
 */
final class WeightsNote extends HBox {
    WeightsNote(TrainingModel model, Texts texts) {
        getStyleClass().add("weights-note");
        Label label = Buttons.named(new Label(), said("view.controls.weights", model, texts));
        label.setId("weights");
        label.setMinWidth(0);
        // A file's kind and the number at the end of its name tell more than what is between.
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.getStyleClass().add(Styles.TEXT_SMALL);
        label.textProperty().bind(said("view.controls.weights.from", model, texts));
        Button undo =
                Buttons.icon(Buttons.named(new Button(), texts.bind("view.controls.weights.undo.help")), "icon-remove");
        undo.setId("weights-undo");
        undo.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(_ -> model.setWeights(null));
        visibleProperty().bind(model.weightsProperty().isNotNull());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(label, undo);
    }

    private static ObservableValue<String> said(String key, TrainingModel model, Texts texts) {
        var weights = model.weightsProperty();
        return Bindings.createStringBinding(
                () -> weights.get() == null ? "" : texts.get(key, weights.get().name()),
                weights,
                texts.messagesProperty());
    }
}
