package latentlab.engine;

import latentlab.natives.NativeLibraries;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * How many threads share a matrix product. Handing one out costs some 20 microseconds, so that only large layers gain: on two
 * cores an epoch took 1.3 times as long with two threads as with one at 784-20, as long at 784-64, 0.8 of the time at 784-256
 * and 0.7 at 784-1000-500-250-30. What a thread computes does not depend on when it does, so that numbers stay the same from run
 * to run.
 */
final class BlasThreads {
    /** Multiplications in the largest layer for one batch from which two threads are worth a core the window could use. */
    private static final long LARGE = 1 << 24;

    private static int now;

    static {
        NativeLibraries.require();
    }

    private BlasThreads() {}

    /** @return threads for the training of a model: two if it has a large layer and there are two cores, else one */
    static int of(Autoencoder model, int batch) {
        long largest = model.layers().stream()
                .mapToLong(layer -> (long) layer.inputs() * layer.outputs() * batch)
                .max()
                .orElseThrow();
        // More than two have not been measured.
        return largest < LARGE ? 1 : Math.min(2, Runtime.getRuntime().availableProcessors());
    }

    /** From now on, for the whole process: who trains says so before each epoch, in case another model has said otherwise. */
    static synchronized void use(int threads) {
        // Asking the library, or telling it what it knows, takes a hundred kilobytes.
        if (threads != now) {
            openblas_nolapack.blas_set_num_threads(threads);
            now = threads;
        }
    }
}
