package latentlab.view.controls;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;

/** Yes or no, with the setting's name in it. */
final class SwitchEditor implements SettingEditor {
    private final ToggleSwitch toggle = new ToggleSwitch();
    private Runnable commit = () -> {};
    /** It is being set from the settings, not by the user. */
    private boolean showing;

    SwitchEditor(String id, ObservableValue<String> name) {
        toggle.setId(id);
        toggle.textProperty().bind(name);
        toggle.selectedProperty().addListener((_, _, _) -> {
            if (!showing) {
                commit.run();
            }
        });
    }

    @Override
    public Control control() {
        return toggle;
    }

    @Override
    public Node node() {
        return toggle;
    }

    @Override
    public ReadOnlyBooleanProperty focusedProperty() {
        return toggle.focusedProperty();
    }

    @Override
    public String text() {
        return String.valueOf(toggle.isSelected());
    }

    @Override
    public void show(String text) {
        showing = true;
        toggle.setSelected(Boolean.parseBoolean(text));
        showing = false;
    }

    @Override
    public void onCommit(Runnable commit) {
        this.commit = commit;
    }
}
