package latentlab.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;

/**
 * The epoch that the one shown is compared with: A, while B follows the timeline. Both are of the run on screen; with
 * another run the comparison ends. Use only on the user interface's thread.
 */
public final class EpochComparison {
    private final TrainingModel model;
    private final ReadOnlyObjectWrapper<Pinned> pinned = new ReadOnlyObjectWrapper<>();

    /** An epoch of a run. */
    public record Pinned(Run run, EpochResult result) {
        public int epoch() {
            return result.epoch();
        }
    }

    public EpochComparison(TrainingModel model) {
        this.model = model;
        // Runs as soon as the run changes: no view may show A of one run beside B of another.
        model.runProperty().subscribe(() -> pinned.set(null));
    }

    /** A; null while nothing is compared. */
    public ReadOnlyObjectProperty<Pinned> pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    /** Makes the epoch shown A. Does nothing while there is none. */
    public void pin() {
        pin(model.selectedEpochProperty().get());
    }

    /** Makes an epoch of the run on screen A. Does nothing if there is no such epoch. */
    public void pin(int epoch) {
        Run run = model.runProperty().get();
        if (run != null && epoch < model.history().size()) {
            pinned.set(new Pinned(run, model.history().get(epoch)));
        }
    }

    /** Makes A the epoch shown, and that one A. */
    public void swap() {
        Pinned before = pinned.get();
        if (before != null) {
            pin();
            model.select(before.epoch());
        }
    }

    public void end() {
        pinned.set(null);
    }
}
