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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import latentlab.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documents' pictures of the window. {@code ./mvnw -q -Pscreenshots} makes them anew; each run of the tests makes
 * them too, of a shorter training and into a temporary folder, so that a picture that cannot be made any more is known.
 * Beside the pictures is written which words they show, so that a picture that has grown old is known as well.
 */
class ScreenshotsTest {
    /** Where to put them; a temporary folder if it is not set. */
    private static final String FOLDER = "screenshots.folder";

    /** Their names, below src/docs. */
    static final List<String> PICTURES = List.of(
            "window.png", "window-dark.png", "library.png", "export.png", "lesson-asked.png", "lesson-compared.png");

    /** The guide's own example is the lesson that its pictures show. */
    private static final Pattern LESSON = Pattern.compile("````markdown\\n(.*?)````", Pattern.DOTALL);

    /** The words that they show, below src/docs. */
    private static final String WORDS = "pictures.txt";

    private static final Set<String> OF_THE_LOSSES = Set.of("loss-advice", "loss-untrained");
    private static final Pattern NUMBER = Pattern.compile("\\d+([.,]\\d+)*");

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1280, 800);

    @TempDir
    private Path temporary;

    private Path folder;
    private final StringBuilder words = new StringBuilder();

    @Test
    void areMade() throws IOException {
        String asked = System.getProperty(FOLDER);
        folder = asked == null ? temporary : Path.of(asked);
        int epochs = asked == null ? 2 : 50;
        fixture.train(epochs, settings -> settings);
        fixture.untilMapped("#latent-map", epochs);
        until("finished", () -> fixture.window.model().stateProperty().get() == RunState.FINISHED);
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
        if (asked == null) {
            assertThat(words.toString().lines())
                    .as("words of the documents' pictures, which ./mvnw -q -Pscreenshots makes anew")
                    .containsExactlyElementsOf(Files.readAllLines(Path.of("src/docs", WORDS)));
        } else {
            Files.writeString(folder.resolve(WORDS), words);
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
        shoot("lesson-asked.png", fixture.<Node>find("#lesson"));
        robot.clickOn("#lesson-watch");
        until("compared", () -> fixture.find("#lesson-compare") != null);
        shoot("lesson-compared.png", fixture.<Node>find("#lesson"));
    }

    /** @param selector of a node in the window that is meant */
    private void shoot(String name, String selector) throws IOException {
        Node node = robot.lookup(selector).query();
        shoot(name, node.getScene().getRoot());
    }

    private void shoot(String name, Node node) throws IOException {
        AtomicReference<WritableImage> shot = new AtomicReference<>();
        SortedSet<String> shown = new TreeSet<>();
        onFx(() -> {
            boolean whole = node == node.getScene().getRoot();
            shot.set(whole ? node.getScene().snapshot(null) : node.snapshot(null, null));
            collect(node, shown);
        });
        words.append(name).append('\n');
        shown.forEach(word -> words.append("  ").append(word).append('\n'));
        WritableImage picture = shot.get();
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        assertThat(Arrays.stream(pixels).distinct()).as("colours of " + name).hasSizeGreaterThan(10);
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    /**
     * Numbers are left out, since they come of the training and the machine: of a button, which would be another with
     * another name, they alone; of anything else, the whole text. So are the rows of lists, as many as there is room
     * for, and what hangs on the losses: advice, and what the axis leaves out.
     */
    private static void collect(Node node, SortedSet<String> shown) {
        if (!node.isVisible()
                || node instanceof VirtualFlow
                || node.getId() != null && OF_THE_LOSSES.contains(node.getId())) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            String text = labeled.getText().strip().replaceAll("\\s+", " ");
            Matcher numbers = NUMBER.matcher(text);
            if (!text.isEmpty() && (labeled instanceof ButtonBase || !numbers.find())) {
                shown.add(numbers.replaceAll("#"));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, shown));
        }
    }
}
