package latentlab.view.library;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import latentlab.library.Entry;
import latentlab.view.TakesKeys;

/** The runs, one below the other; nodes are made for those in sight alone. */
final class RunList extends ListView<Entry> implements TakesKeys {
    RunList() {
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    }

    /** @return the selected runs, in the order of the list */
    List<Entry> selected() {
        // While the list is being filled anew, places of those before are still selected.
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** The first and the last run are this list's; arrows to the sides and space stay the timeline's. */
    @Override
    public boolean takes(KeyCode code) {
        return code == KeyCode.HOME || code == KeyCode.END;
    }
}
