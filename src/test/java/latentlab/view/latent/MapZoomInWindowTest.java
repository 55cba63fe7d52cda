package latentlab.view.latent;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.ImageSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People go near to some of the points, and find there what was there from afar. */
class MapZoomInWindowTest {
    private static final int EPOCHS = 2;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 900);
    /** A test image not too near the edges. */
    private int image;

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, config -> config);
        fixture.untilMapped("#latent-map", EPOCHS);
        onFx(() -> image = nearestToTheMiddle());
    }

    private int nearestToTheMiddle() {
        Point2D middle = new Point2D(
                map().getLayoutBounds().getCenterX(), map().getLayoutBounds().getCenterY());
        return IntStream.range(
                        0, fixture.window.model().datasetProperty().get().test().count() - 1)
                .boxed()
                .min(Comparator.comparingDouble(
                        each -> MapProbe.place(map(), each).distance(middle)))
                .orElseThrow();
    }

    private Node map() {
        return fixture.find("#latent-map");
    }

    private Point2D place(int of) {
        AtomicReference<Point2D> place = new AtomicReference<>();
        onFx(() -> place.set(MapProbe.place(map(), of)));
        return place.get();
    }

    private Point2D onScreen(Point2D place) {
        AtomicReference<Point2D> screen = new AtomicReference<>();
        onFx(() -> screen.set(map().localToScreen(place)));
        return screen.get();
    }

    private double factor() {
        AtomicReference<Double> factor = new AtomicReference<>();
        onFx(() -> factor.set(MapProbe.factor(map())));
        return factor.get();
    }

    private void untilFactor(double factor) {
        until(factor + " times larger", () -> Math.abs(MapProbe.factor(map()) - factor) < 1e-9);
    }

    private void zoomOnImage() {
        robot.moveTo(onScreen(place(image)));
        robot.scroll(40, VerticalDirection.UP);
        untilFactor(64);
    }

    @Test
    void noButtonCoversAPointThatIsSeen() {
        assertPointsAreClear();
        zoomOnImage();
        assertThat(fixture.find(".map-whole").isVisible()).isTrue();
        assertPointsAreClear();
    }

    private void assertPointsAreClear() {
        onFx(() -> {
            LatentMap map = fixture.find("#latent-map");
            map.layout();
            for (String buttons : new String[] {".map-tools", ".map-whole"}) {
                Node each = map.lookup(buttons);
                if (each.isVisible()) {
                    assertThat(each.getBoundsInParent().getMaxY())
                            .as("%s ends above what is seen of the points", buttons)
                            .isLessThanOrEqualTo(map.places().sight().minY());
                }
            }
        });
    }

    @Test
    void theWheelZoomsAboutThePointer() {
        Point2D before = place(image);
        Point2D other = place(image + 1);
        robot.moveTo(onScreen(before));
        robot.scroll(2, VerticalDirection.UP);
        untilFactor(1.25 * 1.25);
        assertThat(place(image).distance(before)).as("stays under the pointer").isLessThan(1);
        assertThat(place(image + 1).distance(place(image)) / other.distance(before))
                .isBetween(1.55, 1.58);
        robot.scroll(3, VerticalDirection.DOWN);
        untilFactor(1);
        assertThat(place(image + 1)).isEqualTo(other);
    }

    @Test
    void aClickChoosesTheImageThatIsThereNow() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT2);
        zoomOnImage();
        robot.clickOn(onScreen(place(image)).add(9, -9), MouseButton.PRIMARY);
        until(
                "the image's card",
                () -> fixture.<Label>find("#card-title").getText().endsWith("test image " + image));
        until("chosen", () -> fixture.<Spinner<Integer>>find("#decode-image").getValue() == image);
    }

    @Test
    void imagesThatHaveRoomAreSeenThemselves() {
        onFx(() -> assertThat(paintedShare()).as("a dot is no image").isLessThan(0.9));
        zoomOnImage();
        robot.moveTo("#loss-chart");
        until("painted", () -> paintedShare() == 1);
        robot.strike(KeyCode.CONTROL, KeyCode.T);
        until("dark", () -> colour(".role-background").getBrightness() < 0.5);
        until("painted in dark too", () -> paintedShare() == 1);
    }

    private double paintedShare() {
        return Math.max(paintedShare(1), paintedShare(2));
    }

    /**
     * @return share of the image's pixels that are seen about its place, so many times as large: ink 0 as the ground,
     *     255 as text
     */
    private double paintedShare(int times) {
        PixelReader seen = fixture.snapshot("#latent-map").getPixelReader();
        ImageSet test = fixture.window.model().datasetProperty().get().test();
        Point2D place = MapProbe.place(map(), image);
        int left = (int) Math.round(place.getX() - times * test.width() / 2.0);
        int top = (int) Math.round(place.getY() - times * test.height() / 2.0);
        Color ground = colour(".role-background");
        Color writing = colour(".role-text");
        int same = 0;
        for (int i = 0; i < test.size(); i++) {
            Color expected = ground.interpolate(writing, test.ink(image, i));
            Color is = seen.getColor(left + times * (i % test.width()), top + times * Math.floorDiv(i, test.width()));
            boolean alike = Math.abs(is.getRed() - expected.getRed()) < 0.01
                    && Math.abs(is.getGreen() - expected.getGreen()) < 0.01
                    && Math.abs(is.getBlue() - expected.getBlue()) < 0.01;
            same += alike ? 1 : 0;
        }
        return (double) same / test.size();
    }

    private Color colour(String role) {
        return (Color) fixture.<Rectangle>find(role).getFill();
    }

    @Test
    void keysZoomPushAndShowAllAgain() {
        onFx(() -> map().requestFocus());
        Point2D before = place(image);
        type("+");
        untilFactor(1.5);
        type("=");
        untilFactor(2.25);
        Point2D zoomed = place(image);
        robot.strike(KeyCode.SHIFT, KeyCode.RIGHT);
        until("all goes left", () -> MapProbe.place(map(), image).getX() < zoomed.getX() - 20);
        robot.strike(KeyCode.SHIFT, KeyCode.LEFT);
        robot.strike(KeyCode.SHIFT, KeyCode.DOWN);
        until("all goes up", () -> MapProbe.place(map(), image).getY() < zoomed.getY() - 20);
        type("-");
        untilFactor(1.5);
        type("0");
        untilFactor(1);
        assertThat(place(image)).isEqualTo(before);
    }

    private void type(String key) {
        onFx(() -> Event.fireEvent(
                map(), new KeyEvent(KeyEvent.KEY_TYPED, key, key, KeyCode.UNDEFINED, false, false, false, false)));
    }

    @Test
    void aDragWithTheRightButtonPushesAndDecodesNothing() {
        zoomOnImage();
        Point2D before = place(image);
        robot.press(MouseButton.SECONDARY);
        robot.moveBy(15, 10);
        robot.moveBy(15, 10);
        robot.release(MouseButton.SECONDARY);
        until("pushed", () -> MapProbe.place(map(), image).distance(before.add(30, 20)) < 2);
        onFx(() -> assertThat(fixture.find("#map-here").isVisible()).isFalse());
    }

    @Test
    void aButtonAndADoubleClickShowAllOfTheMapAgain() {
        onFx(() -> assertThat(fixture.find(".map-whole").isVisible()).isFalse());
        zoomOnImage();
        onFx(() -> assertThat(fixture.<Button>find(".map-whole").getText()).isEqualTo("64×"));
        robot.clickOn(".map-whole");
        untilFactor(1);
        onFx(() -> assertThat(fixture.find(".map-whole").isVisible()).isFalse());

        robot.moveTo(onScreen(new Point2D(12, 150)));
        robot.scroll(1, VerticalDirection.UP);
        untilFactor(1.25);
        robot.doubleClickOn(onScreen(new Point2D(12, 150)));
        untilFactor(1);
    }

    @Test
    void scrubbingLooksAtTheSamePartAndAnotherMapAtAll() {
        zoomOnImage();
        onFx(() -> fixture.window.model().select(0));
        fixture.untilMapped("#latent-map", 0);
        assertThat(factor()).isEqualTo(64);
        onFx(() ->
                fixture.<ComboBox<?>>find("#latent-source").getSelectionModel().select(1));
        untilFactor(1);
    }
}
