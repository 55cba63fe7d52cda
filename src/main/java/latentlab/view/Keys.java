package latentlab.view;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The window's keyboard shortcuts, which tooltips and the help card show too. */
public enum Keys {
    TRAIN(KeyCode.ENTER, SHORTCUT_DOWN),
    PAUSE(KeyCode.P, SHORTCUT_DOWN),
    EPOCH(KeyCode.E, SHORTCUT_DOWN),
    STOP(KeyCode.PERIOD, SHORTCUT_DOWN),
    NEW_RUN(KeyCode.R, SHORTCUT_DOWN),
    UNDO(KeyCode.Z, SHORTCUT_DOWN),
    REDO(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN),
    OPEN(KeyCode.O, SHORTCUT_DOWN),
    OPEN_FILE(KeyCode.O, SHORTCUT_DOWN, SHIFT_DOWN),
    EXPORT(KeyCode.E, SHORTCUT_DOWN, SHIFT_DOWN),
    GIF(KeyCode.G, SHORTCUT_DOWN),
    COPY(KeyCode.C, SHORTCUT_DOWN),
    PLAY(KeyCode.SPACE),
    REVERSE(KeyCode.R),
    REPEAT(KeyCode.P),
    SLOWER(KeyCode.COMMA),
    FASTER(KeyCode.PERIOD),
    PREVIOUS(KeyCode.LEFT),
    NEXT(KeyCode.RIGHT),
    JUMP_BACK(KeyCode.PAGE_UP),
    JUMP(KeyCode.PAGE_DOWN),
    FIRST(KeyCode.HOME),
    LAST(KeyCode.END),
    GO_TO(KeyCode.E),
    CHANGE(KeyCode.N),
    RANGE_START(KeyCode.I),
    RANGE_END(KeyCode.O),
    RANGE_CLEAR(KeyCode.X),
    LIVE(KeyCode.L),
    PIN(KeyCode.A),
    SWAP(KeyCode.V),
    WIPE(KeyCode.W),
    /** Where nothing else is to be closed. */
    END_COMPARISON(KeyCode.ESCAPE),
    IMAGES(KeyCode.I, SHORTCUT_DOWN, SHIFT_DOWN),
    RECONSTRUCTION(KeyCode.DIGIT1, SHORTCUT_DOWN),
    DECODE(KeyCode.DIGIT2, SHORTCUT_DOWN),
    INTERPOLATE(KeyCode.DIGIT3, SHORTCUT_DOWN),
    DRAW(KeyCode.DIGIT4, SHORTCUT_DOWN),
    FILTERS(KeyCode.DIGIT5, SHORTCUT_DOWN),
    SELECTION(KeyCode.DIGIT6, SHORTCUT_DOWN),
    PRIOR(KeyCode.DIGIT7, SHORTCUT_DOWN),
    LIBRARY(KeyCode.B, SHORTCUT_DOWN),
    BRANCH(KeyCode.B, SHORTCUT_DOWN, SHIFT_DOWN),
    BOOKMARK(KeyCode.D, SHORTCUT_DOWN),
    NEXT_BOOKMARK(KeyCode.F2),
    PREVIOUS_BOOKMARK(KeyCode.F2, SHIFT_DOWN),
    SAME_START(KeyCode.I, SHORTCUT_DOWN),
    SWEEPS(KeyCode.S, SHORTCUT_DOWN, SHIFT_DOWN),
    THEME(KeyCode.T, SHORTCUT_DOWN),
    LANGUAGE(KeyCode.L, SHORTCUT_DOWN),
    HELP(KeyCode.F1),
    LEARN(KeyCode.F1, SHIFT_DOWN),
    TERM(KeyCode.F1, SHORTCUT_DOWN),
    GLOSSARY(KeyCode.F1, SHORTCUT_DOWN, SHIFT_DOWN),
    STEP(KeyCode.N, SHORTCUT_DOWN, SHIFT_DOWN),
    SETTINGS(KeyCode.F9),
    FILL(KeyCode.F, SHORTCUT_DOWN, SHIFT_DOWN),
    PRESENT(KeyCode.F11),
    TEXT_LARGER(KeyCode.PLUS, SHORTCUT_DOWN),
    TEXT_SMALLER(KeyCode.MINUS, SHORTCUT_DOWN),
    TEXT_NORMAL(KeyCode.DIGIT0, SHORTCUT_DOWN),
    QUIT(KeyCode.Q, SHORTCUT_DOWN);

    private final KeyCode code;
    private final KeyCodeCombination combination;

    Keys(KeyCode code, KeyCombination.Modifier... modifiers) {
        this.code = code;
        combination = new KeyCodeCombination(code, modifiers);
    }

    public KeyCode code() {
        return code;
    }

    public KeyCombination combination() {
        return combination;
    }

    /** Whether it is a key without modifiers, which the focused control may need itself. */
    public boolean bare() {
        return combination.getShortcut() == KeyCombination.ModifierValue.UP && !code.isFunctionKey();
    }

    /**
     * Keyboards write these signs with different keys, and the pad of numbers has its own.
     *
     * @return which of the keys for text size has been pressed; null for none
     */
    public static Keys textSize(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return null;
        }
        return switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> TEXT_LARGER;
            case SEMICOLON -> event.isShiftDown() ? TEXT_LARGER : null;
            case MINUS, SUBTRACT -> TEXT_SMALLER;
            case DIGIT0, NUMPAD0 -> TEXT_NORMAL;
            default -> null;
        };
    }

    /** The name of the main modifier key on this system, e.g. {@code Ctrl}. */
    public static String shortcut() {
        // JavaFX gives its name only as part of a combination.
        return THEME.text().replace("T", "").replace("+", "");
    }

    /** The shortcut as this system writes it, e.g. {@code Ctrl+P}. */
    public String text() {
        return switch (code) {
            case LEFT -> "\u2190";
            case RIGHT -> "\u2192";
            default -> combination.getDisplayText();
        };
    }
}
