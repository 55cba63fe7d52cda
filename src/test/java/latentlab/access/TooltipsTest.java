package latentlab.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static boolean makesOneOfItsOwn(Path file) {
        try {
            String source = Files.readString(file);
            return source.contains("new Tooltip(")
                    || source.contains("extends Tooltip") && !file.endsWith("view/Tip.java");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
