package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documents' pictures of the window. {@code ./mvnw -q -Pscreenshots} makes them anew; each run of the tests makes
 * them too, of a shorter training and into a temporary folder, so that a picture that cannot be made any more is known.
 */
class ScreenshotsTest {
    /** Where to put them; a temporary folder if it is not set. */
    private static final String FOLDER = "screenshots.folder";

    /** Their names, below src/docs. */
    static final List<String> PICTURES = List.of(
            "window.png", "window-dark.png", "library.png", "export.png", "lesson-asked.png", "lesson-compared.png");

    /** The guide's own example is the lesson that its pictures show. */
    private static final Pattern LESSON = Pattern.compile("````markdown\\n(.*?)````", Pattern.DOTALL);

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1280, 800);

    @TempDir
    private Path temporary;

    private Path folder;

    @Test
    void areMade() throws IOException {
        String asked = System.getProperty(FOLDER);
        folder = asked == null ? temporary : Path.of(asked);
        int epochs = asked == null ? 2 : 50;
        fixture.train(epochs, settings -> settings);
        fixture.untilMapped("#latent-map", epochs);
        shoot("window.png", "#train");
        onFx(() -> fixture.<Button>find("#theme").fire());
        shoot("window-dark.png", "#train");
        onFx(() -> fixture.<Button>find("#theme").fire());

        robot.strike(KeyCode.CONTROL, KeyCode.B);
        until(
                "listed",
                () -> fixture.find("#library-runs") instanceof ListView<?> list
                        && !list.getItems().isEmpty());
        shoot("library.png", "#library-runs");
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until(
                "previewed",
                () -> robot.lookup("#export-size").tryQuery().stream()
                        .anyMatch(size -> ((Label) size).getText().startsWith("About ")));
        shoot("export.png", "#export-dialogue");
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> robot.lookup("#export-dialogue").tryQuery().isEmpty());
        shootLesson();

        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made.map(file -> file.getFileName().toString())).containsAll(PICTURES);
        }
    }

    /** Its page alone: what is beside it is in the picture of the window. */
    private void shootLesson() throws IOException {
        Matcher example = LESSON.matcher(Files.readString(Path.of("src/docs/lessons.md")));
        assertThat(example.find()).isTrue();
        fixture.answers.add(Files.writeString(temporary.resolve("example.lesson.md"), example.group(1)));
        robot.clickOn("#learn");
        until("the menu", () -> robot.lookup("#lesson-open").tryQuery().isPresent());
        robot.clickOn("#lesson-open");
        until("the cover", () -> fixture.find("#lesson-about") != null);
        robot.clickOn("#lesson-next");
        until("asked", () -> fixture.find("#lesson-number") != null);
        robot.clickOn("#lesson-number").write("0.05");
        shoot("lesson-asked.png", picture(fixture.find("#lesson")));
        robot.clickOn("#lesson-watch");
        until("compared", () -> fixture.find("#lesson-compare") != null);
        shoot("lesson-compared.png", picture(fixture.find("#lesson")));
    }

    private static WritableImage picture(Node node) {
        AtomicReference<WritableImage> picture = new AtomicReference<>();
        onFx(() -> picture.set(node.snapshot(null, null)));
        return picture.get();
    }

    /** @param selector of a node in the window that is meant */
    private void shoot(String name, String selector) throws IOException {
        AtomicReference<WritableImage> picture = new AtomicReference<>();
        Node node = robot.lookup(selector).query();
        onFx(() -> picture.set(node.getScene().snapshot(null)));
        shoot(name, picture.get());
    }

    private void shoot(String name, WritableImage picture) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        assertThat(Arrays.stream(pixels).distinct()).as("colours of " + name).hasSizeGreaterThan(10);
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }
}
