package latentlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of this project in a process of its own, which speaks English. */
public final class Program {
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
        return new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** What a process says on standard error until it ends; of Java itself, nothing. */
    public static List<String> errors(Process process) throws IOException {
        try (var reader = process.errorReader()) {
            return reader.lines().toList();
        }
    }
}
