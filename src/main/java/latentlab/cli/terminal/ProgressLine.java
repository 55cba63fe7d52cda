package latentlab.cli.terminal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import latentlab.text.Messages;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** The progress of a task, in one line on standard error that is overwritten; prints nothing if that is no terminal. */
public final class ProgressLine implements Progress {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String CLEAR = "\r\033[K";

    private final Screen screen;
    private final Messages messages;
    private final BooleanSupplier cancelled;
    private boolean shown;
    private long last = System.nanoTime() - INTERVAL;

    /** @param cancelled checked with every report */
    public ProgressLine(Screen screen, Messages messages, BooleanSupplier cancelled) {
        this.screen = screen;
        this.messages = messages;
        this.cancelled = cancelled;
    }

    @Override
    public void report(double fraction, Sentence what) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        show(fraction, what);
    }

    /** Shows progress like {@link #report}, for work that is stopped in another way. */
    public void show(double fraction, Sentence what) {
        long now = System.nanoTime();
        if (!screen.lively() || now - last < INTERVAL) {
            return;
        }
        last = now;
        String text = messages.text(what);
        screen.err().print(CLEAR + (fraction < 0 ? text : messages.text("cli.progress", text, fraction)));
        screen.err().flush();
        shown = true;
    }

    /** Prints a sentence above the line, to stay. */
    public void tell(Sentence what) {
        clear();
        screen.err().println(messages.text(what));
    }

    /** Clears the line, to make room for what is printed next. */
    public void clear() {
        if (shown) {
            screen.err().print(CLEAR);
            screen.err().flush();
            shown = false;
        }
    }
}
