package latentlab.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.text.Sentence;

/**
 * What a person has changed, of whatever kind, in the order in which it was done: to be taken back, and made again, one
 * by one. Belongs to the user interface's thread.
 */
public final class Steps {
    /** One change. It may take its time to be taken back, as where files are moved. */
    public interface Step {
        /** What it changes, or would change again after it was taken back. */
        Sentence what();

        /** @param done to be run once it is taken back; never, if that has failed */
        void undo(Runnable done);

        /** @param done to be run once it is made again; never, if that has failed */
        void redo(Runnable done);
    }

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    /** How many have been made. */
    private int changes;

    private final ReadOnlyObjectWrapper<Sentence> next = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Sentence> again = new ReadOnlyObjectWrapper<>();

    /** What {@link #undo} takes back; null if there is nothing. */
    public ReadOnlyObjectProperty<Sentence> undoableProperty() {
        return next.getReadOnlyProperty();
    }

    /** What {@link #redo} makes again; null if there is nothing. */
    public ReadOnlyObjectProperty<Sentence> redoableProperty() {
        return again.getReadOnlyProperty();
    }

    /** The change that {@link #undo} takes back; null if there is none. */
    public Step last() {
        return done.peek();
    }

    /** A person has made a change: what was taken back before cannot be made again any more. */
    public void made(Step step) {
        changes++;
        done.push(step);
        undone.clear();
        tell();
    }

    /** Forgets changes that cannot be taken back any more, such as those of images that have been replaced. */
    public void forget(Predicate<Step> gone) {
        done.removeIf(gone);
        undone.removeIf(gone);
        tell();
    }

    /** Something else is to be said of a change. */
    public void tell() {
        next.set(done.isEmpty() ? null : done.peek().what());
        again.set(undone.isEmpty() ? null : undone.peek().what());
    }

    /** Takes the last change back. @param told receives what it was, once it is taken back */
    public void undo(Consumer<Sentence> told) {
        if (!done.isEmpty()) {
            undo(done.peek(), told);
        }
    }

    /** Takes a change back, though others may have been made since; nothing happens if it has been taken back. */
    public void undo(Step step, Consumer<Sentence> told) {
        if (done.remove(step)) {
            Sentence what = step.what();
            tell();
            int then = changes;
            step.undo(() -> {
                // Unless something has been changed meanwhile: it could not be made again after that.
                if (changes == then) {
                    undone.push(step);
                }
                tell();
                told.accept(what);
            });
        }
    }

    /** Makes the change again that was taken back last. @param told receives what it was, once it is made again */
    public void redo(Consumer<Sentence> told) {
        Step step = undone.poll();
        if (step != null) {
            Sentence what = step.what();
            tell();
            step.redo(() -> {
                done.push(step);
                tell();
                told.accept(what);
            });
        }
    }
}
