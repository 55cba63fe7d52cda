package latentlab.embedding;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Two threads that share the parts of one computation: the caller and one more. A thread without work spins for some
 * fifty microseconds, since the next part mostly follows at once, and then parks: on a shared processor, spinning
 * threads keep the others from working.
 *
 * <p>Results must not depend on which worker takes which part: each part writes to places of its own, or the worker's
 * number decides.
 */
final class Workers implements AutoCloseable {
    /** Fixed, so that the sums of each worker are the same on every machine. */
    static final int COUNT = 2;

    private static final long LOOK_OUT = TimeUnit.MICROSECONDS.toNanos(50);

    /** The work of one worker. */
    interface Task {
        /** @param worker 0 or 1 */
        void run(int worker);
    }

    /** One of many parts of the work. */
    interface Part {
        /** @param worker 0 or 1, the one that runs this part: for the choice of a workspace */
        void run(int worker, int index);
    }

    private final Thread second = new Thread(this::work, "map worker");
    private volatile Thread caller;
    private volatile Task task;
    private volatile Throwable failure;
    private volatile int asked;
    private volatile int done;
    private volatile boolean closed;

    Workers() {
        second.setDaemon(true);
        second.start();
    }

    /** Runs a task once on each worker and waits for both. */
    void run(Task each) {
        caller = Thread.currentThread();
        task = each;
        int round = asked + 1;
        asked = round;
        LockSupport.unpark(second);
        try {
            each.run(0);
        } finally {
            long since = System.nanoTime();
            while (done != round) {
                rest(since);
            }
        }
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            throw new IllegalStateException(thrown);
        }
    }

    /** Runs all parts from 0 to count - 1, each on a free worker; if one throws, those not yet begun are skipped. */
    void share(int count, Part part) {
        AtomicInteger next = new AtomicInteger();
        run(worker -> {
            try {
                for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                    part.run(worker, index);
                }
            } catch (RuntimeException | Error thrown) {
                next.set(count);
                throw thrown;
            }
        });
    }

    private static void rest(long since) {
        if (System.nanoTime() - since < LOOK_OUT) {
            Thread.onSpinWait();
        } else {
            LockSupport.park();
        }
    }

    private void work() {
        int round = 0;
        while (true) {
            long since = System.nanoTime();
            while (asked == round) {
                if (closed) {
                    return;
                }
                rest(since);
            }
            round++;
            try {
                task.run(1);
            } catch (Throwable thrown) {
                failure = thrown;
            }
            done = round;
            LockSupport.unpark(caller);
        }
    }

    /** Ends the second thread. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(second);
    }
}
