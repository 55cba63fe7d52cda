package latentlab.view.controls;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.engine.weights.WeightFile;
import latentlab.session.TrainingModel;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** Says from whose weights new runs start, until that is undone. Not there while weights are drawn. */
final class WeightsNote extends HBox {
    WeightsNote(TrainingModel model, Texts texts) {
        getStyleClass().add("weights-note");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label();
        label.setId("weights");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(Styles.TEXT_SMALL);
        setHgrow(label, Priority.ALWAYS);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(model.weightsProperty().get(), texts),
                        model.weightsProperty(),
                        texts.messagesProperty()));
        Button undo = Buttons.named(new Button(), texts.bind("view.controls.weights.undo.help"));
        undo.setId("weights-undo");
        undo.textProperty().bind(texts.bind("view.controls.weights.undo"));
        undo.getStyleClass().add(Styles.SMALL);
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(_ -> model.setWeights(null));
        visibleProperty().bind(model.weightsProperty().isNotNull());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(label, undo);
    }

    private static String text(WeightFile weights, Texts texts) {
        return weights == null ? "" : texts.get("view.controls.weights", weights.name());
    }
}
