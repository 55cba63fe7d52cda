package latentlab.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C, any polite request of the system to end, or results that cannot be printed any more: the work under way hears of it,
 * and the process stays until the work is closed, so that what has been learned so far is still written.
 */
final class Interrupt implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "interrupt");
    private Runnable action = () -> {};
    private boolean requested;

    /** @param results of the work; it is of no use when they cannot be written */
    Interrupt(ResultStream results) {
        Runtime.getRuntime().addShutdownHook(hook);
        results.onFailure(this::request);
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

    private synchronized void request() {
        requested = true;
        action.run();
    }

    private void stopAndWait() {
        request();
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // Asked to end: the hook runs, and finds the work closed.
        }
    }
}
