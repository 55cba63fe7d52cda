package latentlab.view.data;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageOptions.Channels;
import latentlab.data.ImageOptions.Fit;
import latentlab.data.SmallDatasets;
import latentlab.data.idx.IdxSamples;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A folder of one's own by --data or by dropping it, and a look at what is in there. */
class DataInWindowTest {
    private static final int IMAGES = 60;

    private final Hand robot = Hand.ONLY;
    private final Path mine = images("cat", "dog");

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading(this::load).from(mine.toString());

    private final List<DataRequest> requests = Collections.synchronizedList(new ArrayList<>());

    private Dataset load(DataRequest request, Progress progress) throws Problem {
        requests.add(request);
        return new Datasets().load(request, progress);
    }

    private static Path images(String... classes) {
        try {
            Path folder = Files.createTempDirectory("latent_lab_test_images");
            writeImages(folder, List.of(classes));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A subfolder for each class, with as many bright squares in each. */
    private static void writeImages(Path folder, List<String> classes) throws IOException {
        for (int label = 0; label < classes.size(); label++) {
            Path subfolder = Files.createDirectory(folder.resolve(classes.get(label)));
            for (int i = 0; i < IMAGES / classes.size(); i++) {
                BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
                image.getRaster().setSample(4 + label * 6, 3 + i % 12, 0, 255);
                image.getRaster().setSample(5 + label * 6, 3 + i % 12, 0, 200);
                ImageIO.write(image, "png", subfolder.resolve(i + ".png").toFile());
            }
        }
    }

    @AfterEach
    void stop() throws Exception {
        WindowFixture.delete(mine);
    }

    private Dataset dataset() {
        return fixture.window.model().datasetProperty().get();
    }

    /** What the card says, line by line. */
    private List<String> account() {
        return robot.lookup(".account-lines > .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private void openCard() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        robot.clickOn("#data-counts");
        until("a look", () -> robot.lookup(".data-look").tryQuery().isPresent());
    }

    @Test
    void opensWhatTheCommandLineNamed() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        assertThat(fixture.run().dataset().origin()).isEqualTo(mine.toString());
        assertThat(dataset().train().count() + dataset().test().count()).isEqualTo(IMAGES);
        assertThat(fixture.<Button>find("#data-counts").getText())
                .isEqualTo(dataset().train().count() + " / " + dataset().test().count());
    }

    @Test
    void showsNamesWithAnUnderscoreAsTheyAre() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        assertThat(robot.lookup("#data-choice .text").queryAllAs(Text.class))
                .extracting(Text::getText)
                .contains(mine.getFileName().toString());
    }

    @Test
    void showsWhatTheTrainingImagesLookLikeInTheLanguageChosen() {
        openCard();
        assertThat(account().getFirst())
                .contains(
                        dataset().train().count() + " training images",
                        dataset().validationCount() + " of them for validation");
        String labels = IntStream.range(0, 40)
                .mapToObj(i -> dataset().className(dataset().train().label(i)))
                .collect(Collectors.joining(", "));
        assertThat(robot.lookup(".data-look")
                        .<Parent>query()
                        .getChildrenUnmodifiable()
                        .getLast()
                        .getAccessibleText())
                .isEqualTo("The first training images: " + labels);
        WritableImage before = look();
        assertThat(colours(before)).as("images, not an empty card").isGreaterThan(10);

        onFx(() -> fixture.<Button>find("#language").fire());
        assertThat(account().getFirst()).contains("訓練画像 " + dataset().train().count() + " 枚");
        onFx(() -> fixture.<Button>find("#theme").fire());
        until("put away", () -> robot.lookup(".data-look").tryQuery().isEmpty());
        robot.clickOn("#data-counts");
        until(
                "painted in the other theme",
                () -> robot.lookup(".data-look").tryQuery().isPresent()
                        && !WindowFixture.samePixels(
                                before, robot.lookup(".data-look").query().snapshot(null, null)));
    }

    private static boolean warns(Button counts) {
        return counts.getPseudoClassStates().contains(PseudoClass.getPseudoClass("warning"));
    }

    @Test
    void warnsBesideTheCountsWhereThereIsSomethingToLookAt() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        Button counts = fixture.find("#data-counts");
        assertThat(warns(counts)).as("images that come twice").isTrue();
        assertThat(counts.getAccessibleText()).contains("look at before training");
        openCard();
        assertThat(account()).anyMatch(line -> line.contains("copies of others"));
        assertThat(robot.lookup(".account-warning").queryAll()).isNotEmpty();

        onFx(() -> fixture.window.model().setDataset(SmallDatasets.of(100, 20, 8, 8)));
        until("nothing to look at", () -> !warns(counts));
    }

