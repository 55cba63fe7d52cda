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
 * The machine that measures: times mean nothing without it.
 *
 * @param processor name given by its maker
 * @param cores number available to this process
 * @param blas kernels OpenBLAS has chosen for the processor, e.g. SkylakeX; "?" if it does not say
 */
public record Machine(String processor, int cores, String blas) {
    private static final Logger LOG = System.getLogger(Machine.class.getName());
    private static final String UNKNOWN = "?";

    /** This machine; loads the native libraries if they are not loaded yet. */
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

    /** @param cpuinfo lines of Linux's file, which lacks the name on some processors */
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
