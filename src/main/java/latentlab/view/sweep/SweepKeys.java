package latentlab.view.sweep;

import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What can be done with the selected sweep or trial, and the keys that do it while the queue has the focus. */
enum SweepKeys {
    PAUSE(KeyCode.P),
    UP(KeyCode.UP, SHORTCUT_DOWN),
    DOWN(KeyCode.DOWN, SHORTCUT_DOWN),
    CANCEL(KeyCode.DELETE),
    TAKEBACK(KeyCode.Z, SHORTCUT_DOWN),
    RESULTS(KeyCode.C),
    OPEN(KeyCode.ENTER);

    private final KeyCodeCombination combination;

    SweepKeys(KeyCode code, KeyCombination.Modifier... modifiers) {
        combination = new KeyCodeCombination(code, modifiers);
    }

    boolean match(KeyEvent event) {
        return combination.match(event);
    }

    /** As in the names of texts and nodes. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The keys as this system writes them. */
    String text() {
        return combination.getDisplayText();
    }
}
