package latentlab.view.export;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.session.TrainingModel;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person chooses what to save and how, sees what comes of it, and finds it in the file. */
class ExportDialogueInWindowTest {
    private static final int EPOCHS = 6;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(60, 12, 12));

    private TrainingModel model;

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, settings -> settings);
        model = fixture.window.model();
    }

    private void open() {
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until("open", this::isOpen);
        until("looked at", this::previewed);
    }

    private boolean isOpen() {
        return robot.lookup("#export-dialogue").tryQuery().isPresent();
    }

    private <T extends Node> T find(String selector) {
        return robot.lookup(selector).<T>query();
    }

    private void choose(Export export) {
        onFx(() -> {
            ListView<Export> list = find("#export-formats");
            list.scrollTo(export);
            list.getSelectionModel().select(export);
        });
        until("chosen", () -> previewed());
    }

    /** Whether what has been chosen has been worked out. */
    private boolean previewed() {
        return this.<Label>find("#export-size").getText().startsWith("About ");
    }

    private void type(String field, String text) {
        robot.doubleClickOn(field).write(text);
    }

    private Path save(String name) {
        Path file = fixture.folder.resolve(name);
        fixture.answers.add(file);
        robot.clickOn("#export-save");
        untilSaved(name);
        return file;
    }

    private void untilSaved(String name) {
        NotificationPane notices = fixture.find("#notices");
        until("saved", () -> notices.isShowing() && notices.getText().contains("Saved " + name + " "));
    }

    private String notice() {
        return fixture.<NotificationPane>find("#notices").getText();
    }

    @Test
    void whatIsWorkedOutIsInTheOtherLanguageAtOnce() {
        open();
        robot.strike(KeyCode.CONTROL, KeyCode.L);
        until("in Japanese", () -> this.<Label>find("#export-size").getText().startsWith("約 "));
    }

    @Test
    void savesAGifAsItHasBeenChosen() throws Exception {
        open();
        choose(ExportCatalogue.GIF);
        type("#export-option-frame", "5");
        until("refused", () -> this.<Label>find("#export-refusal").isVisible());
        assertThat(this.<Label>find("#export-refusal").getText())
                .isEqualTo("Time of an epoch: choose a whole number from 20 to 655,350 (ms).");
        assertThat(this.<Button>find("#export-save").isDisabled()).isTrue();
        until("the picture is in its place", () -> {
            Node picture = find("#export-picture");
            return picture.getBoundsInParent().getMinY() >= 0
                    && picture.getBoundsInParent().getMaxY() <= ((Region) picture.getParent()).getHeight();
        });

        type("#export-option-frame", "300");
        robot.clickOn("#export-option-titles");
        type("#export-epochs-first", "1");
        type("#export-epochs-step", "2");
        until("worked out", this::previewed);
        String size = this.<Label>find("#export-size").getText();
        assertThat(size).contains("3 frames").contains("0.9 s");
        assertThat(this.<Button>find("#export-save").isDisabled()).isFalse();

        Path gif = save("chosen.gif");
        assertThat(notice()).isEqualTo("Saved chosen.gif with 3 epochs.");
        assertNear(size, gif);
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            assertThat(size).contains(reader.getWidth(0) + " × " + reader.getHeight(0) + " pixels");
            IIOMetadataNode root =
                    (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
            IIOMetadataNode control = (IIOMetadataNode)
                    root.getElementsByTagName("GraphicControlExtension").item(0);
            assertThat(control.getAttribute("delayTime")).isEqualTo("30");
        }

        // As it was left, here and in the next session.
        open();
        assertThat(this.<TextField>find("#export-option-frame").getText()).isEqualTo("300");
        assertThat(this.<CheckBox>find("#export-option-titles").isSelected()).isFalse();
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> !isOpen());
        assertThat(fixture.window.preferences().exportProperty().get()).isEqualTo("gif");
        assertThat(fixture.window.preferences().exportOptionsProperty().get())
                .containsEntry("gif.frame", 300)
                .containsEntry("gif.titles", 0);

        // The key that has always saved it does so as it was chosen; the speed of playback, chosen later, counts.
        Path again = fixture.folder.resolve("again.gif");
        fixture.answers.add(again);
        robot.strike(KeyCode.CONTROL, KeyCode.G);
        untilSaved("again.gif");
        assertThat(notice()).isEqualTo("Saved again.gif with 7 epochs.");
        onFx(() -> fixture.window.preferences().frameMillisProperty().set(80));
        assertThat(fixture.window.preferences().exportOptionsProperty().get())
                .doesNotContainKey("gif.frame")
                .containsEntry("gif.titles", 0);
    }

    /** Of each kind: pictures are seen, tables read, and the size is that of the file. */
    @ParameterizedTest
    @ValueSource(strings = {"gif", "gifMap", "html", "png", "csv", "npz", "codes", "plot", "safetensors", "dl4j"})
    void showsWhatIsSavedAndHowLargeItIs(String id) throws Exception {
        Export export = ExportCatalogue.ALL.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        open();
        choose(export);
        ImageView picture = find("#export-picture");
        TextArea text = find("#export-text");
        boolean seen = export.kind() == Export.Kind.ANIMATION || export.kind() == Export.Kind.PICTURE;
        assertThat(picture.isVisible()).isEqualTo(seen);
        assertThat(text.isVisible()).isEqualTo(!seen);
        if (seen) {
            assertThat(picture.getImage().getWidth()).isGreaterThan(100);
            assertThat(picture.getAccessibleText()).startsWith("Preview: ");
        } else {
            assertThat(text.getText()).isNotBlank();
        }
        String size = this.<Label>find("#export-size").getText();
        assertNear(size, save(export.fileName()));
        boolean one = export.extent(0) == Export.Extent.ONE;
        assertThat(notice()).isEqualTo("Saved " + export.fileName() + (one ? " of epoch 6." : " with 7 epochs."));
    }

    private static void assertNear(String size, Path file) throws Exception {
        Matcher about = Pattern.compile("About ([0-9.,]+) (bytes|kB|MB)").matcher(size);
        assertThat(about.find()).as(size).isTrue();
        double unit =
                switch (about.group(2)) {
                    case "bytes" -> 1;
                    case "kB" -> 1e3;
                    default -> 1e6;
                };
        double said = unit * Double.parseDouble(about.group(1).replace(",", ""));
        assertThat(said / Files.size(file)).isBetween(1 / 1.3, 1.3);
    }

    @Test
    void everyExportCanBeChosen() {
        open();
        for (Export export : ExportCatalogue.ALL) {
            if (export != ExportCatalogue.MP4) {
                choose(export);
                assertThat(this.<Button>find("#export-save").isDisabled())
                        .as(export.id())
                        .isFalse();
                assertThat(this.<Label>find("#export-title").getText()).isNotBlank();
            }
        }
        robot.clickOn("#export-cancel");
        until("closed", () -> !isOpen());
    }

    @Test
    void playsThePreviewUntilItIsStopped() {
        open();
        choose(ExportCatalogue.GIF);
        ImageView picture = find("#export-picture");
        AtomicReference<Image> still = new AtomicReference<>();
        onFx(() -> still.set(picture.getImage()));
        robot.clickOn("#export-play");
        until("played", () -> picture.getImage() != still.get());
        robot.clickOn("#export-play");
        onFx(() -> assertThat(picture.getImage()).isSameAs(still.get()));
        onFx(() ->
                assertThat(this.<ToggleButton>find("#export-play").isSelected()).isFalse());
    }

    @Test
    void takesTheEpochShownAndTheMarkedRange() throws Exception {
        robot.strike(KeyCode.HOME);
        robot.strike(KeyCode.RIGHT);
        robot.strike(KeyCode.RIGHT);
        until("at epoch 2", () -> model.selectedEpochProperty().get() == 2);
        robot.strike(KeyCode.I);
        robot.strike(KeyCode.RIGHT);
        robot.strike(KeyCode.RIGHT);
        until("at epoch 4", () -> model.selectedEpochProperty().get() == 4);
        robot.strike(KeyCode.O);
        open();
        choose(ExportCatalogue.GIF);
        assertThat(this.<TextField>find("#export-epochs-first").getText()).isEqualTo("2");
        assertThat(this.<TextField>find("#export-epochs-last").getText()).isEqualTo("4");
        robot.clickOn("#export-epochs-all");
        assertThat(this.<TextField>find("#export-epochs-first").getText()).isEqualTo("0");
        robot.clickOn("#export-epochs-marked");
        until("worked out", this::previewed);
        assertThat(this.<Label>find("#export-size").getText()).contains("3 frames");

        choose(ExportCatalogue.NPZ);
        assertThat(this.<TextField>find("#export-epochs-first").getText()).isEqualTo("4");
        assertThat(this.<TextField>find("#export-epochs-last").isVisible()).isFalse();
        type("#export-epochs-first", "7");
        until("refused", () -> this.<Label>find("#export-refusal").isVisible());
        assertThat(this.<Label>find("#export-refusal").getText()).isEqualTo("Choose an epoch from 0 to 6.");
        robot.clickOn("#export-epochs-shown");
        until("worked out", this::previewed);
        save("shown.npz");
        assertThat(notice()).isEqualTo("Saved shown.npz of epoch 4.");
    }

    @Test
    void aNewerChoiceTakesThePlaceOfWhatIsBeingWorkedOut() {
        open();
        onFx(() -> {
            ListView<Export> list = find("#export-formats");
            for (Export export : ExportCatalogue.ALL) {
                list.getSelectionModel().select(export);
            }
            list.getSelectionModel().select(ExportCatalogue.CSV);
        });
        until("worked out", this::previewed);
        assertThat(this.<TextArea>find("#export-text").getText()).startsWith("epoch,train_loss");
        assertThat(this.<ImageView>find("#export-picture").isVisible()).isFalse();
    }

    /** The history as it is when it is saved, not as it was when the dialogue was opened. */
    @Test
    void aRunInTrainingIsSavedAsItIsThen() throws Exception {
        open();
        choose(ExportCatalogue.CSV);
        onFx(() -> model.setSettings(model.settingsProperty().get().withEpochs(3)));
        onFx(model::train);
        until("trained on", () -> model.history().size() == EPOCHS + 4);
        Path table = save("later.csv");
        assertThat(Files.readAllLines(table)).hasSize(EPOCHS + 5);
    }

    @Test
    void allOfItGoesByKeyboard() throws Exception {
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until("open", this::isOpen);
        until("in the list", () -> find("#export-formats").isFocused());
        robot.strike(KeyCode.HOME);
        robot.strike(KeyCode.DOWN);
        robot.strike(KeyCode.DOWN);
        until("at APNG", () -> this.<Label>find("#export-title").getText().equals("Animation (APNG)"));
        robot.strike(KeyCode.TAB);
        until("in a field", () -> find("#export-option-frame").isFocused());
        onFx(() -> this.<TextInputControl>find("#export-option-frame").selectAll());
        // The robot writes into the window that it has pointed at last, which is none here.
        robot.targetWindow(find("#export-dialogue").getScene().getWindow()).write("120");
        robot.strike(KeyCode.TAB);
        until("in the next", () -> find("#export-option-tile").isFocused());
        robot.strike(KeyCode.SHIFT, KeyCode.TAB);
        until("back", () -> find("#export-option-frame").isFocused());
        until("worked out", this::previewed);
        assertThat(this.<Label>find("#export-size").getText()).contains("0.84 s");
        Path file = fixture.folder.resolve("keys.png");
        fixture.answers.add(file);
        robot.strike(KeyCode.ENTER);
        untilSaved("keys.png");
        assertThat(file).isNotEmptyFile();

        // Enter in the list saves too; without a file, the dialogue is still there.
        open();
        until("in the list", () -> find("#export-formats").isFocused());
        robot.strike(KeyCode.ENTER);
        until("open again", this::isOpen);
        // Found by a word of what it is for.
        robot.clickOn("#export-search").write("pytorch script");
        until("found", () -> this.<Label>find("#export-title").getText().equals("PyTorch script"));
        robot.strike(KeyCode.DOWN);
        until("in the list", () -> find("#export-formats").isFocused());
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> !isOpen());
    }

    @Test
    void speaksJapanese() throws Exception {
        robot.strike(KeyCode.CONTROL, KeyCode.L);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until("open", this::isOpen);
        until("worked out", () -> this.<Label>find("#export-size").getText().startsWith("約 "));
        assertThat(this.<Label>find("#export-title").getText()).isEqualTo("アニメーション (GIF)");
        assertThat(this.<Label>find("#export-size").getText())
                .contains("7 フレーム")
                .endsWith(" 秒");
        onFx(() -> this.<TextField>find("#export-option-frame").setText("１９"));
        assertThat(this.<Label>find("#export-refusal").getText()).startsWith("1 エポックの時間は 20 から");
        // As a Japanese input method gives them.
        onFx(() -> this.<TextField>find("#export-option-frame").setText("３００"));
        assertThat(this.<Label>find("#export-refusal").isVisible()).isFalse();
        fixture.answers.add(fixture.folder.resolve("a.gif"));
        robot.clickOn("#export-save");
        NotificationPane notices = fixture.find("#notices");
        until("saved", () -> notices.isShowing() && notices.getText().equals("a.gif を保存しました (7 エポック)。"));
        assertThat(fixture.window.preferences().exportOptionsProperty().get()).containsEntry("gif.frame", 300);
        assertThat(fixture.window.preferences().languageProperty().get()).isEqualTo(Locale.JAPANESE);
    }
}
