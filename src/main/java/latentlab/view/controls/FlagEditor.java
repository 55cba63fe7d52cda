package latentlab.view.controls;

import javafx.scene.control.CheckBox;

/** Yes or no. */
final class FlagEditor extends ChosenEditor<CheckBox, Boolean> {
    FlagEditor(String id) {
        this(new CheckBox(), id);
    }

    private FlagEditor(CheckBox box, String id) {
        super(box, box.selectedProperty());
        box.setId(id + "-box");
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
