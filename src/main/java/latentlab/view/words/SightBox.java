package latentlab.view.words;

import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import latentlab.view.TakesKeys;
import latentlab.view.Texts;

/** Ticks a {@link Sight}, by keyboard also after a click, while the bare space bar else plays the run. */
public final class SightBox extends CheckBox implements TakesKeys {
    /** The key that ticks it is held down, which the system repeats. */
    private boolean held;

    public SightBox(Sight sight, Texts texts) {
        textProperty().bind(texts.bind("view.preset.sight." + sight.id()));
        // Before the control's own use of the space bar, which does nothing as long as it takes itself for pressed.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ticks(event)) {
                if (!held) {
                    fire();
                }
                held = true;
                event.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_RELEASED, _ -> held = false);
        focusedProperty().subscribe(() -> held = false);
    }

    private static boolean ticks(KeyEvent event) {
        return (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)
                && !(event.isControlDown() || event.isAltDown() || event.isMetaDown() || event.isShiftDown());
    }

    @Override
    public boolean takes(KeyCode code) {
        return code == KeyCode.SPACE;
    }
}
