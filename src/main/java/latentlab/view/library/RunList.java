package latentlab.view.library;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import latentlab.library.Entry;
import latentlab.view.TakesKeys;

/** The runs, one below the other; nodes are made for those in sight alone. */
final class RunList extends ListView<Entry> implements TakesKeys {
    /** The first and the last run are this list's; arrows to the sides and space stay the timeline's. */
    @Override
    public boolean takes(KeyCode code) {
        return code == KeyCode.HOME || code == KeyCode.END;
    }
}
