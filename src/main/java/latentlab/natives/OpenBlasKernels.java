package latentlab.natives;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whose kernels OpenBLAS multiplies with. It goes by the names of the processors it knows, and takes those of 2004 for
 * one that is newer than itself; here they are chosen by what the processor can do. Whoever names others in {@link
 * #SWITCH} gets those.
 */
final class OpenBlasKernels {
    /** Environment variable that OpenBLAS reads when it is loaded. */
    static final String SWITCH = "OPENBLAS_CORETYPE";

    private static final Logger LOG = System.getLogger(OpenBlasKernels.class.getName());
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Set<String> AVX512 = Set.of("avx512f", "avx512dq", "avx512bw", "avx512vl");
    private static final Set<String> AVX2 = Set.of("avx2", "fma");

    private OpenBlasKernels() {}

    /** Chooses them for this process. Call it before OpenBLAS is loaded. Elsewhere than on Linux it does nothing. */
    static void choose() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        if (linux && System.getenv(SWITCH) == null) {
            try {
                fitting(Files.readAllLines(PROCESSORS)).ifPresent(OpenBlasKernels::name);
            } catch (IOException e) {
                LOG.log(Level.INFO, "OpenBLAS chooses its kernels by itself", e);
            }
        }
    }

    /**
     * @param cpuinfo lines of Linux's file
     * @return the fastest kernels that the processor has the instructions for; empty where OpenBLAS's own choice is as
     *     good
     */
    static Optional<String> fitting(List<String> cpuinfo) {
        Collection<String> can =
                value(cpuinfo, "flags").map(all -> List.of(all.split(" +"))).orElse(List.of());
        if (can.containsAll(AVX512)) {
            return Optional.of("SkylakeX");
        }
        if (can.containsAll(AVX2)) {
            boolean amd = value(cpuinfo, "vendor_id").equals(Optional.of("AuthenticAMD"));
            return Optional.of(amd ? "Zen" : "Haswell");
        }
        return Optional.empty();
    }

    private static Optional<String> value(List<String> cpuinfo, String name) {
        return cpuinfo.stream()
                .filter(line -> line.split(":")[0].strip().equals(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    /** Java's own environment cannot be written to; OpenBLAS reads C's. */
    private static void name(String kernels) {
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            int failed = (int) linker.downcallHandle(
                            linker.defaultLookup().find("setenv").orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT))
                    .invokeExact(arena.allocateFrom(SWITCH), arena.allocateFrom(kernels), 0);
            if (failed != 0) {
                LOG.log(Level.INFO, "OpenBLAS chooses its kernels by itself");
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
