package latentlab.session;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Which epoch of the run on screen is looked at: the newest, or one the user has chosen. */
final class Timeline {
    final ReadOnlyIntegerWrapper selectedEpoch = new ReadOnlyIntegerWrapper(0);
    /** Whether the selection follows the newest epoch. */
    final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);

    private final RunOnScreen screen;

    Timeline(RunOnScreen screen) {
        this.screen = screen;
    }

    /** Another run is about to be shown. */
    void restart() {
        live.set(true);
        selectedEpoch.set(0);
    }

    /** Epochs have come or gone. */
    void follow() {
        if (!screen.history.isEmpty()) {
            selectedEpoch.set(live.get() ? last() : kept(selectedEpoch.get()));
        }
    }

    void select(int epoch) {
        live.set(false);
        selectedEpoch.set(kept(epoch));
    }

    void goLive() {
        live.set(true);
        selectedEpoch.set(last());
    }

    private int last() {
        return Math.max(0, screen.history.size() - 1);
    }

    /** @return the epoch to look at instead of one that may no longer be kept */
    private int kept(int epoch) {
        return screen.run.get() == null ? 0 : screen.run.get().epochs().kept(Math.clamp(epoch, 0, last()));
    }
}
