package latentlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Python of this machine that has what a test needs; tests are skipped by name where there is none. */
public final class Python {
    private final String program;

    private Python(String program) {
        this.program = program;
    }

    public static Python with(String... modules) {
        String imports = "import " + String.join(", ", modules);
        String found = Stream.of("python3", "/usr/bin/python3")
                .filter(each -> runs(each, imports))
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "there is no python3 with " + String.join(", ", modules));
        return new Python(found);
    }

    private static boolean runs(String program, String code) {
        try {
            return new ProcessBuilder(program, "-c", code)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** @return the lines that it prints; fails if it does not end well */
    public List<String> run(Path script, Object... arguments) throws IOException, InterruptedException {
        return said(
                Stream.concat(Stream.of(script.toString()), Stream.of(arguments).map(String::valueOf)));
    }

    /** As {@link #run}, of code that is given itself. */
    public List<String> code(String code, Object... arguments) throws IOException, InterruptedException {
        return said(Stream.concat(Stream.of("-c", code), Stream.of(arguments).map(String::valueOf)));
    }

    private List<String> said(Stream<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        arguments.forEach(command::add);
        // By itself: a shell around Python complains there of languages that the system has not.
        Path errors = Files.createTempFile("python", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            List<String> lines =
                    process.inputReader(StandardCharsets.UTF_8).lines().toList();
            assertThat(process.waitFor())
                    .as("%s %s", lines, Files.readString(errors))
                    .isZero();
            return lines;
        } finally {
            Files.delete(errors);
        }
    }
}
