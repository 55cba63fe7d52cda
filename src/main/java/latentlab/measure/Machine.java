package latentlab.measure;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latentlab.engine.training.ComputeBackend;

/**
 * On what it is measured: no time means anything without it.
 *
 * @param processor as its maker calls it
 * @param cores of which this process may use as many at a time
 * @param blas the kernels OpenBLAS has chosen for it, e.g. SkylakeX; or "?" where it does not say
 */
public record Machine(String processor, int cores, String blas) {
    private static final Logger LOG = System.getLogger(Machine.class.getName());
    private static final String UNKNOWN = "?";

    /** This one; loads the native libraries if they are not loaded yet. */
    public static Machine here() {
        return new Machine(
                processorName().filter(name -> !name.isBlank()).orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                kernels());
    }

    private static Optional<String> processorName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        try {
            if (system.startsWith("windows")) {
                return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
            }
            if (system.startsWith("mac")) {
                Process process = new ProcessBuilder("sysctl", "-n", "machdep.cpu.brand_string").start();
                try (var out = process.inputReader()) {
                    return Optional.ofNullable(out.readLine());
                }
            }
            return modelName(Files.readAllLines(Path.of("/proc/cpuinfo")));
        } catch (IOException e) {
            LOG.log(Level.INFO, "the processor has no name", e);
            return Optional.empty();
        }
    }

    /** @param cpuinfo lines of Linux's file, which on some processors has no name */
    static Optional<String> modelName(List<String> cpuinfo) {
        return cpuinfo.stream()
                .filter(line -> line.startsWith("model name") && line.contains(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static String kernels() {
        String name = ComputeBackend.processor();
        return name.isEmpty() ? UNKNOWN : name;
    }
}
