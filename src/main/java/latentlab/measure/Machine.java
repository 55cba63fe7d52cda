package latentlab.measure;

import latentlab.engine.training.ComputeBackend;
import latentlab.natives.ProcessorName;

/**
 * The machine that measures: times mean nothing without it.
 *
 * @param processor name given by its maker
 * @param cores number available to this process
 * @param blas kernels OpenBLAS has chosen for the processor, e.g. SkylakeX; "?" if it does not say
 */
public record Machine(String processor, int cores, String blas) {
    private static final String UNKNOWN = "?";

    /** This machine; loads the native libraries if they are not loaded yet. */
    public static Machine here() {
        return new Machine(ProcessorName.ofThis(), Runtime.getRuntime().availableProcessors(), kernels());
    }

    private static String kernels() {
        String name = ComputeBackend.processor();
        return name.isEmpty() ? UNKNOWN : name;
    }
}
