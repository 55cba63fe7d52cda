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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Excerpt;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.NewRunNote;
import latentlab.view.Texts;

/** One of the settings that fold away: its name, what it is chosen with, and under it what is wrong with the choice. */
final class SettingRow<T> extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    final SettingEditor editor;
    final NewRunNote note;
    /** What the setting does, in one sentence. */
    final StringBinding help;

    private final Setting<T> setting;
    /** What it has been set to show. */
    private String shown = "";
    /** What is wrong with what stands in the editor; null while it is what the settings have. */
    private final ObjectProperty<Sentence> refusal = new SimpleObjectProperty<>();

    /** @param nameKey what it is called beside the editor */
    SettingRow(Setting<T> setting, String nameKey, Texts texts) {
        this.setting = setting;
        getStyleClass().add("setting-row");
        editor = SettingEditor.of(setting, texts);
        help = texts.bind("engine.help." + setting.name());
        note = new NewRunNote(setting.name() + "-note", texts);
        StringBinding name = texts.bind("engine.setting." + setting.name());
        Label label = new Label();
        label.textProperty().bind(texts.bind(nameKey));
        label.setLabelFor(editor.control());
        label.setMinWidth(Region.USE_PREF_SIZE);
        Control control = Buttons.named(editor.control(), help);
        control.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> name.get() + ": " + help.get(), name, help));
        Label problem = new Label();
        problem.setId(setting.name() + "-problem");
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
        arrange(label, problem);
    }

    private void arrange(Label label, Label problem) {
        VBox names = new VBox(label, note);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox header = new HBox(names);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("setting-header");
        getChildren().add(header);
        if (setting.domain() instanceof Domain.Layers) {
            // As long as it may get, it has a line of its own.
            names.getStyleClass().add("setting-names");
            getChildren().add(editor.node());
        } else {
            header.getChildren().add(editor.node());
        }
        getChildren().add(problem);
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
            // A comma is what half the world types for a decimal point.
            return setting.domain().parse(setting.domain() instanceof Domain.Real ? text.replace(',', '.') : text);
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

    /** Shows the value it has in the settings, in place of what was refused. */
    void show(TrainingConfig config) {
        T value = config.get(setting);
        shown = value instanceof Double number
                ? written(number)
                : setting.domain().text(value);
        editor.show(shown);
        refuse(null);
    }

    /** Whether something else stands in it than what it has been set to show. */
    boolean edited() {
        return !editor.text().equals(shown);
    }

    /** @return a number as one writes it, in the notation of code in every language, never with an exponent */
    static String written(double number) {
        return number == 0
                ? "0"
                : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
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
