package latentlab.view.sweep;

import atlantafx.base.theme.Styles;
import java.text.Normalizer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.sweep.Swept;
import latentlab.text.Excerpt;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Choices;
import latentlab.view.Texts;

/** A setting of a sweep with its values, and what is wrong with them. */
final class SweptRow extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    final ComboBox<Setting<?>> setting = new ComboBox<>();
    final TextField values = new TextField();
    final Button remove;
    private final ObjectProperty<Sentence> refusal = new SimpleObjectProperty<>();

    SweptRow(Setting<?> first, Texts texts) {
        getStyleClass().add("sweep-row");
        setting.getItems().setAll(Setting.ALL);
        Choices.words(setting, texts, each -> texts.get("engine.setting." + each.name()));
        setting.setValue(first);
        Buttons.named(setting, texts.bind("view.sweep.setting.help"))
                .getStyleClass()
                .addAll(Styles.SMALL);
        setting.getStyleClass().add("sweep-setting");
        Buttons.named(values, texts.bind("view.sweep.values.help"));
        values.getStyleClass().addAll(Styles.SMALL, "sweep-values");
        values.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(prompt(setting.getValue())),
                        setting.valueProperty(),
                        texts.messagesProperty()));
        HBox.setHgrow(values, Priority.ALWAYS);
        remove = Buttons.icon(Buttons.named(new Button(), texts.bind("view.sweep.remove.help")), "icon-remove");
        remove.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "sweep-remove");
        HBox line = new HBox(setting, values, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("sweep-line");
        Label problem = new Label();
        problem.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> refusal.get() == null ? "" : texts.get(refusal.get()),
                        refusal,
                        texts.messagesProperty()));
        problem.managedProperty().bind(refusal.isNotNull());
        problem.visibleProperty().bind(refusal.isNotNull());
        values.accessibleHelpProperty().bind(problem.textProperty());
        getChildren().addAll(line, problem);
    }

    /** Numbers its nodes, so that they can be told apart. @param place from 0 */
    void number(int place) {
        setting.setId("sweep-setting-" + place);
        values.setId("sweep-values-" + place);
        remove.setId("sweep-remove-" + place);
        getChildren().getLast().setId("sweep-problem-" + place);
    }

    private static Sentence prompt(Setting<?> setting) {
        return switch (setting.domain()) {
            case Domain.Whole _ -> Sentence.of("view.sweep.prompt.whole");
            case Domain.Real _ -> Sentence.of("view.sweep.prompt.real");
            case Domain.Layers _ -> Sentence.of("view.sweep.prompt.layers");
            case Domain.Choice<?> choice -> Sentence.of("view.sweep.prompt.words", String.join(",", choice.words()));
            case Domain.Flag _ -> Sentence.of("view.sweep.prompt.words", "true,false");
        };
    }

    /** Whether nothing has been typed yet. */
    boolean blank() {
        return values.getText().isBlank();
    }

    /** @throws Problem if the values cannot be read, which is also said beside them */
    Swept swept() throws Problem {
        Setting<?> of = setting.getValue();
        // Full-width digits and commas, as Japanese input methods give them, are the plain ones.
        String text = Normalizer.normalize(values.getText(), Normalizer.Form.NFKC)
                .replace('\u3001', ',')
                .strip();
        try {
            Swept swept = Swept.parse(of, text);
            refuse(null);
            return swept;
        } catch (IllegalArgumentException e) {
            Sentence why = Sentence.of(
                    switch (of.domain()) {
                        case Domain.Whole _, Domain.Real _ -> "view.sweep.bad.numbers";
                        case Domain.Layers _ -> "view.sweep.bad.layers";
                        case Domain.Choice<?> _, Domain.Flag _ -> "view.sweep.bad.words";
                    },
                    Excerpt.of(text),
                    of.domain().expected());
            refuse(why);
            throw new Problem(why, e);
        }
    }

    /** @param why its values cannot be taken; null if they can */
    void refuse(Sentence why) {
        refusal.set(why);
        values.pseudoClassStateChanged(ERROR, why != null);
    }
}
