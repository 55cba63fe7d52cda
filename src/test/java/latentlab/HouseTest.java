package latentlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the sources easy to read: short lines, short files, small packages. */
class HouseTest {
    private static final int COLUMNS = 120;
    private static final int LINES = 400;
    private static final int FILES = 26;

    private static final Path PROGRAM = Path.of("src/main/java/latentlab");
    private static final Path TESTS = Path.of("src/test/java/latentlab");

    @TempDir
    private Path planted;

    @Test
    void theProgramKeepsTheRules() throws IOException {
        assertThat(broken(PROGRAM)).isEmpty();
    }

    /** Of their packages some are large: each tests a part of the window. */
    @Test
    void testsKeepTheirsShort() throws IOException {
        assertThat(broken(TESTS)).noneMatch(each -> each.contains("columns") || each.contains("lines"));
    }

    @Test
    void theyFindAPlantedOffender() throws IOException {
        Files.writeString(planted.resolve("Wide.java"), "// " + "x".repeat(COLUMNS) + "\n");
        Files.writeString(planted.resolve("Tall.java"), "//\n".repeat(LINES + 1));
        for (int i = 0; i < FILES; i++) {
            Files.createFile(planted.resolve("File" + i + ".java"));
        }
        assertThat(broken(planted))
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each).contains("Wide.java:1"),
                        each -> assertThat(each).contains("Tall.java", "401 lines"),
                        each -> assertThat(each).contains("28 files"));
    }

    private static List<String> broken(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> sources =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            Map<Path, Long> packages =
                    sources.stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
            Stream<String> crowded = packages.entrySet().stream()
                    .filter(entry -> entry.getValue() > FILES)
                    .map(entry -> entry.getKey() + ": " + entry.getValue() + " files");
            Stream<String> tooLong = sources.stream().flatMap(HouseTest::tooLong);
            return Stream.concat(crowded, tooLong).toList();
        }
    }

    private static Stream<String> tooLong(Path source) {
        List<String> lines;
        try {
            lines = Files.readAllLines(source);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Stream<String> tall =
                lines.size() > LINES ? Stream.of(source + ": " + lines.size() + " lines") : Stream.empty();
        Stream.Builder<String> wide = Stream.builder();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).codePointCount(0, lines.get(i).length()) > COLUMNS) {
                wide.add(source + ":" + (i + 1) + " is wider than " + COLUMNS + " columns");
            }
        }
        return Stream.concat(tall, wide.build());
    }
}
