package latentlab.view.controls;

import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Control;

/** A control of one click, in which no text is typed that would have to be taken first. */
abstract sealed class ChosenEditor<C extends Control, V> implements SettingEditor
        permits ChoiceEditor, FlagEditor, SwitchEditor {
    final C control;
    private final Property<V> value;
    private Runnable commit = () -> {};
    /** It is being set from the settings, not by the user. */
    private boolean showing;

    /** @param value that is chosen in the control */
    ChosenEditor(C control, Property<V> value) {
        this.control = control;
        this.value = value;
        value.addListener((_, _, _) -> {
            if (!showing) {
                commit.run();
            }
        });
    }

    /** @return a value as the setting's domain writes it */
    abstract String write(V chosen);

    /** @return what the setting's domain has written */
    abstract V read(String text);

    @Override
    public Control control() {
        return control;
    }

    @Override
    public Node node() {
        return control;
    }

    @Override
    public ReadOnlyBooleanProperty focusedProperty() {
        // Not what is within: a cell of a list thinks that it has the focus from the start.
        return control.focusedProperty();
    }

    @Override
    public String text() {
        return write(value.getValue());
    }

    @Override
    public void show(String text) {
        showing = true;
        value.setValue(read(text));
        showing = false;
    }

    @Override
    public void onCommit(Runnable commit) {
        this.commit = commit;
    }
}
