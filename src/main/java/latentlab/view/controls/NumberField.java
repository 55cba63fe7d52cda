package latentlab.view.controls;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.session.TrainingModel;
import latentlab.text.Excerpt;
import latentlab.text.PlainNumber;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.Texts;

/** Binds a field to one number of the settings. What cannot be taken stays in the field, with a sentence under it. */
final class NumberField<T extends Number> {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final NumberRow row;
    private final TrainingModel model;
    private final Texts texts;
    private final Setting<T> setting;
    private Sentence problem;

    NumberField(NumberRow row, TrainingModel model, Texts texts, Setting<T> setting) {
        this.row = row;
        this.model = model;
        this.texts = texts;
        this.setting = setting;
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
        row.field.setText(format(config.get(setting)));
        explain(null);
    }

    /** @return a number as fields show it, in the notation of code in every language */
    static String format(Number value) {
        return value instanceof Long
                ? value.toString()
                : new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    /** Takes what has been typed, or says under the field why it cannot be taken. */
    void commit() {
        TrainingConfig settings = model.settingsProperty().get();
        String text = row.field.getText().strip();
        if (text.equals(format(settings.get(setting)))) {
            explain(null);
            return;
        }
        try {
            TrainingConfig next = settings.with(setting, value(text)).validated();
            model.setSettings(next);
            show(next);
        } catch (Problem e) {
            explain(e.sentence());
        }
    }

    /** Exactly what has been typed: a seed of nineteen digits is not rounded to the double next to it. */
    private T value(String text) throws Problem {
        boolean whole = setting.domain() instanceof Domain.Whole;
        try {
            BigDecimal number = decimal(text);
            if (whole && number.stripTrailingZeros().scale() > 0) {
                throw new NumberFormatException("not whole");
            }
            return setting.domain().parse(whole ? Long.toString(number.longValueExact()) : number.toString());
        } catch (NumberFormatException e) {
            String key = whole ? "view.controls.notWhole" : "view.controls.notNumber";
            throw new Problem(Sentence.of(key, Excerpt.of(text)), e);
        } catch (ArithmeticException e) {
            throw new Problem(TrainingConfig.outside(setting, Excerpt.of(text)), e);
        }
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > PlainNumber.LONGEST) {
            throw new NumberFormatException("longer than any number here");
        }
        // A comma is what half the world types for a decimal point.
        return new BigDecimal(text.replace(',', '.'));
    }

    private void explain(Sentence sentence) {
        problem = sentence;
        row.problem.setText(sentence == null ? "" : texts.get(sentence));
        row.field.pseudoClassStateChanged(DANGER, sentence != null);
    }
}
