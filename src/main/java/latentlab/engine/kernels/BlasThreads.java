package latentlab.engine.kernels;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import latentlab.engine.model.Autoencoder;
import latentlab.natives.NativeLibraries;
import latentlab.natives.OpenBlasThreads;

/**
 * How many threads share a matrix product. Handing one out costs some 20 microseconds, so that only large layers gain:
 * on two cores an epoch took 1.3 times as long with two threads as with one at 784-20, as long at 784-64, 0.8 of the
 * time at 784-256 and 0.7 at 784-1000-500-250-30. What a thread computes does not depend on when it does, so that
 * numbers stay the same from run to run.
 */
public final class BlasThreads {
    /**
     * Multiplications in the largest layer for one batch from which two threads are worth a core the window could use.
     */
    private static final long LARGE = 1 << 24;

    /** Fair, so that whoever wants another number gets it after the batches under way. */
    private static final ReadWriteLock PROCESS = new ReentrantReadWriteLock(true);

    static {
        NativeLibraries.require();
    }

    private BlasThreads() {}

    /**
     * @return threads for the training of a model: two if it has a large layer and there are two cores, else one, as
     *     for
     *     convolutions, whose products are our own and which share a batch out in parts
     */
    public static int of(Autoencoder model, int batch) {
        if (!model.isDense()) {
            return 1;
        }
        long largest = model.layers().stream()
                .mapToLong(layer -> layer.multiplications() * batch)
                .max()
                .orElseThrow();
        // More than two have not been measured.
        return largest < LARGE ? 1 : Math.min(2, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @return the processor whose kernels the library has chosen, such as {@code SkylakeX}; empty if it does not tell
     */
    public static String processor() {
        return SymbolLookup.loaderLookup()
                .find("openblas_get_corename")
                .map(BlasThreads::text)
                .orElse("");
    }

    private static String text(MemorySegment function) {
        try {
            // JavaCPP has the library loaded, but no method for this function.
            MemorySegment name = (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(function, FunctionDescriptor.of(ValueLayout.ADDRESS))
                    .invokeExact();
            return name.reinterpret(Integer.MAX_VALUE).getString(0);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits for the whole process to have so many threads a product, and keeps it at that until it is let go, so that
     * trainings beside each other come to the numbers they come to alone. Those with one thread compute at the same
     * time, one with more by itself. Held for a batch, not longer: others wait.
     *
     * @return to be unlocked on this thread
     */
    public static Lock hold(int threads) {
        Lock turn = threads == 1 ? PROCESS.readLock() : PROCESS.writeLock();
        turn.lock();
        OpenBlasThreads.use(threads);
        return turn;
    }
}
