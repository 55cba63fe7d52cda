package latentlab.view.controls;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.view.Buttons;
import latentlab.view.NewRunNote;
import latentlab.view.Texts;

/** One setting: name, note, field to type in, and a slider where {@link #withSlider} adds one. */
final class NumberRow extends VBox {
    final TextField field = new TextField();
    final NewRunNote note;
    /** Why what is in the field cannot be taken; whoever shows the row finds a place for it. */
    final Label problem = new Label();

    NumberRow(String id, Texts texts) {
        getStyleClass().add("number-row");
        Label label = new Label();
        label.textProperty().bind(texts.bind("view.controls." + id));
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        note = new NewRunNote(id + "-note", texts);
        VBox names = new VBox(label, note);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        field.setId(id + "-field");
        field.getStyleClass().addAll(Styles.SMALL, "number-field");
        Buttons.named(field, texts.bind("view.controls." + id + ".help"));
        HBox header = new HBox(names, field);
        header.getStyleClass().add("number-header");
        header.setAlignment(Pos.CENTER_LEFT);
        problem.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        problem.setId(id + "-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problem.visibleProperty().bind(problem.managedProperty());
        getChildren().add(header);
    }

    void withSlider(Slider slider, SliderMarks marks) {
        slider.setId(field.getId().replace("field", "slider"));
        slider.getStyleClass().add(Styles.SMALL);
        Buttons.named(slider, field.accessibleTextProperty());
        getChildren().add(new VBox(slider, marks));
    }
}
