package latentlab.view.library;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What can be done with the selected runs, and the keys that do it while the library has the focus. */
enum LibraryKeys {
    OPEN(KeyCode.ENTER),
    STAR(KeyCode.S),
    RENAME(KeyCode.F2),
    NOTE(KeyCode.N),
    TAGS(KeyCode.T),
    DUPLICATE(KeyCode.D),
    DELETE(KeyCode.DELETE),
    EXPORT(KeyCode.E),
    FOLDER(KeyCode.F),
    COMPARE(KeyCode.C),
    BESIDE(KeyCode.B),
    PARENT(KeyCode.P),
    START(KeyCode.I),
    UNDO(KeyCode.Z, SHORTCUT_DOWN),
    REDO(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN),
    SEARCH(KeyCode.F, SHORTCUT_DOWN),
    SWEEPS(KeyCode.W);

    private final KeyCodeCombination combination;

    LibraryKeys(KeyCode code, KeyCombination.Modifier... modifiers) {
        combination = new KeyCodeCombination(code, modifiers);
    }

    /** Whether it is about selected runs. */
    boolean ofRuns() {
        return ordinal() < UNDO.ordinal();
    }

    /** Whether it is about several runs at once. */
    boolean ofSeveral() {
        return this == COMPARE || this == BESIDE;
    }

    /** Whether it is what one may be typing. */
    boolean isLetter() {
        return combination.getShortcut() == KeyCombination.ModifierValue.UP
                && combination.getCode().isLetterKey();
    }

    boolean match(KeyEvent event) {
        return combination.match(event);
    }

    /** As in the names of texts and nodes. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The keys as this system writes them, e.g. {@code F2}. */
    String text() {
        return combination.getDisplayText();
    }
}