    @Test
    void givesAllNamesToThoseWhoAsk() throws Exception {
        Path folder = Files.createDirectory(fixture.folder.resolve("many"));
        writeImages(folder, List.of("cat", "dog"));
        for (int i = 0; i < 40; i++) {
            Files.writeString(folder.resolve("note " + i + ".txt"), "no image");
        }
        until("ready", () -> fixture.window.model().history().size() == 1);
        fixture.drop(folder);
        until("opened", () -> dataset().origin().equals(folder.toString()));
        openCard();
        assertThat(account()).anyMatch(line -> line.startsWith("40 left out") && line.endsWith(", …"));
        robot.clickOn("#data-all-names");
        ListView<String> names = robot.lookup("#data-names").query();
        assertThat(names.getItems())
                .anyMatch(row -> row.startsWith("40 left out"))
                .contains("    note 39.txt");
        robot.clickOn("#data-all-names");
        assertThat(robot.lookup("#data-names").tryQuery()).isEmpty();
    }

    @Test
    void readsTheImagesAnewWithWhatIsChosenBesideThem() {
        openCard();
        ComboBox<Channels> channels = robot.lookup("#data-channels").query();
        onFx(() -> channels.setValue(Channels.GREY));
        until("read anew", () -> requests.getLast().images().channels() == Channels.GREY);
        ComboBox<Fit> fit = robot.lookup("#data-fit").query();
        until("both", () -> dataset().origin().equals(mine.toString()) && channels.getValue() == Channels.GREY);
        onFx(() -> fit.setValue(Fit.CROP));
        until("read anew", () -> requests.getLast().images().fit() == Fit.CROP);
        assertThat(requests.getLast().images().channels())
                .as("what was chosen before")
                .isEqualTo(Channels.GREY);
        assertThat(requests.getLast().origin()).isEqualTo(mine.toString());
    }

