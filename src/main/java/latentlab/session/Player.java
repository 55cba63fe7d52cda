package latentlab.session;

import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.session.Playback.Frame;

/**
 * Moves from epoch to epoch in time. It waits for views that take longer than a frame, so that none is passed over
 * without having been seen. Use only on the user interface's thread.
 */
public final class Player {
    private static final long NANOS = 1_000_000;

    private final Supplier<Playback> playback;
    private final Playback.Epochs epochs;
    private final IntSupplier millis;
    private final BooleanSupplier shown;
    private final IntConsumer show;
    private final ReadOnlyObjectWrapper<Frame> frame = new ReadOnlyObjectWrapper<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(now);
        }
    };
    /** When the next frame is due; 0 before the first pulse. */
    private long due;

    /**
     * @param millis how long each epoch is shown
     * @param shown whether all views show the epoch shown last
     * @param show shows an epoch
     */
    public Player(
            Supplier<Playback> playback,
            Playback.Epochs epochs,
            IntSupplier millis,
            BooleanSupplier shown,
            IntConsumer show) {
        this.playback = playback;
        this.epochs = epochs;
        this.millis = millis;
        this.shown = shown;
        this.show = show;
    }

    /** What is played at the moment; null while nothing is. */
    public ReadOnlyObjectProperty<Frame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Plays from an epoch on, or from the far end if that is where playback would stop; nothing with one epoch. */
    public void play(int epoch, boolean backward) {
        if (epochs.last() == 0) {
            return;
        }
        due = 0;
        Frame first = playback.get().begin(epoch, backward, epochs);
        frame.set(first);
        if (first.epoch() != epoch) {
            show.accept(first.epoch());
        }
        timer.start();
    }

    public void stop() {
        timer.stop();
        frame.set(null);
    }

    /** @param now in nanoseconds */
    void pulse(long now) {
        long time = millis.getAsInt() * NANOS;
        if (due == 0) {
            due = now + time;
        }
        // A time made shorter counts at once.
        due = Math.min(due, now + time);
        if (now < due || !shown.getAsBoolean()) {
            return;
        }
        Frame next = playback.get().next(frame.get(), epochs);
        if (next == null) {
            stop();
            return;
        }
        due = Math.max(due + time, now);
        frame.set(next);
        show.accept(next.epoch());
    }
}
