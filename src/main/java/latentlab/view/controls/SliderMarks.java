package latentlab.view.controls;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;

/** Values written under a slider where its thumb would stand for them; a click on one takes it. */
final class SliderMarks extends Region {
    private static final double THUMB = 16;

    private final Slider slider;
    private final Map<Label, Double> places = new LinkedHashMap<>();

    SliderMarks(Slider slider) {
        this.slider = slider;
        getStyleClass().add("slider-marks");
    }

    /** @param place the slider's value */
    SliderMarks mark(String text, double place) {
        Label label = new Label(text);
        label.setOnMouseClicked(_ -> slider.setValue(place));
        places.put(label, place);
        getChildren().add(label);
        return this;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return places.keySet().stream()
                .mapToDouble(label -> label.prefHeight(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        Node thumb = slider.lookup(".thumb");
        double thumbWidth = thumb == null ? THUMB : thumb.getLayoutBounds().getWidth();
        double travel = getWidth() - thumbWidth;
        places.forEach((label, place) -> {
            label.autosize();
            double fraction = (place - slider.getMin()) / (slider.getMax() - slider.getMin());
            double middle = thumbWidth / 2 + fraction * travel;
            double x = Math.clamp(middle - label.getWidth() / 2, 0, Math.max(0, getWidth() - label.getWidth()));
            label.relocate(x, 0);
        });
    }
}