    @Test
    void testsWithWhatIsOpenedForThat() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        Path other = Files.createDirectory(fixture.folder.resolve("other"));
        writeImages(other, List.of("cat", "dog"));
        fixture.answers.add(other);
        onFx(() -> item("data-test-folder").fire());
        until("both", () -> dataset().train().count() == IMAGES);
        assertThat(dataset().test().count()).isEqualTo(IMAGES);
        assertThat(dataset().origin()).isEqualTo(mine.toString());
    }

    @Test
    void ofTwoThatAreDroppedTheOneThatSaysSoIsForTesting() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        Path train = Files.createDirectory(fixture.folder.resolve("zoo"));
        Path test = Files.createDirectory(fixture.folder.resolve("my test"));
        writeImages(train, List.of("cat", "dog", "eel"));
        writeImages(test, List.of("cat", "dog"));
        fixture.drop(train, test);
        until("both", () -> dataset().origin().equals(train.toString()));
        assertThat(requests.getLast().test()).isEqualTo(test.toString());
        assertThat(dataset().classNames()).containsExactly("cat", "dog", "eel");

        fixture.drop(train, test, mine);
        NotificationPane notices = fixture.find("#notices");
        until("a sentence", notices::isShowing);
        assertThat(notices.getText()).contains("3 files");
    }

    @Test
    void takesABatchAndAPerplexityThatFitFewImagesAndSaysSo() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        Path few = Files.createDirectory(fixture.folder.resolve("few"));
        writeImages(few, List.of("a", "b", "c"));
        for (int i = 1; i < IMAGES / 3; i++) {
            Files.delete(few.resolve("a/" + i + ".png"));
            Files.delete(few.resolve("b/" + i + ".png"));
        }
        fixture.drop(few);
        until("opened", () -> dataset().origin().equals(few.toString()));
        assertThat(fixture.window.model().settingsProperty().get().batch()).isEqualTo(2);
        NotificationPane notices = fixture.find("#notices");
        until("a sentence", () -> notices.isShowing() && notices.getText().startsWith("Batch set to 2 instead of 4"));
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().select(2));
        until("a map", () -> fixture.<Label>find("#tsne-progress").getText().startsWith("1,000 / 1,000"));
        assertThat(fixture.<ComboBox<Integer>>find("#tsne-perplexity").getValue())
                .isEqualTo(1);
    }

    @Test
    void doesNotAdviseMoreUnitsWhereAllImagesAreTheSame() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        Path same = Files.createDirectory(fixture.folder.resolve("same"));
        writeImages(same, List.of("one"));
        for (int i = 1; i < IMAGES; i++) {
            Files.copy(
                    same.resolve("one/0.png"), same.resolve("one/" + i + ".png"), StandardCopyOption.REPLACE_EXISTING);
        }
        fixture.drop(same);
        Label hint = fixture.find("#map-hint");
        until("a sentence", () -> hint.isVisible() && hint.getText().startsWith("All test images are the same"));
    }

    private WritableImage look() {
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        onFx(() -> picture.complete(robot.lookup(".data-look").query().snapshot(null, null)));
        return picture.join();
    }

    private static long colours(WritableImage picture) {
        return IntStream.range(0, (int) (picture.getWidth() * picture.getHeight()))
                .map(i -> picture.getPixelReader()
                        .getArgb(i % (int) picture.getWidth(), Math.floorDiv(i, (int) picture.getWidth())))
                .distinct()
                .count();
    }

    @Test
    void opensAFolderOrAFileByKeyAndFromTheMenu() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        Path other = Files.createDirectory(fixture.folder.resolve("other"));
        writeImages(other, List.of("one", "two"));
        Path idx = Files.createDirectory(fixture.folder.resolve("idx"));
        IdxSamples.writeFour(idx);
        Path file = idx.resolve(IdxSamples.TEST_LABELS);

        fixture.answers.add(other);
        robot.strike(KeyCode.CONTROL, KeyCode.O);
        untilOpened(other);

        fixture.answers.add(file);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        untilOpened(file);
        assertThat(dataset().train().count()).as("with the files beside it").isEqualTo(30);

        fixture.answers.add(other);
        onFx(() -> item("data-open").fire());
        untilOpened(other);
        fixture.answers.add(file);
        onFx(() -> item("data-open-file").fire());
        untilOpened(file);
        assertThat(item("data-open-file").getText()).isEqualTo("Open a file of images…");
        onFx(() -> fixture.<Button>find("#language").fire());
        assertThat(item("data-open-file").getText()).isEqualTo("画像のファイルを開く…");
    }

    private MenuItem item(String id) {
        return fixture.<MenuButton>find("#data-choice").getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void untilOpened(Path path) {
        until("opened " + path, () -> dataset().origin().equals(path.toString()));
    }

    @Test
    void opensAFileThatIsDroppedOnTheWindow() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        IdxSamples.writeFour(fixture.folder);
        Path dropped = fixture.folder.resolve(IdxSamples.TRAIN_IMAGES);
        fixture.drop(dropped);
        untilOpened(dropped);
    }

    @Test
    void opensAFolderThatIsDroppedOnTheWindow() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        Path dropped = Files.createDirectory(fixture.folder.resolve("dropped"));
        writeImages(dropped, List.of("one", "two", "three"));
        fixture.drop(dropped);
        untilOpened(dropped);
        assertThat(dataset().classNames()).containsExactly("one", "three", "two");
    }
}
