package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BenchCommandTest {
    @TempDir
    private Path folder;

    private final Recorded commandLine = Recorded.piped();

    private JsonNode figures() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("a.json").toFile()).get("figures");
    }

    private List<String> names() throws IOException {
        return StreamSupport.stream(figures().spliterator(), false)
                .map(figure -> figure.get("name").asString())
                .toList();
    }

    private int bench(String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("bench", "--json", folder.resolve("a.json").toString()));
        all.addAll(List.of(arguments));
        return commandLine.run(all.toArray(String[]::new));
    }

    @Test
    void printsARowForEachFigureAndWritesThemAll() throws Exception {
        assertThat(bench("--only", "simple,besides,window")).isZero();

        assertThat(commandLine.out().lines())
                .hasSize(3)
                .anyMatch(row -> row.matches(" +0\\.\\d{3} s +training part of an epoch, 64-20-64"))
                .anyMatch(row -> row.matches(" +[\\d.]+ % +\\(≤ 12\\.0 %\\) .*"))
                .anyMatch(row -> row.matches(" +1\\.000 s +\\(≤ 2\\.000 s\\) .*"));
        assertThat(names()).containsExactly("simple.seconds", "besides.percent", "window.shown");
        assertThat(figures().get(0).get("value").asDouble()).isPositive();
        assertThat(figures().get(2).get("met").asBoolean()).isTrue();
        assertThat(commandLine.err()).contains("a.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only=speed  | --only takes one or several of simple, tied, k2, k128, stack, hinton, besides, heap, window, map,"
                        + " with commas between them, not \"speed\".",
                "--only=heap,  | --only takes one or several of simple, tied, k2, k128, stack, hinton, besides, heap, window, map,"
                        + " with commas between them, not \"heap,\".",
                "--python=     | --python takes the name of a program, not \"\"."
            })
    void saysInOneSentenceWhatIsWrongWithTheArguments(String argument, String sentence) {
        assertThat(bench(argument)).isEqualTo(CommandLineInterface.USAGE);

        assertThat(commandLine.err().lines()).hasSize(2).first().isEqualTo(sentence);
        assertThat(commandLine.loaded).isEmpty();
    }

    @Test
    void dataThatIsNotThereIsSaidBeforeAnythingIsMeasured() {
        assertThat(bench("--data", "broken")).isEqualTo(CommandLineInterface.FAILED);

        assertThat(commandLine.err().lines()).hasSize(1);
        assertThat(commandLine.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidBeforeAnythingIsMeasured() {
        String file = folder.resolve("none").resolve("a.json").toString();
        assertThat(bench("--json", file)).isEqualTo(CommandLineInterface.FAILED);

        assertThat(commandLine.err().lines()).hasSize(1).first().asString().contains("none");
        assertThat(commandLine.loaded).isEmpty();
    }

    @Test
    void withoutPyTorchTheRestIsStillMeasured() throws Exception {
        assertThat(bench("--baseline", "--python", "no-such-python", "--only", "simple,tied"))
                .isEqualTo(CommandLineInterface.FAILED);

        assertThat(commandLine.err().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("There is no PyTorch to compare with in no-such-python");
        assertThat(names()).containsExactly("simple.seconds", "tied.seconds");
    }

    /** A Python that says it has taken ten seconds with one thread and five with more, and a loss that cannot be ours. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell scripts")
    void takesTheBetterNumberOfThreadsAndSaysWhenLossesDiffer() throws Exception {
        Path python = Files.writeString(folder.resolve("python"), """
                #!/bin/sh
                echo 9.9
                while read threads; do
                  if [ $threads = 1 ]; then echo 10 0.9; else echo 5 0.9; fi
                done
                """);
        assertThat(python.toFile().setExecutable(true)).isTrue();

        assertThat(bench("--baseline", "--python", python.toString(), "--only", "simple"))
                .isZero();

        int threads = Runtime.getRuntime().availableProcessors();
        double seconds = threads == 1 ? 10 : 5;
        assertThat(names()).containsExactly("simple.seconds", "simple.pytorch.seconds", "simple.ratio");
        assertThat(figures().get(1).get("value").asDouble()).isEqualTo(seconds);
        assertThat(figures().get(2).get("value").asDouble())
                .isEqualTo(figures().get(0).get("value").asDouble() / seconds);
        assertThat(commandLine.out()).contains("torch 9.9, threads: " + threads);
        assertThat(commandLine.err()).contains("do not trust the ratio");
    }
}
