package latentlab.library;

import java.util.ArrayDeque;
import java.util.Deque;

/** Changes of a library in their order: those to be taken back, and those to be made again. For one thread. */
public final class UndoList {
    private final Deque<Undo> done = new ArrayDeque<>();
    private final Deque<Undo> undone = new ArrayDeque<>();

    /** A change was made by a person: what was taken back before cannot be made again any more. */
    public void made(Undo undo) {
        done.push(undo);
        undone.clear();
    }

    /** @return takes out the last change that was made; null if there is none */
    public Undo takeDone() {
        return done.poll();
    }

    /** @return takes out the last change that was taken back; null if there is none */
    public Undo takeUndone() {
        return undone.poll();
    }

    /** A change has been taken back. @param again how to make it again */
    public void undone(Undo again) {
        undone.push(again);
    }

    /** A change has been made again. @param back how to take it back */
    public void redone(Undo back) {
        done.push(back);
    }
}
