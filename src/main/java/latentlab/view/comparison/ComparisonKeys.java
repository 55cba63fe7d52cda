package latentlab.view.comparison;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import latentlab.comparison.Picture;

/** What can be done with compared runs, and the keys that do it while the comparison has the focus. */
enum ComparisonKeys {
    LOSSES(KeyCode.DIGIT1, Picture.Kind.LOSSES),
    HEAT_MAP(KeyCode.DIGIT2, Picture.Kind.HEAT_MAP),
    PARALLEL(KeyCode.DIGIT3, Picture.Kind.PARALLEL),
    AGAINST(KeyCode.DIGIT4, Picture.Kind.AGAINST),
    BESIDE(KeyCode.B, null),
    OPEN(KeyCode.ENTER, null),
    BACK(KeyCode.ESCAPE, null);

    private final KeyCode code;
    private final Picture.Kind picture;

    /** @param picture that it shows; null for none */
    ComparisonKeys(KeyCode code, Picture.Kind picture) {
        this.code = code;
        this.picture = picture;
    }

    Picture.Kind picture() {
        return picture;
    }

    boolean match(KeyEvent event) {
        return event.getCode() == code && !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    }
}
