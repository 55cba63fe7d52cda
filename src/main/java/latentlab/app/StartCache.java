package latentlab.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JDK's ahead-of-time cache (JEP 514): a file with the classes a start has loaded and linked, which halves the time
 * of the next start. It is made in the background after the window is closed, by a rehearsal without a display in a
 * process of its own. Without the file, or with one made from other classes, Java starts without it.
 */
public final class StartCache {
    private static final Logger LOG = System.getLogger(StartCache.class.getName());
    /** System property: the file that {@code -XX:AOTCache} reads. If it is not set, nothing is made. */
    private static final String PROPERTY = "latentlab.startCache";

    private StartCache() {}

    /** Makes the file in the background if it is missing or older than the program. */
    public static void refresh() {
        String name = System.getProperty(PROPERTY);
        try {
            if (name != null && !upToDate(Path.of(name))) {
                rehearse(Path.of(name));
            }
        } catch (IOException | URISyntaxException e) {
            LOG.log(Level.WARNING, "no start cache", e);
        }
    }

    /**
     * Whether the cache needs no refresh; true also for a program run from a folder of classes, which cannot have a
     * cache.
     */
    private static boolean upToDate(Path cache) throws IOException, URISyntaxException {
        Path program = Path.of(StartCache.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return Files.isDirectory(program)
                // The file is empty while it is being made, or if that was interrupted.
                || Files.exists(cache)
                        && Files.size(cache) > 0
                        && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(program)) >= 0;
    }

    private static void rehearse(Path cache) throws IOException {
        Path folder = Files.createDirectories(cache.resolveSibling("start-rehearsal"));
        String java = ProcessHandle.current().info().command().orElse(null);
        if (java == null) {
            LOG.log(Level.INFO, "no start cache: the system does not say what runs this program");
            return;
        }
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.removeIf(option -> option.startsWith("-XX:AOT") || option.startsWith("-D" + PROPERTY));
        command.add("-XX:AOTCacheOutput=" + cache);
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(Rehearsal.class.getName(), folder.toString()));
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
