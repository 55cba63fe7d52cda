package latentlab.view.latent;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.run.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The map is no picture: it is laid out before one's eyes, leads to images, and every place on it can be decoded. */
class MapTouchInWindowTest {
    private static final int EPOCHS = 2;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 900);

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, config -> config.withLatent(2));
        fixture.untilMapped("#latent-map", EPOCHS);
    }

    private void choose(String box, int index) {
        onFx(() -> fixture.<ComboBox<?>>find(box).getSelectionModel().select(index));
    }

    private String progress() {
        return fixture.<Label>find("#tsne-progress").getText();
    }

    @Test
    void laysTheCodesOutWhileOneWatchesAndGoesOnFromTheEpochBefore() {
        choose("#latent-axes", 2);
        choose("#tsne-count", 0);
        until("done", () -> progress().startsWith("1,000 / 1,000 iterations, KL"));
        assertThat(fixture.<ToggleButton>find("#tsne-pause").isDisabled()).isTrue();
        assertThat(progress()).contains("mean nothing");
        WritableImage last = fixture.picture("#latent-map");

        robot.strike(KeyCode.HOME);
        until("from there on", () -> progress().startsWith("250 / 250"));
        assertThat(WindowFixture.samePixels(last, fixture.picture("#latent-map")))
                .as("another epoch, another map")
                .isFalse();
        robot.strike(KeyCode.END);
        until("kept", () -> progress().startsWith("1,000 / 1,000"));
        until("the same map", () -> WindowFixture.samePixels(last, fixture.snapshot("#latent-map")));

        robot.clickOn("#tsne-more");
        until("more", () -> progress().matches("500 / 500.*|1,500 / 1,500.*"));
    }

    @Test
    void pausesAndGoesOn() {
        choose("#latent-axes", 2);
        until("under way", () -> progress().contains("/ 1,000"));
        robot.clickOn("#tsne-pause");
        ToggleButton pause = fixture.find("#tsne-pause");
        onFx(() -> assertThat(pause.isSelected() || progress().startsWith("1,000 /"))
                .isTrue());
        if (pause.isSelected()) {
            robot.clickOn("#tsne-pause");
        }
        until("done", () -> progress().startsWith("1,000 / 1,000"));
    }

    @Test
    void comparesWithThePixelsWhichHaveNoEpochs() {
        choose("#latent-source", 1);
        until("pixels", () -> fixture.<Label>find("#map-note").getText().startsWith("shows"));
        assertThat(fixture.<ComboBox<?>>find("#latent-axes").getItems()).hasSize(3);
        WritableImage pixels = fixture.picture("#latent-map");
        robot.strike(KeyCode.HOME);
        fixture.untilMapped(
                "#latent-map", fixture.window.model().selectedEpochProperty().get());
        assertThat(WindowFixture.samePixels(pixels, fixture.picture("#latent-map")))
                .isTrue();
        choose("#latent-source", 0);
        until("codes again", () -> !WindowFixture.samePixels(pixels, fixture.snapshot("#latent-map")));
    }

    @Test
    void saysHowMuchOfTheNeighbourhoodsTheMapKeeps() {
        assertThat(quality()).as("of codes on one spot there is nothing to say").isEmpty();
        onFx(() -> fixture.window.model().select(0));
        until(
                "the two units are the space itself",
                () -> quality().matches("map 10-NN \\d+ % · trust 1\\.00 · kept 100 %"));
        choose("#latent-source", 1);
        until(
                "of the pixels it keeps less",
                () -> quality().matches("map 10-NN \\d+ % · trust 0\\.\\d\\d · kept \\d %|map 10-NN.*kept [1-5]\\d %"));
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        until("Japanese", () -> quality().contains("信頼性"));
    }

    private String quality() {
        return fixture.find("#map-quality").getAccessibleText();
    }

    @Test
    void leadsFromAPointToItsImageAndNeighbours() {
        WritableImage before = fixture.picture("#latent-map");
        onFx(() -> fixture.find("#latent-map").requestFocus());
        robot.strike(KeyCode.RIGHT);
        until(
                "a card",
                () -> robot.lookup("#card-title").tryQuery().isPresent()
                        && fixture.find("#card-title").getParent().isVisible());
        String title = fixture.<Label>find("#card-title").getText();
        robot.strike(KeyCode.ENTER);
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(
                "the image of the card",
                () -> title.endsWith("test image "
                        + fixture.<Spinner<Integer>>find("#decode-image").getValue()));
        robot.moveTo("#latent-map");
        robot.moveTo("#loss-chart");
        until(
                "its card stays",
                () -> fixture.find("#card-title").getParent().isVisible()
                        && fixture.<Label>find("#card-title").getText().equals(title));
        onFx(() -> fixture.find("#latent-map").requestFocus());
        robot.strike(KeyCode.ESCAPE);
        until("no card", () -> !fixture.find("#card-title").getParent().isVisible());
        until("marked", () -> !WindowFixture.samePixels(before, fixture.snapshot("#latent-map")));
    }

    @Test
    void decodesAnyPlaceAtTheEpochSelected() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.moveTo("#latent-map").moveBy(-90, -60);
        robot.press(MouseButton.PRIMARY);
        robot.moveBy(-20, -10);
        robot.release(MouseButton.PRIMARY);
        until("decoded on the map and in the panel", () -> {
            ImageView here = fixture.find("#map-here");
            return here.isVisible() && decodes(here, EPOCHS) && decodes(fixture.find("#decoded"), EPOCHS);
        });
        assertThat(fixture.find("#card-title").getParent().isVisible())
                .as("no card over it")
                .isFalse();
        onFx(() -> fixture.window.model().select(0));
        until("decoded as before training", () -> decodes(fixture.find("#map-here"), 0));
    }

    private boolean decodes(ImageView view, int epoch) {
        Image shown = view.getImage();
        float[] code = {
            (float) fixture.<Slider>find("#unit-1").getValue(),
            (float) fixture.<Slider>find("#unit-2").getValue()
        };
        Run run = fixture.run();
        byte[] expected = run.decode(epoch, code);
        for (int i = 0; shown != null && i < expected.length; i++) {
            if ((shown.getPixelReader().getArgb(i % 28, Math.floorDiv(i, 28)) & 0xFF) != (expected[i] & 0xFF)) {
                return false;
            }
        }
        return shown != null;
    }

    @Test
    void showsWhereADrawingLies() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.moveTo("#draw-pad");
        WritableImage plain = fixture.picture("#latent-map");
        robot.moveTo("#draw-pad").moveBy(-15, -30);
        robot.press(MouseButton.PRIMARY);
        robot.moveBy(20, 50);
        robot.release(MouseButton.PRIMARY);
        until("a star", () -> !WindowFixture.samePixels(plain, fixture.snapshot("#latent-map")));
        robot.clickOn("#draw-clear");
        until("none", () -> WindowFixture.samePixels(plain, fixture.snapshot("#latent-map")));
    }

    @Test
    void laysASheetOfDecodingsBehindThePoints() {
        WritableImage plain = fixture.picture("#latent-map");
        robot.clickOn("#latent-sheet");
        until("a sheet", () -> !WindowFixture.samePixels(plain, fixture.snapshot("#latent-map")));
        WritableImage trained = fixture.picture("#latent-map");
        robot.strike(KeyCode.HOME);
        until("another", () -> !WindowFixture.samePixels(trained, fixture.snapshot("#latent-map")));
        robot.strike(KeyCode.END);
        until("as it was", () -> WindowFixture.samePixels(trained, fixture.snapshot("#latent-map")));
        robot.clickOn("#latent-sheet");
        until("none", () -> WindowFixture.samePixels(plain, fixture.snapshot("#latent-map")));
    }
}
