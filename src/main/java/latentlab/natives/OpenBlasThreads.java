package latentlab.natives;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/** How many threads share a matrix product of OpenBLAS, in the whole process. */
public final class OpenBlasThreads {
    private static final MethodHandle SET;
    private static final MethodHandle GET;
    private static int now;

    static {
        NativeLibraries.require();
        SET = handle("openblas_set_num_threads", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
        GET = handle("openblas_get_num_threads", FunctionDescriptor.of(ValueLayout.JAVA_INT));
    }

    private static MethodHandle handle(String name, FunctionDescriptor kind) {
        // Where Java does not find it, JavaCPP's search does, which holds no lock but on Linux.
        MemorySegment function = function(name)
                .orElseGet(() -> MemorySegment.ofAddress(Loader.addressof(name).address()));
        return Linker.nativeLinker().downcallHandle(function, kind);
    }

    /** @return a function of the libraries JavaCPP has loaded; empty if none has it */
    static Optional<MemorySegment> function(String name) {
        return SymbolLookup.loaderLookup().find(name);
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
