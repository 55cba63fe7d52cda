package latentlab.view.controls;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;

/** Yes or no. */
final class FlagEditor implements SettingEditor {
    private final CheckBox box = new CheckBox();
    private Runnable commit = () -> {};
    /** It is being set from the settings, not by the user. */
    private boolean showing;

    FlagEditor(String id) {
        box.setId(id + "-box");
        box.selectedProperty().addListener((_, _, _) -> {
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
        return box.focusedProperty();
    }

    @Override
    public String text() {
        return String.valueOf(box.isSelected());
    }

    @Override
    public void show(String text) {
        showing = true;
        box.setSelected(Boolean.parseBoolean(text));
        showing = false;
    }

    @Override
    public void onCommit(Runnable commit) {
        this.commit = commit;
    }
}
