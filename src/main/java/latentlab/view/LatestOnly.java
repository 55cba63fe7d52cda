package latentlab.view;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Computes in the background what one view shows, one computation at a time, so that a slow view leaves the other
 * threads to the other views. Only the newest request counts: older ones still waiting are dropped, and results of
 * older ones are not shown. Use only on the user interface's thread.
 */
public final class LatestOnly {
    private final Executor background;
    private final Executor userInterface;
    private final BooleanSupplier closed;
    private final AtomicLong newest = new AtomicLong();
    /** The newest request that has ended, shown or not. */
    private long ended;

    private final Object lock = new Object();
    /** The next computation after the current one; null for none. Guarded by the lock, as is the next field. */
    private Runnable waiting;
    /** Whether a computation has been given to the background executor. */
    private boolean busy;

    /** @param closed true once nobody will see what is computed: computations under way end, others do not begin */
    public LatestOnly(Executor background, Executor userInterface, BooleanSupplier closed) {
        this.background = background;
        this.userInterface = userInterface;
        this.closed = closed;
    }

    /** A computation that takes long. */
    public interface Computation<T> {
        /**
         * @param wanted false as soon as there is a newer request, or the window is closed
         * @throws CancellationException if it stops because it is no longer wanted
         * @throws Exception if it fails
         */
        T compute(BooleanSupplier wanted) throws Exception;
    }

    /**
     * @param compute called on the background executor
     * @param show called on the user interface's thread, unless there is a newer request
     */
    public <T> void request(Callable<T> compute, Consumer<T> show) {
        request(_ -> compute.call(), show);
    }

    /**
     * Like {@link #request(Callable, Consumer)}, for computations so slow that they should stop when there is a newer
     * request.
     */
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
        // Queued behind requests that other views have made meanwhile.
        background.execute(this::computeWaiting);
    }

    private <T> void compute(long mine, Computation<T> compute, Consumer<T> show) {
        if (!wanted(mine)) {
            return;
        }
        T result;
        try {
            result = compute.compute(() -> wanted(mine));
        } catch (CancellationException _) {
            userInterface.execute(() -> end(mine));
            return;
        } catch (Exception | Error e) {
            if (wanted(mine)) {
                userInterface.execute(() -> report(mine, e));
            }
            return;
        }
        userInterface.execute(() -> {
            if (mine == newest.get()) {
                end(mine);
                show.accept(result);
            }
        });
    }

    private void end(long request) {
        ended = Math.max(ended, request);
    }

    /** Whether something has been requested that is neither shown nor dropped yet. */
    public boolean pending() {
        return ended < newest.get();
    }

    private boolean wanted(long request) {
        return request == newest.get() && !closed.getAsBoolean();
    }

    /** Drops all requests made so far: their results will not be shown. */
    public void forget() {
        end(newest.incrementAndGet());
    }

    /**
     * Reports a failure as uncaught, unless there is a newer request: an outdated one may fail, since its run may be
     * closed.
     */
    private void report(long mine, Throwable failure) {
        if (mine == newest.get()) {
            end(mine);
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), failure);
        }
    }
}
