package latentlab.session;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.data.Dataset;
import latentlab.run.Run;
import latentlab.run.images.ChosenImages;
import latentlab.run.images.ChosenImages.How;

/**
 * Which test images the grid shows, shared by all views as the selected epoch is: those of the notebook until somebody
 * chooses others, the first of the {@link Selection} while that says so. Belongs to the user interface's thread.
 */
public final class GridImages {
    private final TrainingModel model;
    private final Selection selection;
    private final ReadOnlyObjectWrapper<ChosenImages> images = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChosenImages> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper sorted = new ReadOnlyBooleanWrapper();
    /** What comes back when the selection leaves the grid. */
    private ChosenImages before;

    private Run run;
    private Runnable dropped = () -> {};

    /** @param model whose test images are shown; other data bring the notebook's back */
    public GridImages(TrainingModel model, Selection selection) {
        this.model = model;
        this.selection = selection;
        // Runs as soon as the run changes: views, which subscribe later, must not look up images that no longer exist.
        model.runProperty().subscribe(this::follow);
        selection.inGridProperty().subscribe(_ -> followSelection());
        selection.imagesProperty().subscribe(_ -> followSelection());
    }

    private void follow() {
        Run now = model.runProperty().get();
        if (now == null || now == run) {
            return;
        }
        boolean same = run != null && sameData(run, now);
        run = now;
        if (!same) {
            boolean chosen = images.get() != null && !asInNotebook();
            before = null;
            sorted.set(false);
            set(ChosenImages.notebook(now));
            if (chosen) {
                dropped.run();
            }
        }
    }

    /** Read again or not. */
    private static boolean sameData(Run one, Run other) {
        return one.dataset() == other.dataset()
                || one.start().data().hash().equals(other.start().data().hash());
    }

    private void followSelection() {
        // The selection ends as soon as there are other data, perhaps before they are known here.
        follow();
        if (run == null) {
            return;
        }
        if (selection.inGridProperty().get()) {
            if (images.get().how() != How.SELECTION) {
                before = images.get();
            }
            set(ChosenImages.selected(selection.imagesProperty().get().first(Dataset.SAMPLES)));
        } else if (images.get().how() == How.SELECTION) {
            set(before == null ? ChosenImages.notebook(run) : before);
        }
    }

    private void set(ChosenImages next) {
        ChosenImages notebook = ChosenImages.notebook(run);
        ChosenImages named = next.how() != How.SELECTION && next.indices().equals(notebook.indices()) ? notebook : next;
        // Equal ones are no change that anybody hears of: sorted ones would not be arranged anew.
        if (!named.equals(images.get()) || !sorted.get()) {
            images.set(named);
            shown.set(named);
        }
    }

    /** Those that are chosen, in the order of the choice; null before the first run. */
    public ReadOnlyObjectProperty<ChosenImages> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** The same in the order in which the grid shows them; null before the first run. */
    public ReadOnlyObjectProperty<ChosenImages> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the grid shows them by their errors at the epoch shown, the largest first. */
    public ReadOnlyBooleanProperty sortedProperty() {
        return sorted.getReadOnlyProperty();
    }

    /** Whether they are those of the notebook, in its order. */
    public boolean asInNotebook() {
        return images.get() == null || images.get().how() == How.NOTEBOOK && !sorted.get();
    }

    /** @param action for when other data have brought the notebook's images back in place of chosen ones */
    public void onDropped(Runnable action) {
        dropped = action;
    }

    /** Shows these images, whatever is selected. Nothing happens before the first run. */
    public void show(ChosenImages next) {
        if (run == null) {
            return;
        }
        before = next;
        if (selection.inGridProperty().get()) {
            selection.showInGrid(false);
        } else {
            set(next);
        }
    }

    /** Brings the notebook's images back, in its order. */
    public void showNotebook() {
        sorted.set(false);
        if (run != null) {
            show(ChosenImages.notebook(run));
        }
    }

    /** @param byError whether the grid is to show them by their errors */
    public void sort(boolean byError) {
        sorted.set(byError);
        if (!byError) {
            shown.set(images.get());
        }
    }

    /** Takes note of the order in which the grid shows them while they are sorted. */
    public void arranged(List<Integer> order) {
        if (sorted.get()) {
            shown.set(images.get().inOrder(order));
        }
    }

    /** Moves an image to another column; if they were sorted, the others stay where they are. */
    public void move(int from, int to) {
        if (!has(from) || !has(to)) {
            return;
        }
        ChosenImages moved = shown.get().moved(from, to);
        sorted.set(false);
        show(moved);
    }

    /** Puts another image into a column. */
    public void replace(int column, int image) {
        if (has(column)) {
            show(shown.get().replaced(column, image));
        }
    }

    /** Takes an image out, unless it is the only one. */
    public void remove(int column) {
        if (has(column) && shown.get().indices().size() > 1) {
            show(shown.get().without(column));
        }
    }

    /** Whether there is such a column: a grid on its way to fewer may still ask for one that is gone. */
    private boolean has(int column) {
        return column >= 0 && column < shown.get().indices().size();
    }
}
