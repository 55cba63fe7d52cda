package latentlab.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Stands in for JavaFX's thread: one thread, one queue. Conditions are looked at after each piece of work, so nobody
 * sleeps.
 */
final class UserInterfaceThread implements Executor, AutoCloseable {
    private record Waiter(BooleanSupplier condition, CompletableFuture<Void> met) {}

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("user-interface").factory());
    /** Of the thread. */
    private final List<Waiter> waiters = new ArrayList<>();

    private volatile Throwable failure;

    @Override
    public void execute(Runnable work) {
        thread.execute(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                failure = e;
                waiters.forEach(waiter -> waiter.met.completeExceptionally(e));
            }
            waiters.removeIf(waiter -> {
                boolean met = waiter.condition.getAsBoolean();
                if (met) {
                    waiter.met.complete(null);
                }
                return met;
            });
        });
    }

    /** Does work on the thread and waits for its end. */
    void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }

    <T> T get(Supplier<T> value) {
        CompletableFuture<T> result = new CompletableFuture<>();
        execute(() -> {
            try {
                result.complete(value.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return join(result);
    }

    /** Waits until a condition holds on the thread. */
    void await(BooleanSupplier condition) {
        Waiter waiter = new Waiter(condition, new CompletableFuture<>());
        execute(() -> waiters.add(waiter));
        join(waiter.met);
        if (failure != null) {
            throw new AssertionError("on the user interface's thread", failure);
        }
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Error error ? error : new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        if (failure != null) {
            throw new AssertionError("on the user interface's thread", failure);
        }
    }
}
