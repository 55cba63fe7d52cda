package latentlab.engine.training;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share pieces of work, of which there are thousands a second: each takes the next item when it is free,
 * the caller among them. Which thread an item falls to must make no difference to what comes out. Nobody waits for a
 * thread that the system has taken off its core, unless it has an item in hand; who has nothing to do spins for a
 * moment, since the next items come soon, then sleeps. Makes no objects as it runs.
 */
final class Workers implements AutoCloseable {
    /** Work in items that may be done at the same time, in any order. */
    interface Work {
        /** @param worker which of the workers does it, 0 to {@link Workers#count} - 1: 0 is the caller */
        void item(int item, int worker);
    }

    /** Looks for something to do before a thread sleeps: some 20 microseconds. */
    private static final int SPINS = 2000;

    private static final int ITEM_BITS = 16;
    private static final long ITEM_MASK = (1 << ITEM_BITS) - 1;
    /** In a round. */
    static final int MOST_ITEMS = (1 << ITEM_BITS) - 1;

    private final Thread[] threads;
    private final boolean[] asleep;
    /** From the highest bits down: number of the round, its items, and how many of them have been taken. */
    private final AtomicLong ticket = new AtomicLong();

    private final AtomicInteger done = new AtomicInteger();
    /** What the items of the round are of; read by whoever has taken one, which keeps the round from ending. */
    private Work work;

    /** Workers from this number on take nothing. */
    private volatile int team;

    private volatile boolean closed;
    private volatile Throwable failure;

    /** @param count of workers, the caller's thread among them */
    Workers(int count) {
        threads = new Thread[count - 1];
        asleep = new boolean[count - 1];
        team = count;
        for (int i = 0; i < threads.length; i++) {
            int worker = i + 1;
            threads[i] = Thread.ofPlatform().daemon().name("worker-" + worker).start(() -> serve(worker));
        }
    }

    int count() {
        return threads.length + 1;
    }

    /** @param size how many of them take part from now on; called between two rounds */
    void team(int size) {
        team = size;
    }

    /**
     * Has all items done, and returns then, or throws what one of them has thrown. Called by one thread at a time.
     *
     * @param items at most {@link #MOST_ITEMS}
     */
    void run(Work work, int items) {
        if (team == 1 || items == 1) {
            for (int i = 0; i < items; i++) {
                work.item(i, 0);
            }
            return;
        }
        this.work = work;
        done.set(0);
        long round = (ticket.get() >>> 2 * ITEM_BITS) + 1;
        ticket.set(round << 2 * ITEM_BITS | (long) items << ITEM_BITS);
        for (int i = 0; i < team - 1; i++) {
            if (isAsleep(i)) {
                LockSupport.unpark(threads[i]);
            }
        }
        try {
            while (takeOne(0)) {}
        } finally {
            awaitDone(items);
        }
        Throwable failed = failure;
        failure = null;
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed != null) {
            throw (RuntimeException) failed;
        }
    }

    /** @return whether there was one */
    private boolean takeOne(int worker) {
        while (true) {
            long now = ticket.get();
            int taken = (int) (now & ITEM_MASK);
            if (taken >= (now >>> ITEM_BITS & ITEM_MASK)) {
                return false;
            }
            if (ticket.compareAndSet(now, now + 1)) {
                try {
                    work.item(taken, worker);
                } catch (RuntimeException | Error e) {
                    failure = e;
                } finally {
                    done.incrementAndGet();
                }
                return true;
            }
        }
    }

    private void awaitDone(int items) {
        int spins = 0;
        while (done.get() < items) {
            if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    private void serve(int worker) {
        int spins = 0;
        while (!closed) {
            if (worker < team && takeOne(worker)) {
                spins = 0;
            } else if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                sleep(worker);
                spins = 0;
            }
        }
    }

    /** Whoever starts a round sees either that this thread sleeps, or this thread sees the round. */
    private void sleep(int worker) {
        setAsleep(worker - 1, true);
        long now = ticket.get();
        boolean idle = worker >= team || (now & ITEM_MASK) >= (now >>> ITEM_BITS & ITEM_MASK);
        if (idle && !closed) {
            LockSupport.park(this);
        }
        setAsleep(worker - 1, false);
    }

    private synchronized boolean isAsleep(int thread) {
        return asleep[thread];
    }

    private synchronized void setAsleep(int thread, boolean sleeps) {
        asleep[thread] = sleeps;
    }

    /** Ends the threads; waits for none. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
