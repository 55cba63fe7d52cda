package latentlab.view.controls;

import atlantafx.base.theme.Styles;
import java.math.BigDecimal;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.glossary.Term;
import latentlab.text.Excerpt;
import latentlab.text.PlainNumber;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.words.NewRunNote;
import latentlab.view.words.NextRunWords;
import latentlab.view.words.Terms;

/** One setting: its name, what it is chosen with, and what is wrong with the choice. */
final class SettingRow<T> extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    final SettingEditor editor;
    final NewRunNote note;
    /** What the setting does, in one sentence. */
    final StringBinding help;
    /** Why what stands in the editor cannot be taken. */
    final Label problem = new Label();

    private final Setting<T> setting;
    private final SettingLook look;
    /** What it has been set to show. */
    private String shown = "";
    /** What is wrong with what stands in the editor; null while it is what the settings have. */
    private final ObjectProperty<Sentence> refusal = new SimpleObjectProperty<>();

    SettingRow(Setting<T> setting, SettingLook look, Texts texts) {
        this.setting = setting;
        this.look = look;
        getStyleClass().add(look.style() + "-row");
        editor = SettingEditor.of(setting, look, texts);
        help = texts.bind(look.help());
        note = new NewRunNote(look.id() + "-note", texts);
        StringBinding name = texts.bind(look.spokenName());
        Label label = new Label();
        label.textProperty().bind(texts.bind(look.name()));
        label.setLabelFor(editor.control());
        label.setMinWidth(Region.USE_PREF_SIZE);
        Control control = Buttons.named(editor.control(), help);
        control.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> name.get() + ": " + help.get(), name, help));
        problem.setId(look.id() + "-problem");
        problem.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        problem.setWrapText(true);
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> refusal.get() == null ? "" : texts.get(refusal.get()),
                        refusal,
                        texts.messagesProperty()));
        problem.managedProperty().bind(refusal.isNotNull());
        problem.visibleProperty().bind(problem.managedProperty());
        control.accessibleHelpProperty().bind(problem.textProperty());
        refusal.subscribe(sentence -> editor.mark(sentence != null));
        Term.of(setting).ifPresent(term -> {
            Terms.mark(this, term);
            Terms.explain(label, term, texts);
        });
        arrange(label);
    }

    private void arrange(Label label) {
        if (editor instanceof SwitchEditor) {
            // It has its name in itself.
            setAlignment(Pos.CENTER_LEFT);
            getChildren().add(editor.node());
            return;
        }
        VBox names = new VBox(label, note);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox header = new HBox(names);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add(look.style() + "-header");
        getChildren().add(header);
        if (setting.domain() instanceof Domain.Layers) {
            // As long as it may get, it has a line of its own.
            names.getStyleClass().add("setting-names");
            getChildren().add(editor.node());
        } else {
            header.getChildren().add(editor.node());
        }
        if (look.problemBelow()) {
            getChildren().add(problem);
        }
    }

    /** Adds a slider below. What it does is up to whoever adds it. */
    void withSlider(Slider slider, SliderMarks marks) {
        slider.setId(look.id() + "-slider");
        slider.getStyleClass().add(Styles.SMALL);
        if (editor instanceof TextEditor typed) {
            Buttons.valued(slider, help, typed.field.textProperty());
        }
        getChildren().add(new VBox(slider, marks));
    }

    /**
     * @return the settings with what stands in the editor
     * @throws Problem if it cannot be read, is out of range, or does not go with the other settings
     */
    TrainingConfig in(TrainingConfig config) throws Problem {
        return config.with(setting, value()).validated();
    }

    private T value() throws Problem {
        String text = editor.text();
        try {
            return setting.domain()
                    .parse(
                            switch (setting.domain()) {
                                case Domain.Whole _ -> Long.toString(whole(text));
                                // A comma is what half the world types for a decimal point.
                                case Domain.Real _ -> text.replace(',', '.');
                                default -> text;
                            });
        } catch (ArithmeticException e) {
            throw new Problem(TrainingConfig.outside(setting, Excerpt.of(text)), e);
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    switch (setting.domain()) {
                        case Domain.Whole _ -> Sentence.of("view.controls.notWhole", Excerpt.of(text));
                        case Domain.Real _ -> Sentence.of("view.controls.notNumber", Excerpt.of(text));
                        default -> TrainingConfig.outside(setting, Excerpt.of(text));
                    },
                    e);
        }
    }

    /**
     * Exactly what has been typed, 20.0 being 20: a seed of nineteen digits is not rounded to the double next to it.
     *
     * @throws NumberFormatException if it is no whole number
     * @throws ArithmeticException if it is one beyond those of 64 bits
     */
    private static long whole(String text) {
        if (text.length() > PlainNumber.LONGEST) {
            throw new NumberFormatException("longer than any number here");
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        if (number.stripTrailingZeros().scale() > 0) {
            throw new NumberFormatException("not whole");
        }
        return number.longValueExact();
    }

    /** Shows the value it has in the settings, in place of what was refused. */
    void show(TrainingConfig config) {
        T value = config.get(setting);
        shown = value instanceof Double number
                ? NextRunWords.written(number)
                : setting.domain().text(value);
        editor.show(shown);
        refuse(null);
    }

    /** Keys take back a change of the settings, unless they take back what has been typed and not committed yet. */
    void onUndo(Runnable undo, Runnable redo) {
        editor.control().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean back = Keys.UNDO.combination().match(event);
            if (!edited() && (back || Keys.REDO.combination().match(event))) {
                (back ? undo : redo).run();
                event.consume();
            }
        });
    }

    /** Whether something else stands in it than what it has been set to show. */
    boolean edited() {
        return !editor.text().equals(shown);
    }

    /** Shows whether it matters, and whether it differs from its default. */
    void describe(TrainingConfig config) {
        boolean matters = setting.appliesTo(config);
        setVisible(matters);
        setManaged(matters);
        pseudoClassStateChanged(CHANGED, isChanged(config));
    }

    boolean isChanged(TrainingConfig config) {
        return !config.get(setting).equals(setting.initial());
    }

    boolean differs(TrainingConfig one, TrainingConfig other) {
        return !one.get(setting).equals(other.get(setting));
    }

    /** What was refused outlives a change of one other setting: not a preset, nor one that it is itself part of. */
    boolean keepsRefused(TrainingConfig before, TrainingConfig now) {
        return refused() && !differs(before, now) && oneApart(before, now);
    }

    static boolean oneApart(TrainingConfig one, TrainingConfig other) {
        return Setting.ALL.stream()
                        .filter(each -> !one.get(each).equals(other.get(each)))
                        .count()
                == 1;
    }

    /** @return the settings with the default of this one */
    TrainingConfig reset(TrainingConfig config) {
        return config.with(setting, setting.initial());
    }

    /** @param sentence what is wrong with what stands in the editor, or null for nothing */
    void refuse(Sentence sentence) {
        refusal.set(sentence);
    }

    /** Whether it holds what cannot be taken. */
    boolean refused() {
        return refusal.get() != null;
    }
}
