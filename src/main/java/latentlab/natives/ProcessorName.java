package latentlab.natives;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What this machine's processor is called by its maker. */
public final class ProcessorName {
    private static final Logger LOG = System.getLogger(ProcessorName.class.getName());

    private ProcessorName() {}

    /** @return its name; where it has none that of its kind, such as amd64 */
    public static String ofThis() {
        return name().filter(name -> !name.isBlank()).orElse(System.getProperty("os.arch"));
    }

    private static Optional<String> name() {
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
}
