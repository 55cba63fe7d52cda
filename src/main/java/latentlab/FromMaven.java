package latentlab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What {@code ./mvnw} runs inside Maven: starts the program in a process of its own, whose input, output and terminal
 * are Maven's, and ends Maven with its exit code. By itself Maven would add a page about its own plugins to the
 * sentence in which the program has said what is wrong, and make every code 1.
 */
public final class FromMaven {
    private FromMaven() {}

    /** @param arguments of Java */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process program = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(program)));
        int code = program.waitFor();
        // At once: on its way out Maven resets the terminal's colours, in a file or a pipe too, where JSON would be
        // followed by what is none.
        Runtime.getRuntime().halt(code);
    }

    /**
     * Waits for what the program still saves and says. The terminal interrupts both at once; where Maven alone is
     * ended, as by a development environment, the program is told after a while.
     */
    private static void end(Process program) {
        program.onExit()
                .completeOnTimeout(program, 5, TimeUnit.SECONDS)
                .thenAccept(Process::destroy)
                .join();
        program.onExit().join();
    }
}
