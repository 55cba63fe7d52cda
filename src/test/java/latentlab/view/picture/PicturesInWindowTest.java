package latentlab.view.picture;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.export.Origin;
import latentlab.export.OriginReader;
import latentlab.preferences.Theme;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person takes pictures of views along: by the clipboard, as files, and out of the window. */
class PicturesInWindowTest {
    /** Pixels around what is pictured. */
    private static final int MARGINS = 2 * 2 * 12;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private void train() {
        fixture.train(2, UnaryOperator.identity());
        fixture.untilMapped("#latent-map", 2);
        onFx(() -> Clipboard.getSystemClipboard().clear());
    }

    private static Image copied() {
        AtomicReference<Image> image = new AtomicReference<>();
        onFx(() -> image.set(Clipboard.getSystemClipboard().getImage()));
        return image.get();
    }

    private void pressCopy() {
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
    }

    /** @param panel null for what is shown already */
    private void show(KeyCode panel) {
        if (panel != null) {
            robot.press(KeyCode.CONTROL, panel).release(panel, KeyCode.CONTROL);
        }
    }

    private void focus(String selector) {
        Node node = fixture.find(selector);
        onFx(node::requestFocus);
    }

    /** The height is checked where it is that of one node. */
    @ParameterizedTest
    @CsvSource({
        "#loss-chart, #loss-chart, , the loss chart",
        "#latent-map, .maps, , the latent map of epoch 2",
        "#reconstruction-grid, #reconstruction-grid, , the reconstructions of epoch 2",
        "#decode-random, .decode, DIGIT2, the decoded image of epoch 2",
        "#interpolate-swap, #interpolation, DIGIT3, the interpolation of epoch 2",
        "#draw-pad, .draw, DIGIT4, the drawing of epoch 2",
        "#filters, #filters, DIGIT5, the filters of epoch 2",
    })
    void copiesTheViewWithTheFocus(String focused, String pictured, KeyCode panel, String said) {
        train();
        show(panel);
        focus(focused);
        AtomicReference<Node> node = new AtomicReference<>(fixture.find(pictured));
        double[] size = new double[2];
        onFx(() -> {
            size[0] = node.get().getLayoutBounds().getWidth();
            size[1] = node.get().getLayoutBounds().getHeight();
        });
        pressCopy();
        until("copied", () -> Clipboard.getSystemClipboard().hasImage());
        Image image = copied();
        assertThat(image.getWidth()).isEqualTo(Math.ceil(2 * size[0]) + MARGINS);
        boolean several = pictured.equals(".maps") || pictured.equals("#filters");
        assertThat(image.getHeight())
                .matches(height ->
                        several ? height > 2 * size[1] + MARGINS : height == Math.ceil(2 * size[1]) + MARGINS);
        assertThat(fixture.<NotificationPane>find("#notices").getText())
                .isEqualTo("Copied " + said + ": " + (int) image.getWidth() + " × " + (int) image.getHeight()
                        + " pixels.");
        assertThat(fixture.stage.getScene().getFocusOwner().getAccessibleHelp()).startsWith("Copied " + said);
    }

    @Test
    void leavesOutWhereFocusAndPointerAre() {
        train();
        robot.moveTo("#train");
        focus("#train");
        onFx(() -> fixture.<PictureHandle>find("#picture-reconstruction").fire());
        Image plain = copied();
        onFx(() -> {
            Clipboard.getSystemClipboard().clear();
            fixture.<NotificationPane>find("#notices").hide();
        });
        until("no notice", () -> !fixture.<NotificationPane>find("#notices").isShowing());
        // By keys, so that the focus shows.
        focus("#reconstruction-grid");
        robot.strike(KeyCode.TAB);
        robot.press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
        robot.strike(KeyCode.RIGHT);
        pressCopy();
        until("copied again", () -> Clipboard.getSystemClipboard().hasImage());
        assertThat(samePixels(plain, copied())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "loss, #loss-chart, ",
        "map, #latent-map, ",
        "reconstruction, #reconstruction-grid, ",
        "interpolate, #interpolation, DIGIT3",
        "draw, .draw, DIGIT4",
        "filters, #filters, DIGIT5",
        "selection, #selection-strip, DIGIT6",
    })
    void leavesTheWindowAsItWas(String motif, String pictured, KeyCode panel) {
        train();
        show(panel);
        if (motif.equals("draw")) {
            robot.clickOn("#draw-pad");
            until("answered", () -> fixture.find("#draw-answer").isVisible());
        }
        robot.moveTo("#train");
        focus("#train");
        WritableImage before = fixture.picture(pictured);
        onFx(() -> fixture.<PictureHandle>find("#picture-" + motif).fire());
        onFx(() -> fixture.<NotificationPane>find("#notices").hide());
        until("no notice", () -> !fixture.<NotificationPane>find("#notices").isShowing());
        until("as before", () -> WindowFixture.samePixels(before, fixture.snapshot(pictured)));
    }

