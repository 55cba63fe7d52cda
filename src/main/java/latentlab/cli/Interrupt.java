package latentlab.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C, or any polite request of the system to end: the work under way hears of it, and the process stays until the work is
 * closed, so that what has been learned so far is still written.
 */
final class Interrupt implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "interrupt");
    private Runnable action = () -> {};
    private boolean requested;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    synchronized boolean requested() {
        return requested;
    }

    /** @param next what stops the work; at once, if that has been asked for already */
    synchronized void onRequest(Runnable next) {
        action = next;
        if (requested) {
            action.run();
        }
    }

    private void stopAndWait() {
        synchronized (this) {
            requested = true;
            action.run();
        }
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (!requested()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // Asked to end this very moment: the hook runs and finds the work closed.
            }
        }
    }
}
