package latentlab.view.controls;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import latentlab.engine.TrainingConfig;
import latentlab.run.TrainingModel;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.Texts;

/** Binds a field to one number of the settings. What cannot be taken stays in the field, with a sentence under it. */
final class NumberField {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    /** How the number is read from the settings. */
    interface Getter {
        double get(TrainingConfig config);
    }

    /** The settings with another number. */
    interface Wither {
        TrainingConfig with(TrainingConfig config, double value);
    }

    private final NumberRow row;
    private final TrainingModel model;
    private final Texts texts;
    private final Getter getter;
    private final Wither wither;
    private final boolean whole;
    private Sentence problem;

    NumberField(NumberRow row, TrainingModel model, Texts texts, boolean whole, Getter getter, Wither wither) {
        this.row = row;
        this.model = model;
        this.texts = texts;
        this.whole = whole;
        this.getter = getter;
        this.wither = wither;
        row.field.setOnAction(_ -> commit());
        row.field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(model.settingsProperty().get());
                event.consume();
            }
        });
        row.field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit();
            }
        });
        model.settingsProperty().subscribe(this::show);
        texts.messagesProperty().subscribe(() -> explain(problem));
    }

    /** Whether it holds what cannot be taken. */
    boolean refused() {
        return problem != null;
    }

    void focus() {
        row.field.requestFocus();
    }

    private void show(TrainingConfig config) {
        row.field.setText(format(getter.get(config), whole));
        explain(null);
    }

    /** @return a number as fields show it, in the notation of code in every language */
    static String format(double value, boolean whole) {
        NumberFormat format =
                new DecimalFormat(whole ? "0" : "0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(value);
    }

    /** Takes what has been typed, or says under the field why it cannot be taken. */
    void commit() {
        String text = row.field.getText().strip();
        if (text.equals(format(getter.get(model.settingsProperty().get()), whole))) {
            explain(null);
            return;
        }
        try {
            TrainingConfig next =
                    wither.with(model.settingsProperty().get(), parse(text)).validated();
            model.setSettings(next);
            show(next);
        } catch (Problem e) {
            explain(e.sentence());
        }
    }

    private double parse(String text) throws Problem {
        // A comma is what half the world types for a decimal point.
        ParsePosition position = new ParsePosition(0);
        NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
        format.setGroupingUsed(false);
        Number number = format.parse(text.replace(',', '.').toUpperCase(Locale.ROOT), position);
        if (number == null || position.getIndex() < text.length() || whole && number.doubleValue() % 1 != 0) {
            throw Problem.of(whole ? "view.controls.notWhole" : "view.controls.notNumber", text);
        }
        return number.doubleValue();
    }

    private void explain(Sentence sentence) {
        problem = sentence;
        row.problem.setText(sentence == null ? "" : texts.get(sentence));
        row.field.pseudoClassStateChanged(DANGER, sentence != null);
    }
}
