package latentlab.view.export;

import atlantafx.base.theme.Styles;
import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import latentlab.export.ExportOption;
import latentlab.text.PlainNumber;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Choices;
import latentlab.view.Texts;

/** An option of an export with its name, and what it is chosen with. */
final class OptionEditor extends HBox {
    static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    final ExportOption option;
    private final Texts texts;
    private final Runnable changed;
    private OptionalInt value;
    private final Control control;

    /** @param changed run whenever the value has become another, or none that can be taken */
    OptionEditor(ExportOption option, int first, Texts texts, Runnable changed) {
        this.option = option;
        this.texts = texts;
        this.changed = changed;
        value = OptionalInt.of(first);
        getStyleClass().add("export-option");
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        boolean flag = option.words().contains("yes");
        control = flag ? flag(first) : option.words().isEmpty() ? number(first) : choice(first);
        control.setId("export-option-" + option.id());
        Buttons.named(control, texts.bind(option.help(), option.usual()));
        if (flag) {
            getChildren().add(control);
            return;
        }
        Label name = new Label();
        name.textProperty().bind(texts.bind(name()));
        name.setLabelFor(control);
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, control);
        if (option.words().isEmpty()) {
            Label unit = new Label();
            unit.textProperty().bind(texts.bind("view.export.unit." + option.id()));
            unit.getStyleClass().add(Styles.TEXT_MUTED);
            unit.setMinWidth(USE_PREF_SIZE);
            getChildren().add(unit);
        }
    }

    private String name() {
        return "view.export.option." + option.id();
    }

    private Control flag(int first) {
        CheckBox box = new CheckBox();
        box.textProperty().bind(texts.bind(name()));
        box.setSelected(first > 0);
        box.setMinWidth(USE_PREF_SIZE);
        box.selectedProperty().subscribe((_, chosen) -> set(OptionalInt.of(chosen ? 1 : 0)));
        return box;
    }

    private Control choice(int first) {
        ComboBox<Integer> box = new ComboBox<>();
        box.getItems()
                .setAll(IntStream.rangeClosed(option.least(), option.most())
                        .boxed()
                        .toList());
        Choices.words(
                box,
                texts,
                each -> texts.get(
                        option.equals(ExportOption.VIEW)
                                ? "export.view." + option.words().get(each)
                                : "export.colours." + option.words().get(each)));
        box.setValue(first);
        box.getStyleClass().add(Styles.SMALL);
        box.valueProperty().subscribe((_, chosen) -> set(OptionalInt.of(chosen)));
        return box;
    }

    private Control number(int first) {
        TextField field = new TextField(first < 0 ? "" : Integer.toString(first));
        field.getStyleClass().addAll(Styles.SMALL, "export-number");
        field.textProperty().subscribe((_, typed) -> {
            set(
                    option.optional() && typed.isBlank()
                            ? OptionalInt.of(option.normal())
                            : parsed(typed, least(), option.most()));
            field.pseudoClassStateChanged(DANGER, value.isEmpty());
        });
        return field;
    }

    private int least() {
        return Math.max(0, option.least());
    }

    private void set(OptionalInt chosen) {
        value = chosen;
        changed.run();
    }

    /** @return a whole number in any digits, as Japanese input methods give them too; empty if it is out of range */
    static OptionalInt parsed(String typed, int least, int most) {
        try {
            long number = PlainNumber.whole(
                    Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
            return number < least || number > most ? OptionalInt.empty() : OptionalInt.of((int) number);
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    /** @return empty while what is typed cannot be taken, see {@link #refusal} */
    OptionalInt value() {
        return value;
    }

    /** What is wrong with what is typed. */
    Sentence refusal() {
        return Sentence.of(
                "view.export.range",
                Sentence.of(name()),
                least(),
                option.most(),
                Sentence.of("view.export.unit." + option.id()));
    }
}
