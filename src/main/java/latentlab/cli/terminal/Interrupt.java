package latentlab.cli.terminal;

import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, any polite request of the system to end, or results that cannot be printed any more: the work under way hears of it.
 * Where it has something to keep, the process stays until the work is closed, so that what has been learned so far is still
 * written; otherwise it ends in a moment, whatever the work may be waiting for.
 */
public final class Interrupt implements AutoCloseable {
    /** How long work with nothing to keep may take to clean up. */
    private static final long GRACE_MILLIS = 1500;

    private final Thread hook = new Thread(this::stopAndWait, "interrupt");
    private Runnable action = () -> {};
    private boolean requested;
    private boolean keeping;
    private boolean closed;

    /** @param results of the work; it is of no use when they cannot be written */
    public Interrupt(ResultStream results) {
        Runtime.getRuntime().addShutdownHook(hook);
        results.onFailure(this::request);
    }

    public synchronized boolean requested() {
        return requested;
    }

    /** @param next what stops the work; at once, if that has been asked for already */
    public synchronized void onRequest(Runnable next) {
        action = next;
        if (requested) {
            action.run();
        }
    }

    /** @param something whether the work has from now on something that is worth waiting for; at first it has not */
    public synchronized void keep(boolean something) {
        keeping = something;
        notifyAll();
    }

    private synchronized void request() {
        requested = true;
        action.run();
    }

    private synchronized void stopAndWait() {
        request();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        try {
            while (!closed) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (keeping) {
                    wait();
                } else if (left > 0) {
                    wait(left);
                } else {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // Asked to end: the hook runs, and finds the work closed.
        }
    }
}
