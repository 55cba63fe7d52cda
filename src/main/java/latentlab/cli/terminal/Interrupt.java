package latentlab.cli.terminal;

import java.util.concurrent.TimeUnit;

/**
 * Handles Ctrl-C, any other signal that asks the process to end, and results that can no longer be printed: the current
 * work is told to stop. If it has something to keep, the process waits until the work is closed, so that what has been
 * learned is still written; otherwise the process ends in a moment, whatever the work may be waiting for.
 */
public final class Interrupt implements AutoCloseable {
    /** Time for work with nothing to keep to clean up. */
    private static final long GRACE_MILLIS = 1500;

    private final Thread hook = new Thread(this::stopAndWait, "interrupt");
    private Runnable action = () -> {};
    private boolean requested;
    private boolean keeping;
    private boolean closed;

    /** @param results of the work, which stops when they cannot be written */
    public Interrupt(ResultStream results) {
        Runtime.getRuntime().addShutdownHook(hook);
        results.onFailure(this::request);
    }

    public synchronized boolean requested() {
        return requested;
    }

    /** @param next stops the work; run at once if that has been requested already */
    public synchronized void onRequest(Runnable next) {
        action = next;
        if (requested) {
            action.run();
        }
    }

    /** @param something whether the work has, from now on, something worth waiting for; initially it has not */
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
            // The process is ending already: the hook is running, and will find the work closed.
        }
    }
}
