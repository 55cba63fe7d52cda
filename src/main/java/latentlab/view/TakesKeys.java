package latentlab.view;

import javafx.scene.input.KeyCode;

/** A node that, while it has the focus, needs bare keys for itself that would be the timeline's otherwise. */
public interface TakesKeys {
    /** @return whether the timeline must leave the key alone */
    boolean takes(KeyCode code);
}
