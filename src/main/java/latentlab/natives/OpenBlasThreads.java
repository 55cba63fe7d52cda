package latentlab.natives;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.bytedeco.javacpp.Loader;

/** How many threads share a matrix product of OpenBLAS, in the whole process. */
public final class OpenBlasThreads {
    private static final MethodHandle SET;
    private static final MethodHandle GET;
    private static int now;

    static {
        NativeLibraries.require();
        SET = function("openblas_set_num_threads", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
        GET = function("openblas_get_num_threads", FunctionDescriptor.of(ValueLayout.JAVA_INT));
    }

    /**
     * Looked up once. JavaCPP's own method looks up four functions each time, for which it opens every library there is
     * with the system's loader locked: it may wait for ever for a thread that is just loading one.
     */
    private static MethodHandle function(String name, FunctionDescriptor kind) {
        return Linker.nativeLinker()
                .downcallHandle(MemorySegment.ofAddress(Loader.addressof(name).address()), kind);
    }

    private OpenBlasThreads() {}

    /** @param threads of every product from now on, 1 or more */
    public static synchronized void use(int threads) {
        if (threads == now) {
            return;
        }
        try {
            SET.invokeExact(threads);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        now = threads;
    }

    /** @return what the library says */
    public static int current() {
        try {
            return (int) GET.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
