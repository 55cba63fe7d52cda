package latentlab.natives;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.nd4j.linalg.api.blas.Blas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.CpuNDArrayFactory;
import org.nd4j.linalg.cpu.nativecpu.blas.CpuBlas;

/**
 * ND4J's own factory, but for how it finds OpenBLAS's functions. JavaCPP looks up those that it does not see by opening
 * every library of the process while glibc's list of them is locked. A thread that loads a library at that moment holds
 * the locks it needs in the opposite order: both wait for ever, and so do all that then load or end anything. {@link
 * NativeLibraries} names it to ND4J.
 */
public final class BlasFactory extends CpuNDArrayFactory {
    /** What ND4J's native half takes, in its order; the batched products only other libraries than OpenBLAS have. */
    private static final List<String> FUNCTIONS = List.of(
            "cblas_sgemv",
            "cblas_dgemv",
            "cblas_sgemm",
            "cblas_dgemm",
            "cblas_sgemm_batch",
            "cblas_dgemm_batch",
            "LAPACKE_sgesvd",
            "LAPACKE_dgesvd",
            "LAPACKE_sgesdd",
            "LAPACKE_dgesdd");

    public BlasFactory(DataType dataType, Character order) {
        super(dataType, order);
    }

    public BlasFactory(DataType dataType, char order) {
        super(dataType, order);
    }

    @Override
    public void createBlas() {
        if (OpenBlasThreads.function(FUNCTIONS.getFirst()).isEmpty()) {
            // Not Linux: there JavaCPP has its own ways, which hold no lock.
            super.createBlas();
            return;
        }
        blas = new OpenBlas();
        try (PointerPointer<Pointer> functions = new PointerPointer<>(FUNCTIONS.size())) {
            for (int i = 0; i < FUNCTIONS.size(); i++) {
                functions.put(
                        i,
                        OpenBlasThreads.function(FUNCTIONS.get(i))
                                .map(Address::new)
                                .orElse(null));
            }
            nativeOps.initializeFunctions(functions);
        }
        if (nativeOps.lastErrorCode() != 0) {
            throw new IllegalStateException(nativeOps.lastErrorMessage());
        }
    }

    /** A pointer to what has been found. */
    private static final class Address extends Pointer {
        Address(MemorySegment function) {
            address = function.address();
        }
    }

    /** Without the search for a library that is not there, which JavaCPP's own methods begin with. */
    private static final class OpenBlas extends CpuBlas {
        @Override
        public void setMaxThreads(int threads) {
            OpenBlasThreads.use(threads);
        }

        @Override
        public int getMaxThreads() {
            return OpenBlasThreads.current();
        }

        @Override
        public int getBlasVendorId() {
            return Blas.Vendor.OPENBLAS.ordinal();
        }
    }
}