    @Test
    void hasTheThemesBackground() {
        train();
        onFx(() -> fixture.window.preferences().themeProperty().set(Theme.DARK));
        focus("#loss-chart");
        pressCopy();
        until("copied", () -> Clipboard.getSystemClipboard().hasImage());
        Color corner = copied().getPixelReader().getColor(0, 0);
        assertThat(corner.getBrightness()).isLessThan(0.3);
        assertThat(corner.getOpacity()).isEqualTo(1);
    }

    @Test
    void leavesTextToFieldsOfText() {
        train();
        TextField field = fixture.find("#seed-field");
        onFx(() -> {
            field.requestFocus();
            field.selectAll();
        });
        pressCopy();
        until("text", () -> "1".equals(Clipboard.getSystemClipboard().getString()));
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT6).release(KeyCode.DIGIT6, KeyCode.CONTROL);
        TextField search = fixture.find("#selection-field");
        onFx(() -> {
            search.setText("12");
            search.requestFocus();
            search.selectAll();
        });
        pressCopy();
        until("text of a view", () -> "12".equals(Clipboard.getSystemClipboard().getString()));
        assertThat(copied()).isNull();
    }

    @Test
    void copiesAndSavesFromAMenuByPointerAndByKeys() throws Exception {
        train();
        robot.clickOn("#latent-map", MouseButton.SECONDARY);
        robot.clickOn("#picture-copy");
        until("copied", () -> Clipboard.getSystemClipboard().hasImage());

        Path file = fixture.folder.resolve("loss.png");
        fixture.answers.add(file);
        focus("#loss-chart");
        robot.press(KeyCode.SHIFT, KeyCode.F10).release(KeyCode.F10, KeyCode.SHIFT);
        robot.clickOn("#picture-save");
        until("saved", () -> "Saved loss.png: ".equals(said(16)));
        assertThat(ImageIO.read(file.toFile())).isNotNull();
        Origin origin = OriginReader.read(file);
        assertThat(origin.run()).isEqualTo(fixture.run().id());
        assertThat(origin.epoch()).as("all epochs").isNegative();
    }

    private String said(int letters) {
        String text = fixture.<NotificationPane>find("#notices").getText();
        return text == null || text.length() < letters ? "" : text.substring(0, letters);
    }

    @Test
    void opensNoMenuAfterAMapWasMovedWithTheRightButton() {
        train();
        robot.moveTo("#latent-map").press(MouseButton.SECONDARY).moveBy(40, 10).release(MouseButton.SECONDARY);
        assertThat(robot.lookup("#picture-copy").tryQuery()).isEmpty();
    }

    @Test
    void dragsOutAFileThatSaysWhereItComesFrom() throws Exception {
        train();
        PictureHandle handle = fixture.find("#picture-map");
        robot.moveTo("#picture-map").press(MouseButton.PRIMARY);
        AtomicReference<ClipboardContent> content = new AtomicReference<>();
        onFx(() -> content.set(handle.dragged().content()));
        robot.release(MouseButton.PRIMARY);
        File file = content.get().getFiles().getFirst();
        assertThat(file).hasName("latent-lab map epoch 2.png");
        until("written", file::exists);
        BufferedImage image = ImageIO.read(file);
        assertThat(image.getWidth()).isEqualTo((int) content.get().getImage().getWidth());
        Origin origin = OriginReader.read(file.toPath());
        assertThat(origin.run()).isEqualTo(fixture.run().id());
        assertThat(origin.epoch()).isEqualTo(2);
        assertThat(origin.config()).isEqualTo(fixture.run().config());
        until("a press copies", () -> Clipboard.getSystemClipboard().hasImage());

        fixture.closeWindow();
        assertThat(Files.exists(file.toPath().getParent().getParent())).isFalse();
    }

    @Test
    void takesThePictureOfTheModel() {
        train();
        robot.clickOn("#show-summary");
        onFx(() -> fixture.<PictureHandle>find(".side #picture-stack").fire());
        assertThat(said(18)).isEqualTo("Copied the model: ");
        assertThat(fixture.<Label>find(".stack-total").isVisible()).isTrue();
    }

    private static boolean samePixels(Image a, Image b) {
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
            return false;
        }
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (a.getPixelReader().getArgb(x, y) != b.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
