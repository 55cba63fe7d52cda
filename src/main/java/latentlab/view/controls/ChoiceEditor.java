package latentlab.view.controls;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import latentlab.engine.settings.Domain;
import latentlab.view.Choices;
import latentlab.view.Texts;

/** One of several words. */
final class ChoiceEditor<E extends Enum<E>> implements SettingEditor {
    private final ComboBox<E> box = new ComboBox<>();
    private final Domain.Choice<E> domain;
    private Runnable commit = () -> {};
    /** It is being set from the settings, not by the user. */
    private boolean showing;

    ChoiceEditor(String id, Domain.Choice<E> domain, Texts texts) {
        this.domain = domain;
        box.setId(id + "-choice");
        box.getStyleClass().add("setting-choice");
        box.getItems().setAll(domain.values());
        Choices.words(box, texts, value -> Choices.word(texts, value));
        box.valueProperty().addListener((_, _, _) -> {
            if (!showing) {
                commit.run();
            }
        });
    }

    @Override
    public Control control() {
        return box;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public ReadOnlyBooleanProperty focusedProperty() {
        // Not what is within: a cell of the list thinks that it has the focus from the start.
        return box.focusedProperty();
    }

    @Override
    public String text() {
        return domain.text(box.getValue());
    }

    @Override
    public void show(String text) {
        showing = true;
        box.setValue(domain.parse(text));
        showing = false;
    }

    @Override
    public void onCommit(Runnable commit) {
        this.commit = commit;
    }
}
