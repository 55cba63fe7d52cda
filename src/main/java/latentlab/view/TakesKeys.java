package latentlab.view;

import javafx.scene.input.KeyCode;

/**
 * A node that, while it or something in it is focused, needs keys without modifiers that otherwise belong to the
 * timeline.
 */
public interface TakesKeys {
    /** @return whether the node needs the key, so that the timeline must leave it alone */
    boolean takes(KeyCode code);
}
