package latentlab.session;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.run.RateChange;

/** How the learning rate was changed in the course of a run. */
public final class RateHistory {
    private final ObservableList<RateChange> changes = FXCollections.observableArrayList();
    private final ObservableList<RateChange> readOnly = FXCollections.unmodifiableObservableList(changes);
    /** The change in an epoch that was dropped, until its number is trained again; null for none. */
    private RateChange ofDropped;

    /** In order of epochs. Read-only. */
    public ObservableList<RateChange> changes() {
        return readOnly;
    }

    /** Changes in the same epoch, as while a slider is dragged, are one; none if they lead back. */
    public void add(RateChange change) {
        RateChange last = changes.isEmpty() ? null : changes.getLast();
        if (last == null || last.epoch() != change.epoch()) {
            changes.add(change);
        } else if (last.before() == change.after()) {
            changes.removeLast();
        } else {
            changes.set(changes.size() - 1, new RateChange(change.epoch(), last.before(), change.after()));
        }
    }

    /** The epoch under way is dropped, and nothing was trained at its rate. @param epoch its number */
    public void epochDropped(int epoch) {
        if (!changes.isEmpty() && changes.getLast().epoch() >= epoch) {
            ofDropped = changes.removeLast();
        }
    }

    /** The next epoch begins with the rate of the one dropped, if one was. */
    public void epochBegins() {
        if (ofDropped != null) {
            add(ofDropped);
            ofDropped = null;
        }
    }

    /** Forgets all, for a new run. */
    public void clear() {
        changes.clear();
        ofDropped = null;
    }
}
