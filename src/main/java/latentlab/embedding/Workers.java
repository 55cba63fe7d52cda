package latentlab.embedding;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Two threads that share the parts of one computation: whoever calls, and one more. Whoever has nothing to do looks out for some
 * fifty microseconds, since the next part mostly follows at once, and then parks: on a shared processor, waiting threads that
 * spin keep the others from working.
 *
 * <p>Results must not depend on who takes which part: each part writes places of its own, or the worker's number decides.
 */
final class Workers implements AutoCloseable {
    /** Fixed, so that sums a worker makes are the same on every machine. */
    static final int COUNT = 2;

    private static final long LOOK_OUT = TimeUnit.MICROSECONDS.toNanos(50);

    /** What one worker does. */
    interface Task {
        /** @param worker 0 or 1 */
        void run(int worker);
    }

    /** One of many parts. */
    interface Part {
        /** @param worker 0 or 1, who happens to do it: for room of its own */
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

    /** Runs a task once for each worker and waits for both. */
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

    /** Runs all parts from 0 to count - 1, each by whoever is free; when one throws, those not yet begun are left out. */
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
