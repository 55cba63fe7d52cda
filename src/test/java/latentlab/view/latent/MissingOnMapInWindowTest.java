package latentlab.view.latent;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import latentlab.app.WindowFixture;
import latentlab.data.ImageSet;
import latentlab.session.Selection.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images that are selected are seen on the map, or it says that they are not. */
class MissingOnMapInWindowTest {
    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 900);

    @BeforeEach
    void train() {
        fixture.train(1, config -> config.withLatent(4));
        fixture.untilMapped("#latent-map", 1);
    }

    private String missing() {
        return fixture.<Label>find("#map-missing").getText();
    }

    private void select(int... images) {
        onFx(() -> fixture.window.selection().select(Mode.REPLACE, images));
    }

    @Test
    void saysHowManyAreNotAmongThoseThatATsneLaysOut() {
        int[] ten = IntStream.range(0, 10).toArray();
        select(ten);
        assertThat(missing()).as("all are on the map").isEmpty();
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().select(2));
        onFx(() -> fixture.<ComboBox<?>>find("#tsne-count").getSelectionModel().select(0));
        int all = fixture.run().dataset().test().count();
        int[] laidOut = ImageSet.spread(all, 500);
        long absent = IntStream.of(ten)
                .filter(image -> IntStream.of(laidOut).noneMatch(each -> each == image))
                .count();
        assertThat(absent).isPositive();
        until(
                "said",
                () -> missing()
                        .startsWith(
                                absent + " of 10 selected images are not on this map, which lays out 500 of 2,000"));
        assertThat(fixture.find("#latent-map").getAccessibleText()).contains(missing());
        onFx(() -> fixture.window.selection().clear());
        until("nothing is missing", () -> missing().isEmpty());
    }

    @Test
    void saysHowManyAreOfAClassThatIsHidden() {
        ImageSet test = fixture.run().dataset().test();
        int[] ones = IntStream.range(0, test.count())
                .filter(image -> test.label(image) == 1)
                .limit(3)
                .toArray();
        select(IntStream.concat(
                        IntStream.of(ones),
                        IntStream.range(0, test.count())
                                .filter(image -> test.label(image) == 2)
                                .limit(1))
                .toArray());
        ToggleButton chip = fixture.find("#class-1");
        onFx(chip::fire);
        until("said", () -> missing().equals("3 of 4 selected images are not shown, since their class is hidden"));
    }

    @Test
    void fewThatAreIsolatedAreSeenAsImagesAtOnce() {
        // Before training, when the codes are apart.
        onFx(() -> fixture.window.model().select(0));
        fixture.untilMapped("#latent-map", 0);
        int count = fixture.run().dataset().test().count();
        Point2D[] places = new Point2D[count];
        onFx(() -> Arrays.setAll(places, image -> MapProbe.place(fixture.find("#latent-map"), image)));
        Comparator<Integer> across = Comparator.comparingDouble(image -> places[image].getX());
        Comparator<Integer> down = Comparator.comparingDouble(image -> places[image].getY());
        List<Integer> all = IntStream.range(0, count).boxed().toList();
        int[] four = {
            Collections.min(all, across),
            Collections.max(all, across),
            Collections.min(all, down),
            Collections.max(all, down)
        };
        select(four);
        onFx(() -> fixture.window.selection().isolate(true));
        // What is said above the map may come a pulse later, and move it.
        until("each has an image's frame around it", () -> {
            WritableImage picture = fixture.snapshot("#latent-map");
            return IntStream.of(four)
                    .allMatch(image -> framed(picture, MapProbe.place(fixture.find("#latent-map"), image)) > 0.9);
        });
    }

    /** @return the greatest share of a square around a place, as large as an image, that is not the map's ground */
    private static double framed(WritableImage picture, Point2D place) {
        int half = WindowFixture.DIGITS.test().width() / 2;
        return IntStream.rangeClosed(half, half + 3)
                .mapToDouble(reach ->
                        painted(picture, (int) Math.round(place.getX()), (int) Math.round(place.getY()), reach))
                .max()
                .orElseThrow();
    }

    private static double painted(WritableImage picture, int x, int y, int reach) {
        PixelReader pixels = picture.getPixelReader();
        int ground = pixels.getArgb(2, (int) picture.getHeight() - 3);
        return IntStream.range(-reach, reach)
                .boxed()
                .flatMap(at -> Stream.of(
                        pixels.getArgb(x + at, y - reach),
                        pixels.getArgb(x + at, y + reach - 1),
                        pixels.getArgb(x - reach, y + at),
                        pixels.getArgb(x + reach - 1, y + at)))
                .mapToInt(colour -> colour == ground ? 0 : 1)
                .average()
                .orElseThrow();
    }
}
