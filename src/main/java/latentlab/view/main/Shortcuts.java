package latentlab.view.main;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import latentlab.view.Keys;
import latentlab.view.TakesKeys;

/**
 * The actions of the window's keys. Keys with a modifier always work; the timeline's keys without one work unless the
 * focused control needs them.
 */
public final class Shortcuts {
    /** Style classes of nodes in which arrow keys move from item to item. */
    private static final List<String> WALKED = List.of("latent-map", "image-grid");

    /** The sliders of timelines, whose keys are the timeline's. */
    private static final List<String> TRACKS = List.of("timeline-track", "beside-track");

    private static final Set<Keys> TEXT_SIZE = EnumSet.of(Keys.TEXT_LARGER, Keys.TEXT_SMALLER, Keys.TEXT_NORMAL);

    private final Map<KeyCode, Runnable> bare = new EnumMap<>(KeyCode.class);

    public Shortcuts(Scene scene, Map<Keys, Runnable> actions) {
        actions.forEach((keys, action) -> {
            if (keys.bare()) {
                bare.put(keys.code(), action);
            } else if (!TEXT_SIZE.contains(keys)) {
                scene.getAccelerators().put(keys.combination(), action);
            }
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Keys size = Keys.textSize(event);
            if (size != null) {
                actions.get(size).run();
                event.consume();
            }
        });
        // An event filter, since buttons and sliders would take space and arrows for themselves after a mere click.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> take(event, scene.getFocusOwner()));
        // Sliders react to Home and End on release.
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> take(event, scene.getFocusOwner()));
    }

    private void take(KeyEvent event, Node focused) {
        Runnable action = bare.get(event.getCode());
        boolean modified = event.isShortcutDown() || event.isControlDown() || event.isAltDown() || event.isShiftDown();
        if (action != null && !modified && !needs(focused, event.getCode()) && !taken(focused, event.getCode())) {
            if (event.getEventType() == KeyEvent.KEY_PRESSED) {
                action.run();
            }
            event.consume();
        }
    }

    private static boolean needs(Node focused, KeyCode code) {
        return switch (focused) {
            case null -> false;
            case TextInputControl field -> field.isEditable() || scrolls(code);
            case ScrollPane _ -> scrolls(code);
            case ListView<?> _ when scrolls(code) -> true;
            // After a mere drag of a slider, arrows and Home belong to the timeline: they must not change a run's rate.
            case Slider slider ->
                code != KeyCode.SPACE && slider.isFocusVisible() && !TRACKS.contains(String.valueOf(slider.getId()));
            case ComboBoxBase<?> _ -> true;
            case TakesKeys _ -> false;
            case TableView<?> _ -> code != KeyCode.SPACE && code != KeyCode.LEFT && code != KeyCode.RIGHT;
            // A button focused by keyboard is pressed with space, as usual.
            case ButtonBase button -> code == KeyCode.SPACE && button.isFocusVisible();
            default -> !Collections.disjoint(focused.getStyleClass(), WALKED) && code.isNavigationKey();
        };
    }

    /** Whether the focused node, or something that it is in, has a use of its own for a key. */
    private static boolean taken(Node focused, KeyCode code) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof TakesKeys taker && taker.takes(code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean scrolls(KeyCode code) {
        return code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN;
    }
}
