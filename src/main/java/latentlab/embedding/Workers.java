package latentlab.embedding;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share the parts of one computation: the caller and some more. A thread without work spins for some fifty
 * microseconds, since the next part mostly follows at once, and then parks: on a shared processor, spinning threads
 * keep the others from working.
 *
 * <p>Results must not depend on which worker takes which part: each part writes to places of its own, or the worker's
 * number decides.
 */
public final class Workers implements AutoCloseable {
    /** The usual number; fixed, so that the sums of each worker are the same on every machine. */
    public static final int COUNT = 2;

    private static final long LOOK_OUT = TimeUnit.MICROSECONDS.toNanos(50);

    /** The work of one worker. */
    public interface Task {
        /** @param worker 0 to count - 1; 0 is the caller */
        void run(int worker);
    }

    /** One of many parts of the work. */
    public interface Part {
        /** @param worker 0 to count - 1, the one that runs this part: for the choice of a workspace */
        void run(int worker, int index);
    }

    private final Thread[] helpers;
    /** Helpers that have not finished this round. */
    private final AtomicInteger busy = new AtomicInteger();

    private volatile Thread caller;
    private volatile Task task;
    private volatile Throwable failure;
    private volatile int asked;
    private volatile boolean closed;

    /** As many as usual. */
    public Workers() {
        this(COUNT);
    }

    /** @param count of the workers, the caller among them; at least 1 */
    public Workers(int count) {
        helpers = new Thread[count - 1];
        for (int i = 0; i < helpers.length; i++) {
            int worker = i + 1;
            helpers[i] = new Thread(() -> work(worker), "map worker");
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /** Number of workers, the caller among them. */
    public int count() {
        return helpers.length + 1;
    }

    /** Runs a task once on each worker and waits for all. */
    public void run(Task each) {
        caller = Thread.currentThread();
        task = each;
        busy.set(helpers.length);
        asked++;
        wake();
        try {
            each.run(0);
        } finally {
            long since = System.nanoTime();
            while (busy.get() > 0) {
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
    public void share(int count, Part part) {
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

    private void work(int worker) {
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
                task.run(worker);
            } catch (Throwable thrown) {
                failure = thrown;
            }
            Thread waiting = caller;
            if (busy.decrementAndGet() == 0) {
                LockSupport.unpark(waiting);
            }
        }
    }

    private void wake() {
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    /** Ends the other threads. */
    @Override
    public void close() {
        closed = true;
        wake();
    }
}
