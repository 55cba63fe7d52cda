package latentlab.view.decode;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.glossary.Term;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.words.Terms;

/** A slider for the value of one latent unit. */
final class UnitSlider extends HBox {
    /** Step of an arrow key, as a share of the slider's length. */
    private static final double STEP = 0.02;

    final Slider slider = new Slider();

    UnitSlider(int unit, Texts texts) {
        getStyleClass().add("unit-slider");
        Terms.mark(this, Term.UNIT);
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(String.valueOf(unit + 1));
        name.getStyleClass().add("unit-name");
        slider.setId("unit-" + (unit + 1));
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label value = new Label();
        value.getStyleClass().add("unit-value");
        value.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("view.decode.value", slider.getValue()),
                        slider.valueProperty(),
                        texts.messagesProperty()));
        Buttons.valued(slider, texts.bind("view.decode.unit", unit + 1), value.textProperty());
        Terms.tell(name, Term.UNIT, texts);
        Terms.tell(value, Term.CODE, texts);
        getChildren().addAll(name, slider, value);
    }

    DoubleProperty valueProperty() {
        return slider.valueProperty();
    }

    /**
     * @param low lowest value of the unit over the test images
     * @param high highest value; the slider's range is extended if the value lies outside
     */
    void show(double low, double high, double value) {
        double least = Math.min(low, value);
        double most = Math.max(Math.max(high, value), least + 1e-6);
        // In this order, no bound clips a value.
        slider.setMin(Math.min(slider.getMin(), least));
        slider.setMax(Math.max(slider.getMax(), most));
        slider.setValue(value);
        slider.setMin(least);
        slider.setMax(most);
        slider.setBlockIncrement((most - least) * STEP);
    }
}
