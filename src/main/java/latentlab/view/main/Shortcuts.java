package latentlab.view.main;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import latentlab.view.Keys;

/**
 * What the window's keys do. Those with a modifier always work; the bare ones of the timeline work unless the control that has the
 * focus needs them itself.
 */
public final class Shortcuts {
    private final Map<KeyCode, Runnable> bare = new EnumMap<>(KeyCode.class);

    public Shortcuts(Scene scene, Map<Keys, Runnable> actions) {
        actions.forEach((keys, action) -> {
            if (keys.bare()) {
                bare.put(keys.code(), action);
            } else {
                scene.getAccelerators().put(keys.combination(), action);
            }
        });
        // A filter: buttons would take space and arrows for themselves after a mere click on them.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, scene.getFocusOwner()));
    }

    private void press(KeyEvent event, Node focused) {
        Runnable action = bare.get(event.getCode());
        boolean modified = event.isShortcutDown() || event.isControlDown() || event.isAltDown() || event.isShiftDown();
        if (action != null && !modified && !needs(focused, event.getCode())) {
            action.run();
            event.consume();
        }
    }

    private static boolean needs(Node focused, KeyCode code) {
        return switch (focused) {
            case null -> false;
            case TextInputControl field -> field.isEditable();
            case Slider slider -> code != KeyCode.SPACE && !"timeline-track".equals(slider.getId());
            case ComboBoxBase<?> _ -> true;
            case TableView<?> _ -> code != KeyCode.SPACE && code != KeyCode.LEFT && code != KeyCode.RIGHT;
            // Reached by keyboard, a button is pressed by space as everywhere.
            case ButtonBase button -> code == KeyCode.SPACE && button.isFocusVisible();
            default -> focused.getStyleClass().contains("latent-map") && code != KeyCode.SPACE;
        };
    }
}
