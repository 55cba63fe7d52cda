package latentlab.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * Changes of the settings in their order: those to be taken back, and those to be made again. A change that is taken
 * back concerns only the settings that it changed; others, such as a batch that went with other data, stay. Belongs to
 * the user interface's thread.
 */
public final class SettingsHistory {
    /** Of one and the same setting in less than this time after each other: what a slider passes is one change. */
    private static final long ONE_GESTURE = 800_000_000;

    private final ReadOnlyObjectProperty<TrainingConfig> settings;
    private final Consumer<TrainingConfig> take;
    private final LongSupplier nanos;
    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Change> lastDone = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Change> lastUndone = new ReadOnlyObjectWrapper<>();
    private IntConsumer counted = _ -> {};
    private long changed;
    /** Settings are being taken from here. */
    private boolean going;

    /** What settings were and what they became. */
    public record Change(TrainingConfig before, TrainingConfig after) {
        /** @return those that it changed, in their usual order; one at least */
        public List<Setting<?>> settings() {
            return Setting.ALL.stream()
                    .filter(each -> !before.get(each).equals(after.get(each)))
                    .toList();
        }

        Change reversed() {
            return new Change(after, before);
        }
    }

    /**
     * @param settings as they are
     * @param take makes other settings the ones shown
     * @param nanos a clock, such as {@link System#nanoTime}
     */
    SettingsHistory(
            ReadOnlyObjectProperty<TrainingConfig> settings, Consumer<TrainingConfig> take, LongSupplier nanos) {
        this.settings = settings;
        this.take = take;
        this.nanos = nanos;
    }

    /** The change that {@link #undo} takes back; null if there is none. */
    public ReadOnlyObjectProperty<Change> lastDoneProperty() {
        return lastDone.getReadOnlyProperty();
    }

    /** The change that {@link #redo} makes again; null if there is none. */
    public ReadOnlyObjectProperty<Change> lastUndoneProperty() {
        return lastUndone.getReadOnlyProperty();
    }

    /**
     * @param receiver told of each change how many there are more than before it: one, or none where it goes on with
     *     the last, or one fewer where it ends where that began
     */
    public void onChange(IntConsumer receiver) {
        counted = receiver;
    }

    /** The next change is one of its own, however soon it comes: something else has been changed since the last. */
    public void endGesture() {
        changed = nanos.getAsLong() - ONE_GESTURE;
    }

    /** Settings are about to become others: what was taken back before cannot be made again any more. */
    void changing(TrainingConfig before, TrainingConfig after) {
        if (going || before.equals(after)) {
            return;
        }
        Change now = new Change(before, after);
        int count = done.size();
        Change last = done.peek();
        long time = nanos.getAsLong();
        List<Setting<?>> which = now.settings();
        if (last != null && time - changed < ONE_GESTURE && which.size() == 1 && which.equals(last.settings())) {
            done.pop();
            now = new Change(last.before(), after);
        }
        changed = time;
        undone.clear();
        if (!now.settings().isEmpty()) {
            done.push(now);
        }
        tell();
        counted.accept(done.size() - count);
    }

    /** Takes the last change back. @return that change; null if there is none */
    public Change undo() {
        Change last = done.poll();
        if (last != null) {
            undone.push(last);
            go(last.reversed());
        }
        return last;
    }

    /** Makes the change again that was taken back last. @return that change; null if there is none */
    public Change redo() {
        Change last = undone.poll();
        if (last != null) {
            done.push(last);
            go(last);
        }
        return last;
    }

    private void go(Change change) {
        TrainingConfig next = settings.get();
        for (Setting<?> each : change.settings()) {
            next = copied(each, change.after(), next);
        }
        endGesture();
        going = true;
        try {
            take.accept(next);
        } finally {
            going = false;
            tell();
        }
    }

    private static <T> TrainingConfig copied(Setting<T> setting, TrainingConfig from, TrainingConfig to) {
        return to.with(setting, from.get(setting));
    }

    private void tell() {
        lastDone.set(done.peek());
        lastUndone.set(undone.peek());
    }
}
