package latentlab.view.input;

import java.util.function.IntConsumer;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import latentlab.data.Dataset;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** A field for choosing a test image by its index, with the image's class beside it. */
public final class ImageChoice extends HBox {
    private final IntegerSpinnerValueFactory indices = new IntegerSpinnerValueFactory(0, 0);
    private final Label label = new Label();
    /** Whether the index is being set from the model, not by the user. */
    private boolean showing;

    /** @param id of the field, and of its texts in the bundle: {@code view.ID} and {@code view.ID.help} */
    public ImageChoice(String id, Texts texts) {
        getStyleClass().add("image-choice");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label();
        name.textProperty().bind(texts.bind("view." + id));
        Spinner<Integer> field = Buttons.named(new Spinner<>(indices), texts.bind("view." + id + ".help"));
        field.getEditor().accessibleTextProperty().bind(texts.bind("view." + id + ".help"));
        field.setId(id.replace('.', '-'));
        RangedNumber.in(field, texts);
        name.setLabelFor(field);
        label.getStyleClass().add("image-choice-class");
        getChildren().addAll(name, field, label);
    }

    /**
     * Shows the model's choice and reports the user's.
     *
     * @param image index among the dataset's test images; -1 for none
     * @param choose receives the index the user chooses
     */
    public void follow(ObservableIntegerValue image, IntConsumer choose) {
        image.subscribe(index -> {
            showing = true;
            indices.setMax(Math.max(indices.getMax(), index.intValue()));
            indices.setValue(Math.max(0, index.intValue()));
            showing = false;
        });
        indices.valueProperty().addListener((_, _, index) -> {
            if (!showing && index != null) {
                choose.accept(index);
            }
        });
    }

    /** @param dataset whose test images can be chosen */
    public void show(Dataset dataset, int image) {
        showing = true;
        indices.setMax(Math.max(0, dataset.test().count() - 1));
        showing = false;
        int known = image < 0 ? -1 : dataset.test().label(image);
        label.setText(known < 0 ? "" : dataset.className(known));
    }
}
