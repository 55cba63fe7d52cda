package latentlab.session;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.run.Run;

/**
 * Epochs of the run on screen that the user wants to find again. They are the run's: kept in its file where it has one,
 * else as long as the run is there. Use only on the user interface's thread.
 */
public final class Bookmarks {
    private final TrainingModel model;
    private final ReadOnlyObjectWrapper<SortedMap<Integer, String>> notes =
            new ReadOnlyObjectWrapper<>(Collections.emptySortedMap());

    public Bookmarks(TrainingModel model) {
        this.model = model;
        model.runProperty().subscribe(this::show);
    }

    /** By epoch, each with a note, which may be empty; not changed any more. */
    public ReadOnlyObjectProperty<SortedMap<Integer, String>> notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /** Marks an epoch, or gives its mark another note. */
    public void put(int epoch, String note) {
        SortedMap<Integer, String> changed = new TreeMap<>(notes.get());
        changed.put(epoch, note);
        change(changed);
    }

    public void remove(int epoch) {
        SortedMap<Integer, String> changed = new TreeMap<>(notes.get());
        changed.remove(epoch);
        change(changed);
    }

    private void change(SortedMap<Integer, String> changed) {
        Run run = model.runProperty().get();
        run.findings().setBookmarks(changed);
        show(run);
    }

    private void show(Run run) {
        notes.set(run == null ? Collections.emptySortedMap() : run.findings().bookmarks());
    }
}
