package latentlab.text;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work on a thread of its own, so that whoever waits for it can leave at any moment. A read from a disk or a server that has gone
 * silent cannot be ended, only left to itself.
 */
public final class Detached {
    private static final long POLL_MILLIS = 50;
    /** How long work that has been left may take to clean up before it is not waited for any more. */
    private static final long LINGER_MILLIS = 1000;

    private Detached() {}

    /** What is to be done; it hears that nobody waits for it any more whenever it reports, and by an interrupt. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /**
     * Does some work and passes its reports on, as often as nothing new is reported too.
     *
     * @param what is being done as long as the work has not said so itself
     * @param progress hears the reports on the calling thread
     * @return what the work came to
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
                    // Asked once more whether anybody waits for it.
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

    /** The newest of the work's reports. */
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
