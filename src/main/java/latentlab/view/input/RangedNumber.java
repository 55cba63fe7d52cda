package latentlab.view.input;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.util.StringConverter;
import latentlab.text.PlainNumber;
import latentlab.view.Texts;
import latentlab.view.Tip;

/**
 * Lets a whole number be typed into a spinner. One that is out of range says which the range is, and stays as it was
 * typed until the field is left; then the number that counts is shown again.
 */
public final class RangedNumber {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Spinner<Integer> spinner;
    private final IntegerSpinnerValueFactory numbers;
    private final Texts texts;
    private final IntUnaryOperator taken;
    private final TextField field;
    /** What there is to say about what is typed. Not shown on hover. */
    private final Tooltip remark = new Tip();

    /** Makes a spinner's number one that can be typed, in plain digits or those of Japanese input methods. */
    public static void in(Spinner<Integer> spinner, Texts texts) {
        in(spinner, texts, IntUnaryOperator.identity());
    }

    /** @param taken gives what counts for a number in the range */
    public static void in(Spinner<Integer> spinner, Texts texts, IntUnaryOperator taken) {
        new RangedNumber(spinner, texts, taken);
    }

    private RangedNumber(Spinner<Integer> spinner, Texts texts, IntUnaryOperator taken) {
        this.spinner = spinner;
        this.texts = texts;
        this.taken = taken;
        numbers = (IntegerSpinnerValueFactory) spinner.getValueFactory();
        field = spinner.getEditor();
        spinner.setEditable(true);
        numbers.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer number) {
                return number == null ? "" : number.toString();
            }

            @Override
            public Integer fromString(String typed) {
                OptionalInt number = number();
                return number.isPresent() ? taken.applyAsInt(number.getAsInt()) : numbers.getValue();
            }
        });
        remark.setHideOnEscape(false);
        remark.setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
        field.textProperty().subscribe(_ -> check());
        spinner.focusWithinProperty().subscribe((_, within) -> {
            if (!within) {
                field.setText(numbers.getConverter().toString(numbers.getValue()));
                check();
            }
        });
    }

    /** @return what is typed; empty if it is no whole number in the range */
    private OptionalInt number() {
        try {
            String plain =
                    Normalizer.normalize(field.getText(), Normalizer.Form.NFKC).strip();
            long number = PlainNumber.whole(plain);
            return number < numbers.getMin() || number > numbers.getMax()
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) number);
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    private void check() {
        boolean wrong = spinner.isFocusWithin() && !field.getText().isBlank() && number().isEmpty();
        field.pseudoClassStateChanged(DANGER, wrong);
        String words = wrong ? texts.get("view.number.range", numbers.getMin(), numbers.getMax()) : null;
        field.setAccessibleHelp(words);
        if (wrong) {
            remark.setId(spinner.getId() + "-remark");
            remark.setText(words);
            Point2D place = spinner.localToScreen(0, -4);
            remark.show(spinner, place.getX(), place.getY());
        } else {
            remark.hide();
        }
    }
}
