package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A program of this project in a process of its own, which speaks English. */
public final class Program {
    private static final int MINUTES = 5;

    private Program() {}

    /**
     * How to start it; its standard error is thrown away unless said otherwise.
     *
     * @param main class to start
     * @param folder it works in
     * @param options of its Java
     */
    public static ProcessBuilder of(Class<?> main, Path folder, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(options);
        command.addAll(List.of("-Duser.language=en", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Java would say on standard error that it has read them.
        process.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return process;
    }

    /** What a process says on standard error until it ends, which it has to soon; of Java itself, nothing. */
    public static List<String> errors(Process process) throws IOException {
        return lines(process, process.errorReader());
    }

    /** What a process says on standard output until it ends, which it has to soon. */
    public static List<String> output(Process process) throws IOException {
        return lines(process, process.inputReader());
    }

    private static List<String> lines(Process process, BufferedReader from) throws IOException {
        // Reading goes on for as long as the process does.
        Future<?> end = CompletableFuture.runAsync(
                () -> {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                },
                CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES));
        try (from) {
            List<String> lines = from.readAllLines();
            process.waitFor();
            return lines;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            assertThat(end.cancel(false)).as("it has ended by itself").isTrue();
        }
    }
}
