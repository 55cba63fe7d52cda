package latentlab.view.model;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import latentlab.view.Buttons;
import latentlab.view.NewRunNote;
import latentlab.view.Texts;
import org.controlsfx.control.SegmentedButton;

/** Which of the two models a new run takes. */
public final class ModelKindView extends HBox {
    final ToggleButton simple;
    final ToggleButton tied;
    final NewRunNote note;

    public ModelKindView(Texts texts) {
        getStyleClass().add("bar-group");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label();
        label.textProperty().bind(texts.bind("view.model.title"));
        simple = choice("simple", texts);
        tied = choice("tied", texts);
        SegmentedButton choices = new SegmentedButton(simple, tied);
        label.setLabelFor(choices);
        note = new NewRunNote("model-note", texts);
        getChildren().addAll(label, choices, note);
    }

    private static ToggleButton choice(String kind, Texts texts) {
        ToggleButton button = Buttons.named(new ToggleButton(), texts.bind("view.model." + kind + ".help"));
        button.textProperty().bind(texts.bind("view.model." + kind));
        button.setId("model-" + kind);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }
}
