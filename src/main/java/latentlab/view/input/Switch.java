package latentlab.view.input;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;

/** A switch that tells screen readers what it is, and whether it is on. */
public final class Switch extends ToggleSwitch {
    public Switch() {
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        selectedProperty().subscribe(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? isSelected()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action != AccessibleAction.FIRE) {
            super.executeAccessibleAction(action, parameters);
        } else if (!isDisabled() && !selectedProperty().isBound()) {
            setSelected(!isSelected());
        }
    }
}
