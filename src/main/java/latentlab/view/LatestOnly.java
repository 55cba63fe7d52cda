package latentlab.view;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Computes in the background what one view shows, one computation at a time, so that a view whose takes long leaves the other
 * threads to the other views. Of several requests only the newest counts: those waiting before it are not computed, and their
 * results are not shown. Use from the user interface's thread.
 */
public final class LatestOnly {
    private final Executor background;
    private final Executor userInterface;
    private final AtomicLong newest = new AtomicLong();
    private final Object lock = new Object();
    /** To be computed when the one under way has ended; null for nothing. Guarded by the lock, as is the next. */
    private Runnable waiting;
    /** The background has been given something to compute. */
    private boolean busy;

    public LatestOnly(Executor background, Executor userInterface) {
        this.background = background;
        this.userInterface = userInterface;
    }

    /** A computation that takes long. */
    public interface Computation<T> {
        /**
         * @param wanted false as soon as a newer request has been made
         * @throws CancellationException when it gives up, since it is not wanted any more
         * @throws Exception when it fails
         */
        T compute(BooleanSupplier wanted) throws Exception;
    }

    /**
     * @param compute on the background executor
     * @param show on the user interface's thread, unless a newer request has been made
     */
    public <T> void request(Callable<T> compute, Consumer<T> show) {
        request(_ -> compute.call(), show);
    }

    /** As {@link #request(Callable, Consumer)}, for what takes so long that a newer request must not have to wait for it. */
    public <T> void request(Computation<T> compute, Consumer<T> show) {
        long mine = newest.incrementAndGet();
        synchronized (lock) {
            waiting = () -> compute(mine, compute, show);
            if (busy) {
                return;
            }
            busy = true;
        }
        background.execute(this::computeWaiting);
    }

    private void computeWaiting() {
        Runnable next;
        synchronized (lock) {
            next = waiting;
            waiting = null;
        }
        try {
            next.run();
        } finally {
            goOn();
        }
    }

    private void goOn() {
        synchronized (lock) {
            busy = waiting != null;
            if (!busy) {
                return;
            }
        }
        // Behind what other views have asked for meanwhile.
        background.execute(this::computeWaiting);
    }

    private <T> void compute(long mine, Computation<T> compute, Consumer<T> show) {
        if (mine != newest.get()) {
            return;
        }
        T result;
        try {
            result = compute.compute(() -> mine == newest.get());
        } catch (CancellationException _) {
            return;
        } catch (Exception | Error e) {
            if (mine == newest.get()) {
                userInterface.execute(() -> report(mine, e));
            }
            return;
        }
        userInterface.execute(() -> {
            if (mine == newest.get()) {
                show.accept(result);
            }
        });
    }

    /** Nothing asked for so far will be shown. */
    public void forget() {
        newest.incrementAndGet();
    }

    /** A request that has been overtaken may well fail: its run may be closed. Any other failure is the application's. */
    private void report(long mine, Throwable failure) {
        if (mine == newest.get()) {
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), failure);
        }
    }
}
