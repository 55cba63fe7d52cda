package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that cannot be read, disks that cannot be written to, a run that fails: a sentence each, and the window lives
 * on.
 */
class DamageInWindowTest {
    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720).loading(DamageInWindowTest::load);

    private NotificationPane notices;

    /** One image is too few to hold a fifth back; whatever reads data refuses so few, so that the run has to. */
    private static Dataset load(DataRequest request, Progress progress) throws Problem {
        return request.origin().endsWith("single")
                ? MadeUpImages.dataset(1, 5, 7)
                : new Datasets().load(request, progress);
    }

    @BeforeEach
    void startRun() {
        notices = fixture.find("#notices");
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window.model().trainOneEpoch());
        until("one epoch", () -> fixture.window.model().history().size() == 2);
    }

    /** Four files as MNIST's, of 30 and 10 images. */
    private Path idx() throws IOException {
        Path folder = Files.createDirectory(fixture.folder.resolve("idx"));
        for (String set : List.of("train", "t10k")) {
            int count = set.equals("train") ? 30 : 10;
            byte[] images = MadeUpImages.images(count, 28, 28, 1).pixels();
            Files.write(
                    folder.resolve(set + "-images-idx3-ubyte"),
                    ByteBuffer.allocate(16 + images.length)
                            .putInt(0x803)
                            .putInt(count)
                            .putInt(28)
                            .putInt(28)
                            .put(images)
                            .array());
            Files.write(
                    folder.resolve(set + "-labels-idx1-ubyte"),
                    ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count).array());
        }
        return folder;
    }

    private void open(Path folder) {
        fixture.answers.add(folder);
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
    }

    private void saveAnimation(Path file) {
        fixture.answers.add(file);
        robot.press(KeyCode.CONTROL, KeyCode.G).release(KeyCode.G, KeyCode.CONTROL);
    }

    private void assertTells(String... words) {
        until("a notice", notices::isShowing);
        assertThat(notices.getText()).contains(words).doesNotContain("Exception");
        int before = fixture.window.model().history().size();
        onFx(() -> fixture.window.model().trainOneEpoch());
        until("the run lives", () -> fixture.window.model().history().size() == before + 1);
    }

    /** What is said of the batch of so few images is no complaint. */
    private void assertNothingIsWrong() {
        assertThat(!notices.isShowing() || notices.getText().startsWith("Batch set to 2 instead of 128"))
                .as(notices.getText())
                .isTrue();
    }

    @Test
    void opensFourIdxFiles() throws Exception {
        open(idx());
        until(
                "opened",
                () -> fixture.window.model().datasetProperty().get().train().count() == 30);
        assertNothingIsWrong();
    }

    /** Thirty images are fewer than a batch, too. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trainsOnASingleClassAndWithoutLabels(boolean labels) throws Exception {
        Path folder = idx();
        if (!labels) {
            Files.delete(folder.resolve("train-labels-idx1-ubyte"));
            Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        }
        open(folder);
        until(
                "opened",
                () -> fixture.window.model().datasetProperty().get().train().count() == 30);
        robot.strike(KeyCode.CONTROL, KeyCode.R);
        until("a new run", () -> fixture.window.model().history().size() == 1);
        robot.clickOn("#epoch");
        until("an epoch", () -> fixture.window.model().history().size() == 2);
        until(
                "the epoch is shown",
                () -> fixture.<Label>find("#reconstruction-caption").getText().startsWith("epoch 1"));
        assertThat(fixture.<Parent>find("#latent-legend").getChildrenUnmodifiable())
                .as("classes")
                .hasSize(labels ? 1 : 0);
        assertNothingIsWrong();
        assertThat(fixture.complaints).as("log").isEmpty();
    }

    @Test
    void saysOnceThatPreferencesCannotBeSaved() throws Exception {
        Path settings = fixture.folder.resolve("settings.properties");
        robot.clickOn("#theme");
        until("saved while it can be", () -> Files.exists(settings));
        Files.delete(settings);
        Files.createDirectories(settings.resolve("in the way"));

        robot.clickOn("#theme");

        assertTells("Preferences", settings.toString(), "Everything else works");
        onFx(notices::hide);
        until("hidden", () -> !notices.isShowing());
        robot.clickOn("#theme");
        fixture.closeWindow();
        assertThat(fixture.complaints)
                .filteredOn(line -> line.contains("settings"))
                .hasSize(1);
        assertNothingIsWrong();
    }

    @Test
    void saysWhichIdxFileIsCutShort() throws Exception {
        Path folder = idx();
        Path images = folder.resolve(TRAIN_IMAGES);
        byte[] whole = Files.readAllBytes(images);
        Files.write(images, java.util.Arrays.copyOf(whole, whole.length / 2));
        open(folder);
        assertTells(TRAIN_IMAGES);
    }

    @Test
    void saysWhichIdxFileIsMissing() throws Exception {
        Path folder = idx();
        Files.delete(folder.resolve(TRAIN_IMAGES));
        open(folder);
        assertTells(TRAIN_IMAGES);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFull() throws Exception {
        saveAnimation(Files.createSymbolicLink(fixture.folder.resolve("full.gif"), Path.of("/dev/full")));
        assertTells("full.gif", "disk is full");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheFolderIsReadOnly() {
        saveAnimation(Path.of("/sys/kernel/animation.gif"));
        assertTells("/sys/kernel/animation.gif", "read-only");
    }

    @Test
    void tellsWhatIsBehindARunThatFailedToThoseWhoAsk() {
        open(fixture.folder.resolve("single"));
        until(
                "loaded",
                () -> fixture.window.model().datasetProperty().get().train().count() == 1);
        robot.strike(KeyCode.CONTROL, KeyCode.R);
        until("a notice", notices::isShowing);
        assertThat(notices.getText()).contains("train a new run").doesNotContain("Exception");
        assertThat(notices.getActions()).extracting(action -> action.getText()).containsExactly("New run", "Details");
        robot.clickOn("Details");
        until(
                "the exception",
                () -> robot.lookup(".notice-details")
                        .tryQueryAs(javafx.scene.control.Label.class)
                        .filter(details -> details.getText().contains("Exception"))
                        .isPresent());
    }
}
