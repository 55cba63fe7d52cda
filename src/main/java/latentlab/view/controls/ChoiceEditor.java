package latentlab.view.controls;

import javafx.scene.control.ComboBox;
import latentlab.engine.settings.Domain;
import latentlab.view.Choices;
import latentlab.view.Texts;

/** One of several words. */
final class ChoiceEditor<E extends Enum<E>> extends ChosenEditor<ComboBox<E>, E> {
    private final Domain.Choice<E> domain;

    ChoiceEditor(String id, Domain.Choice<E> domain, Texts texts) {
        this(new ComboBox<>(), id, domain, texts);
    }

    private ChoiceEditor(ComboBox<E> box, String id, Domain.Choice<E> domain, Texts texts) {
        super(box, box.valueProperty());
        this.domain = domain;
        box.setId(id + "-choice");
        box.getStyleClass().add("setting-choice");
        box.getItems().setAll(domain.values());
        Choices.words(box, texts, value -> Choices.word(texts, value));
    }

    @Override
    String write(E chosen) {
        return domain.text(chosen);
    }

    @Override
    E read(String text) {
        return domain.parse(text);
    }
}
