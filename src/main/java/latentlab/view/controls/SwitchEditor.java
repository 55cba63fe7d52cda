package latentlab.view.controls;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.value.ObservableValue;
import latentlab.view.input.Switch;

/** Yes or no, with the setting's name in it. */
final class SwitchEditor extends ChosenEditor<ToggleSwitch, Boolean> {
    SwitchEditor(String id, ObservableValue<String> name) {
        this(new Switch(), id, name);
    }

    private SwitchEditor(ToggleSwitch toggle, String id, ObservableValue<String> name) {
        super(toggle, toggle.selectedProperty());
        toggle.setId(id);
        toggle.textProperty().bind(name);
    }

    @Override
    String write(Boolean chosen) {
        return chosen.toString();
    }

    @Override
    Boolean read(String text) {
        return Boolean.valueOf(text);
    }
}
