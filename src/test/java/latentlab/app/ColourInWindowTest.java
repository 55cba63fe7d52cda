package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.model.Reconstructions;
import latentlab.preferences.GridLook;
import latentlab.view.latent.MapProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images of three channels are seen in their own colours wherever images are. */
class ColourInWindowTest {
    private static final int EPOCHS = 2;
    private static final Dataset COLOURS = MadeUpImages.inColour(300, 12, 10);
    private static final ImageShape SHAPE = COLOURS.shape();

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 900).loading((_, _) -> COLOURS);

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, config -> config.withLatent(3));
    }

    /** @return colours of images that follow one another, 0xRRGGBB */
    private static Set<Integer> colours(byte[] images) {
        Set<Integer> colours = new HashSet<>();
        for (int from = 0; from < images.length; from += SHAPE.size()) {
            for (int pixel = 0; pixel < SHAPE.pixels(); pixel++) {
                colours.add(SHAPE.rgb(images, from, pixel));
            }
        }
        return colours;
    }

    private Set<Integer> seen(String selector) {
        WritableImage picture = fixture.snapshot(selector);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getPixelReader().getArgb(x, y) & 0xFFFFFF);
            }
        }
        return colours;
    }

    private static boolean shows(Image picture, byte[] image) {
        return picture != null
                && picture.getWidth() == SHAPE.width()
                && IntStream.range(0, SHAPE.pixels())
                        .allMatch(pixel -> (picture.getPixelReader()
                                                .getArgb(pixel % SHAPE.width(), Math.floorDiv(pixel, SHAPE.width()))
                                        & 0xFFFFFF)
                                == SHAPE.rgb(image, 0, pixel));
    }

    @Test
    void inTheGridOverTheirReconstructions() {
        int[] samples = fixture.run().samples();
        Reconstructions made = fixture.run().reconstruct(EPOCHS, samples);
        until(
                "originals and reconstructions",
                () -> seen("#reconstruction-grid").containsAll(colours(made.pixels()))
                        && seen("#reconstruction-grid")
                                .containsAll(colours(COLOURS.test().pixelsOf(samples))));
    }

    @Test
    void decodedAndOnTheWayFromOneToAnother() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT2);
        float[] place = {0.2f, 0.9f, 0.4f};
        onFx(() -> fixture.window.exploration().goTo(place));
        byte[] decoded = fixture.run().decode(EPOCHS, place);
        until("decoded", () -> shows(fixture.<ImageView>find("#decoded").getImage(), decoded));

        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT3);
        until("two images and the way", () -> {
            Set<Integer> seen = seen("#interpolation");
            return IntStream.range(0, COLOURS.test().count())
                            .filter(image ->
                                    seen.containsAll(colours(COLOURS.test().pixelsOf(image))))
                            .count()
                    >= 2;
        });
    }

    @Test
    void onTheMapOnceThereIsRoom() {
        fixture.untilMapped("#latent-map", EPOCHS);
        Node map = fixture.find("#latent-map");
        Point2D middle = new Point2D(
                map.getLayoutBounds().getCenterX(), map.getLayoutBounds().getCenterY());
        int image = IntStream.range(0, COLOURS.test().count())
                .boxed()
                .min(Comparator.comparingDouble(
                        each -> MapProbe.place(map, each).distance(middle)))
                .orElseThrow();
        robot.moveTo(map.localToScreen(MapProbe.place(map, image)));
        robot.scroll(40, VerticalDirection.UP);
        robot.moveTo("#loss-chart");
        until("painted", () -> IntStream.rangeClosed(1, 6).anyMatch(times -> painted(map, image, times)));
    }

    /** Whether the middle of each of an image's pixels is seen about its place on the map, so many times as large. */
    private boolean painted(Node map, int image, int times) {
        PixelReader seen = fixture.snapshot("#latent-map").getPixelReader();
        ImageSet test = COLOURS.test();
        Point2D place = MapProbe.place(map, image);
        int left = (int) Math.round(place.getX() - times * test.width() / 2.0) + times / 2;
        int top = (int) Math.round(place.getY() - times * test.height() / 2.0) + times / 2;
        return IntStream.range(0, SHAPE.pixels())
                .allMatch(i ->
                        (seen.getArgb(left + times * (i % test.width()), top + times * Math.floorDiv(i, test.width()))
                                        & 0xFFFFFF)
                                == SHAPE.rgb(test.pixels(), image * test.size(), i));
    }

    @Test
    void theWeightsOfAllChannelsArePainted() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT5);
        until("told", () -> fixture.find("#filters").getAccessibleText() != null);
        assertThat(fixture.run().filters(EPOCHS).banks().getFirst().weights()).hasSize(3 * SHAPE.size());
        until("painted", () -> seen("#filters").size() > 100);
    }

    @Test
    void drawingIsForGreyImagesAndSaysSo() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(
                "the reason",
                () -> fixture.<Label>find("#draw-invitation").getText().startsWith("Drawings are grey"));
        assertThat(fixture.find("#draw-pad").isDisabled()).isTrue();
        assertThat(fixture.find("#draw-invitation").isVisible()).isTrue();
        robot.clickOn("#draw-invitation");
        robot.strike(KeyCode.CONTROL, KeyCode.L);
        until(
                "in Japanese too",
                () -> fixture.<Label>find("#draw-invitation").getText().contains("グレー画像"));
    }

    @Test
    void theyKeepTheirColoursInTheGridWhichSaysSo() {
        WritableImage before = fixture.picture("#reconstruction-grid");
        onFx(() -> fixture.window.preferences().gridLookProperty().set(GridLook.DEFAULT.withMapped(true)));
        robot.clickOn("#reconstruction-look");
        until(
                "the card",
                () -> robot.lookup("#reconstruction-mapped").tryQuery().isPresent());
        onFx(() -> {
            Node mapped = robot.lookup("#reconstruction-mapped").query();
            assertThat(mapped.isDisabled()).isTrue();
            Node row = mapped;
            while (!row.getStyleClass().contains("playback-row")) {
                row = row.getParent();
            }
            assertThat(row.getAccessibleText()).contains("keep their own colours");
        });
        robot.clickOn("#reconstruction-signed");
        until("a row more", () -> !WindowFixture.samePixels(before, fixture.snapshot("#reconstruction-grid")));
        byte[] originals = fixture.run().dataset().test().pixelsOf(fixture.run().samples());
        until("its own colours", () -> seen("#reconstruction-grid").containsAll(colours(originals)));
    }
}
