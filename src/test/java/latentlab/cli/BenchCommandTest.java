package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    private JsonNode report() {
        return new ObjectMapper().readTree(folder.resolve("a.json").toFile());
    }

    private JsonNode figures() {
        return report().get("figures");
    }

    private List<String> names() {
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
                .hasSize(4)
                .anyMatch(row -> row.matches(".+; cores: \\d+; OpenBLAS kernels: \\w+"))
                .anyMatch(row -> row.matches(" +0\\.\\d{3} s +training part of an epoch, 64-20-64: the best of 5 turns"
                        + " \\(turns: 0\\.\\d{3} s to 0\\.\\d{3} s\\)"))
                .anyMatch(row -> row.matches(" +[\\d.]+ % +\\(≤ 12\\.0 %\\) .*"))
                .anyMatch(row -> row.matches(" +1\\.000 s +\\(≤ 2\\.000 s\\) .*"));
        assertThat(names()).containsExactly("simple.seconds", "besides.percent", "window.shown");
        assertThat(figures().get(0).get("value").asDouble()).isPositive();
        assertThat(figures().get(2).get("met").asBoolean()).isTrue();
        assertThat(report().get("turns")).hasSize(5);
        assertThat(commandLine.err()).contains("a.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only=speed  | --only takes one or several of simple, tied, k2, k128, stack, hinton, besides, heap, "
                        + "window, map,"
                        + " with commas between them, not \"speed\".",
                "--only=heap,  | --only takes one or several of simple, tied, k2, k128, stack, hinton, besides, heap, "
                        + "window, map,"
                        + " with commas between them, not \"heap,\".",
                "--turns=0     | --turns takes a whole number from 1 to 50, not \"0\".",
                "--turns=51    | --turns takes a whole number from 1 to 50, not \"51\".",
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

    private String python(String script) throws IOException {
        Path python = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + script);
        assertThat(python.toFile().setExecutable(true)).isTrue();
        return python.toString();
    }

    /**
     * A Python that is as slow as its number, with one thread twice as slow, and that has a loss which cannot be ours:
     * it writes down its number when it starts and again when it is asked for an epoch.
     */
    private String countingPython() throws IOException {
        Path log = Files.createFile(folder.resolve("log"));
        return python("""
                n=$(($(grep -c start '%1$s') + 1))
                echo start $n >>'%1$s'
                echo 9.9
                while read threads; do
                  echo $n $threads >>'%1$s'
                  if [ $threads = 1 ]; then echo $((n * 20)) 0.9; else echo $((n * 10)) 0.9; fi
                done
                """.formatted(log));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell scripts")
    void takesTheBetterNumberOfThreadsAndSaysOnceWhenLossesDiffer() throws Exception {
        assertThat(bench("--baseline", "--python", countingPython(), "--only", "simple"))
                .isZero();

        int threads = Runtime.getRuntime().availableProcessors();
        double best = threads == 1 ? 20 : 10;
        assertThat(names())
                .containsExactly("simple.seconds", "simple.pytorch.seconds", "simple.ratio", "simple.ratio.median");
        assertThat(figures().get(1).get("value").asDouble()).isEqualTo(best);
        assertThat(figures().get(1).get("least").asDouble()).isEqualTo(best);
        assertThat(figures().get(1).get("most").asDouble()).isEqualTo(5 * best);
        assertThat(figures().get(2).get("value").asDouble())
                .isEqualTo(figures().get(0).get("least").asDouble() / best);
        assertThat(figures().get(2).get("met").asBoolean()).isTrue();
        assertThat(figures().get(3).get("most").asDouble())
                .isGreaterThan(figures().get(3).get("least").asDouble());
        assertThat(commandLine.out()).contains("PyTorch 9.9, threads: " + threads);
        assertThat(commandLine.err()).containsOnlyOnce("do not trust the ratio");
    }

    @ParameterizedTest
    @CsvSource({"5, ''", "2, --turns=2"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell scripts")
    void eachTurnHasAProcessOfItsOwnAndOursInTurnsWithIt(int turns, String option) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("--baseline", "--python", countingPython(), "--only", "simple"));
        if (!option.isEmpty()) {
            arguments.add(option);
        }
        assertThat(bench(arguments.toArray(String[]::new))).isZero();

        List<String> log = Files.readAllLines(folder.resolve("log"));
        List<String> starts =
                IntStream.rangeClosed(1, turns).mapToObj(n -> "start " + n).toList();
        assertThat(log).filteredOn(line -> line.startsWith("start")).isEqualTo(starts);
        // One is over before the next one starts.
        assertThat(log).map(line -> line.replace("start ", "").split(" ")[0]).isSorted();
        JsonNode told = report().get("turns");
        assertThat(told).hasSize(turns);
        int threads = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < turns; i++) {
            assertThat(told.get(i).get("part").asString()).isEqualTo("simple");
            assertThat(told.get(i).get("seconds").asDouble()).isPositive();
            JsonNode other = told.get(i).get("baseline");
            assertThat(other.get("program").asString()).isEqualTo("PyTorch 9.9");
            assertThat(other.get("threads").asInt()).isEqualTo(threads);
            assertThat(other.get("seconds").asDouble()).isEqualTo((i + 1) * (threads == 1 ? 20.0 : 10.0));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 1                                | There is no PyTorch to compare with in",
                "echo Welcome to Python                | has answered \"Welcome to Python\"",
                "echo 9.9; exit 1                      | has ended unexpectedly",
                "echo 9.9; read line; exit 1           | has ended unexpectedly",
                "echo 9.9; read line; echo fast enough | has answered \"fast enough\"",
                "echo 9.9; read line; echo             | has answered \"\"",
                "echo 9.9; read line; echo 1           | has answered \"1\"",
                "echo 9.9; read line; echo 1 2 3       | has answered \"1 2 3\"",
                "echo 9.9; read line; echo 0 0.9       | has answered \"0 0.9\"",
                "echo 9.9; read line; echo nan 0.9     | has answered \"nan 0.9\"",
                "tr '\\0' x </dev/zero                 | has answered \"xxxxxxxxxx"
            })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell scripts")
    void whateverBecomesOfPythonIsSaidInOneSentenceAndTheRestIsMeasured(String script, String sentence)
            throws Exception {
        assertThat(bench("--baseline", "--python", python(script + "\n"), "--only", "simple,tied"))
                .isEqualTo(CommandLineInterface.FAILED);

        assertThat(commandLine.err().lines()).hasSize(2).first().asString().contains(sentence);
        assertThat(names()).containsExactly("simple.seconds", "tied.seconds");
    }

    /** The third process dies in its first epoch. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell scripts")
    void turnsThatWereOverWhenPythonDiedAreKept() throws Exception {
        String python = python("""
                echo x >>'%1$s/log'
                echo 9.9
                while read threads; do
                  if [ $(grep -c x '%1$s/log') = 3 ]; then exit 1; fi
                  echo 10 0.9
                done
                """.formatted(folder));

        assertThat(bench("--baseline", "--python", python, "--only", "simple,tied"))
                .isEqualTo(CommandLineInterface.FAILED);

        assertThat(commandLine.err()).containsOnlyOnce("has ended unexpectedly");
        assertThat(names())
                .containsExactly(
                        "simple.seconds",
                        "simple.pytorch.seconds",
                        "simple.ratio",
                        "simple.ratio.median",
                        "tied.seconds");
        assertThat(report().get("turns")).hasSize(2 + 5);
        assertThat(commandLine.out()).contains("the best of 2 turns");
    }
}
