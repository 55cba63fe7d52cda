package latentlab.text;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs work on a thread of its own, so that the caller can stop waiting for it at any moment. A read from a disk or
 * server that no longer answers cannot be ended, only abandoned.
 */
public final class Detached {
    private static final long POLL_MILLIS = 50;
    /** Time for abandoned work to clean up before the caller goes on. */
    private static final long LINGER_MILLIS = 1000;

    private Detached() {}

    /** The work; once abandoned, its next report throws a CancellationException, and its thread is interrupted. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /**
     * Runs work and passes its reports on, repeating the latest one while there is nothing new.
     *
     * @param what is being done, until the work reports it itself
     * @param progress receives the reports on the calling thread
     * @return the result of the work
     * @throws CancellationException if the progress has been cancelled, at most a second later, whatever the work does
     * @throws Exception what the work throws
     */
    public static <T> T run(Sentence what, Work<T> work, Progress progress) throws Exception {
        Relay relay = new Relay(what);
        relay.passOn(progress);
        FutureTask<T> task = new FutureTask<>(() -> work.run(relay));
        Thread thread = Thread.ofPlatform().daemon().name("detached").start(task);
        try {
            while (true) {
                relay.passOn(progress);
                try {
                    T result = task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                    relay.passOn(progress);
                    return result;
                } catch (TimeoutException _) {
                    // Reports again, to ask whether the caller still waits.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Exception failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            leave(relay, thread);
        }
    }

    private static void leave(Relay relay, Thread thread) {
        relay.left = true;
        thread.interrupt();
        try {
            thread.join(LINGER_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds the latest of the work's reports. */
    private static final class Relay implements Progress {
        private record Report(double fraction, Sentence what) {}

        private volatile Report newest;
        private volatile boolean left;

        Relay(Sentence what) {
            newest = new Report(-1, what);
        }

        @Override
        public void report(double fraction, Sentence what) {
            if (left) {
                throw new CancellationException();
            }
            newest = new Report(fraction, what);
        }

        void passOn(Progress progress) {
            Report report = newest;
            progress.report(report.fraction(), report.what());
        }
    }
}
