package latentlab.view.beside;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.TransportButtons;
import latentlab.view.input.EpochField;

/** The one timeline of all runs that are side by side. */
final class Track extends HBox {
    final TransportButtons buttons;
    final Slider slider = new Slider(0, 1, 0);
    final EpochField position;

    Track(Texts texts) {
        getStyleClass().add("timeline");
        setAlignment(Pos.CENTER_LEFT);
        buttons = new TransportButtons("beside", texts);
        Buttons.valued(
                slider,
                texts.bind("view.beside.track"),
                Bindings.createStringBinding(
                        () -> Long.toString(Math.round(slider.getValue())), slider.valueProperty()));
        slider.setId("beside-track");
        slider.setBlockIncrement(1);
        slider.getStyleClass().add(Styles.SMALL);
        HBox.setHgrow(slider, Priority.ALWAYS);
        position = new EpochField("beside", texts);
        position.setOnLeave(slider::requestFocus);
        getChildren().addAll(buttons.all());
        getChildren().addAll(slider, position);
    }
}
