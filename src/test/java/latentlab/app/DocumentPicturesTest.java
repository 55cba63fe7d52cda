package latentlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures that the documents show can be made again: what cannot grows old, and nobody notices. */
class DocumentPicturesTest {
    private static final Path DOCS = Path.of("src/docs");
    /** Pictures in the documents that are not of the window, each with what makes it. */
    private static final Map<String, String> OTHERS = Map.of(
            "mnist.gif", "train --data mnist --epochs 50 --gif src/docs/mnist.gif",
            "hinton.png", "bench and train --preset hinton-salakhutdinov: see src/docs/speed.md");

    private static final Pattern NAMED = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");

    @Test
    void comeFromACommand() throws IOException {
        try (Stream<Path> documents = Stream.concat(
                Files.walk(DOCS).filter(file -> file.toString().endsWith(".md")),
                Stream.of(Path.of("README.md"), Path.of("README.ja.md")))) {
            for (Path document : documents.toList()) {
                assertThat(NAMED.matcher(Files.readString(document))
                                .results()
                                .map(result ->
                                        Path.of(result.group(1)).getFileName().toString()))
                        .as(document.toString())
                        .allMatch(name -> ScreenshotsTest.PICTURES.contains(name) || OTHERS.containsKey(name));
            }
        }
        assertThat(ScreenshotsTest.PICTURES)
                .allSatisfy(name -> assertThat(DOCS.resolve(name)).exists());
    }
}
