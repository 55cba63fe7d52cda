package latentlab.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Has tasks done on the user interface's thread, at once or later. */
interface Schedule {
    /** @param nanos from now; 0 puts it behind what waits there already */
    void execute(Runnable task, long nanos);

    /** Nanoseconds from some time on. */
    long now();

    /** @param userInterface runs tasks on the user interface's thread, in order */
    static Schedule on(Executor userInterface) {
        return new Schedule() {
            @Override
            public void execute(Runnable task, long nanos) {
                Executor then = nanos == 0
                        ? userInterface
                        : CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, userInterface);
                then.execute(task);
            }

            @Override
            public long now() {
                return System.nanoTime();
            }
        };
    }
}
