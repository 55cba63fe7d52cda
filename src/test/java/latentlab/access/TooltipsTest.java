package latentlab.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every tooltip is made in the one place that lets it wrap. */
class TooltipsTest {
    @Test
    void isATip() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/latentlab"))) {
            List<Path> others = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(TooltipsTest::makesOneOfItsOwn)
                    .toList();
            assertThat(others).isEmpty();
        }
    }

    /** None has a width of its own, which would be another than 60 letters. */
    @Test
    void isAsWideAsAllOthers() throws IOException {
        Pattern widened = Pattern.compile("(\\w+) = new Tip\\([^;]*;(?s:.*)\\b\\1\\.(setMaxWidth|setWrapText)\\(");
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/latentlab"))) {
            assertThat(all.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> widened.matcher(source(file)).find()))
                    .isEmpty();
        }
    }

    private static boolean makesOneOfItsOwn(Path file) {
        String source = source(file);
        return source.contains("new Tooltip(") || source.contains("extends Tooltip") && !file.endsWith("view/Tip.java");
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
