package latentlab.view.controls;

import atlantafx.base.theme.Styles;
import java.text.Normalizer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.engine.settings.Domain;
import latentlab.view.Buttons;
import latentlab.view.words.NextRunWords;

/** A field to type a number or the sizes of layers into, in a row with what belongs to it. */
final class TextEditor implements SettingEditor {
    /**
     * What keyboards give for a hyphen: the minus sign, dashes, and the long vowel sign on the hyphen's key of Japanese
     * ones.
     */
    private static final Pattern HYPHENS = Pattern.compile("[\u2010-\u2015\u2212\u30fc]");
    /** Steps of a slider. */
    private static final double HUNDREDTHS = 100;

    final TextField field = new TextField();
    private final HBox row = new HBox(field);
    private Slider slider;
    private Runnable commit = () -> {};
    private boolean showing;

    /** @param style what the field's style class begins with */
    TextEditor(String id, String style) {
        field.setId(id + "-field");
        field.getStyleClass().addAll(Styles.SMALL, style + "-field");
        field.setOnAction(_ -> commit.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit.run();
            }
        });
        row.getStyleClass().add("setting-text");
        row.setAlignment(Pos.CENTER_RIGHT);
    }

    /** Adds a slider that goes through the range in hundredths. */
    void withSlider(Domain.Real range) {
        slider = new Slider(range.low(), range.high(), range.low());
        slider.setId(field.getId().replace("field", "slider"));
        slider.getStyleClass().addAll(Styles.SMALL, "setting-slider");
        slider.setBlockIncrement((range.high() - range.low()) / 20);
        Buttons.valued(slider, field.accessibleTextProperty(), field.textProperty());
        slider.valueProperty().addListener((_, _, value) -> {
            if (!showing) {
                field.setText(NextRunWords.written(Math.round(value.doubleValue() * HUNDREDTHS) / HUNDREDTHS));
                if (!slider.isValueChanging()) {
                    commit.run();
                }
            }
        });
        // A drag takes the level it ends on, not each one passed on the way.
        slider.valueChangingProperty().addListener((_, _, dragging) -> {
            if (!dragging) {
                commit.run();
            }
        });
        HBox.setHgrow(slider, Priority.ALWAYS);
        row.getChildren().addFirst(slider);
        row.getStyleClass().add("setting-level");
    }

    /** Puts the field between what comes before and after it in the model, in a line of its own. */
    void between(Label before, Label after) {
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(Double.MAX_VALUE);
        row.getChildren().setAll(before, field, after);
    }

    @Override
    public Control control() {
        return field;
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public ReadOnlyBooleanProperty focusedProperty() {
        return row.focusWithinProperty();
    }

    @Override
    public String text() {
        // Full-width digits and signs, as Japanese input methods give them, are the plain ones.
        String plain = Normalizer.normalize(field.getText(), Normalizer.Form.NFKC);
        return HYPHENS.matcher(plain).replaceAll("-").strip();
    }

    @Override
    public void show(String text) {
        showing = true;
        field.setText(text);
        if (slider != null && !slider.isValueChanging()) {
            slider.setValue(Double.parseDouble(text));
        }
        showing = false;
    }

    @Override
    public void onCommit(Runnable commit) {
        this.commit = commit;
    }
}
