package latentlab.view.latent;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.run.Run;
import latentlab.session.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person draws round points of the map of a trained run, and sees those and no others. */
class SelectionOnMapInWindowTest {
    private static final int EPOCHS = 2;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);
    /** Along the map's axes, shape [test images]. */
    private double[] x;

    private double[] y;

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, config -> config);
        fixture.untilMapped("#latent-map", EPOCHS);
        Run run = fixture.run();
        var plane = run.principalPlane(EPOCHS, () -> true);
        x = along(plane.along(0, run.latent(EPOCHS)));
        y = along(plane.along(1, run.latent(EPOCHS)));
    }

    private static double[] along(float... places) {
        return IntStream.range(0, places.length).mapToDouble(i -> places[i]).toArray();
    }

    private Selection selection() {
        return fixture.window.selection();
    }

    private BitSet selected() {
        return (BitSet) selection().imagesProperty().get().members().clone();
    }

    /** @return a place on the screen, from 0, 0 at the map's upper left corner to 1, 1 at its lower right one */
    private Point2D place(double right, double down) {
        Node map = fixture.find("#latent-map");
        Bounds bounds = map.localToScreen(map.getLayoutBounds());
        return new Point2D(bounds.getMinX() + right * bounds.getWidth(), bounds.getMinY() + down * bounds.getHeight());
    }

    /** Drags from corner to corner. @param corners right and down of each, as {@link #place} has them */
    private void draw(double... corners) {
        robot.moveTo(place(corners[0], corners[1]));
        robot.press(MouseButton.PRIMARY);
        for (int corner = 2; corner < corners.length; corner += 2) {
            robot.moveTo(place(corners[corner], corners[corner + 1]));
        }
        robot.release(MouseButton.PRIMARY);
    }

    /**
     * As {@link #draw}, to the fraction of a pixel, and with a key held: the robot of a screen that is none does not
     * tell the mouse of keys.
     *
     * @param key or null for none
     */
    private void drawHolding(KeyCode key, double... corners) {
        onFx(() -> {
            fire(MouseEvent.MOUSE_PRESSED, key, corners[0], corners[1]);
            for (int corner = 2; corner < corners.length; corner += 2) {
                fire(MouseEvent.MOUSE_DRAGGED, key, corners[corner], corners[corner + 1]);
            }
            fire(MouseEvent.MOUSE_RELEASED, key, corners[corners.length - 2], corners[corners.length - 1]);
        });
    }

    private void fire(EventType<MouseEvent> type, KeyCode held, double right, double down) {
        Node map = fixture.find("#latent-map");
        Point2D screen = place(right, down);
        Point2D scene = map.localToScene(map.screenToLocal(screen));
        boolean shift = held == KeyCode.SHIFT;
        map.fireEvent(new MouseEvent(
                type,
                scene.getX(),
                scene.getY(),
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                shift,
                held == KeyCode.CONTROL,
                false,
                false,
                type != MouseEvent.MOUSE_RELEASED,
                false,
                false,
                true,
                false,
                false,
                new PickResult(map, scene.getX(), scene.getY())));
    }

    private void untilSelected(String what, BooleanSupplier holds) {
        until(what, () -> !selected().isEmpty() && holds.getAsBoolean());
    }

    private static double most(double[] values, IntStream images) {
        return images.mapToDouble(image -> values[image]).max().orElseThrow();
    }

    private static double least(double[] values, IntStream images) {
        return images.mapToDouble(image -> values[image]).min().orElseThrow();
    }

    private IntStream others(BitSet some) {
        return IntStream.range(0, x.length).filter(image -> !some.get(image));
    }

    @Test
    void selectsWithShiftWhatLiesInABoxAndNothingElse() {
        drawHolding(KeyCode.SHIFT, 0.01, 0.01, 0.5, 0.99);
        untilSelected("the left half", () -> selected().cardinality() < x.length);
        BitSet left = selected();
        assertThat(most(x, left.stream())).isLessThan(least(x, others(left)));

        drawHolding(KeyCode.SHIFT, 0.99, 0.5, 0.01, 0.01);
        untilSelected("the upper half", () -> !selected().equals(left));
        BitSet upper = selected();
        assertThat(least(y, upper.stream())).isGreaterThan(most(y, others(upper)));

        drawHolding(KeyCode.SHIFT, 0.01, 0.01, 0.5, 0.5);
        BitSet both = (BitSet) left.clone();
        both.and(upper);
        until("the upper left quarter", () -> selected().equals(both));
    }

    @Test
    void selectsWithinALineDrawnByHandAndAddsAndTakesOut() {
        robot.clickOn("#latent-map-box");
        drawHolding(null, 0.1, 0.1, 0.9, 0.9);
        untilSelected("a box", () -> true);
        BitSet box = selected();
        robot.clickOn("#latent-map-lasso");
        drawHolding(null, 0.1, 0.1, 0.9, 0.9, 0.1, 0.9);
        untilSelected("a triangle", () -> !selected().equals(box));
        BitSet below = selected();
        drawHolding(KeyCode.SHIFT, 0.1, 0.1, 0.9, 0.1, 0.9, 0.9);
        until("both triangles", () -> selected().equals(box));
        drawHolding(KeyCode.CONTROL, 0.1, 0.1, 0.9, 0.1, 0.9, 0.9);
        until("the first again", () -> selected().equals(below));
        BitSet above = (BitSet) box.clone();
        above.andNot(below);
        assertThat(above.isEmpty()).isFalse();
        // On the diagonal of the map, down to the right: the lower ones have the lesser sum of both, each in its own
        // unit.
        // Across the diagonal of the map: both axes have one scale.
        Bounds map = fixture.find("#latent-map").getLayoutBounds();
        double[] across = IntStream.range(0, x.length)
                .mapToDouble(i -> y[i] * map.getWidth() + x[i] * map.getHeight())
                .toArray();
        assertThat(most(across, below.stream())).isLessThan(least(across, above.stream()));
        draw(0.1, 0.1, 0.9, 0.9, 0.1, 0.9);
        until(
                "by hand, to the pixel",
                () -> !selected().isEmpty() && !selected().equals(box));
        BitSet drawn = selected();
        onFx(fixture.<ToggleButton>find("#latent-map-lasso")::fire);
        draw(0.3, 0.3, 0.6, 0.6);
        assertThat(selected()).as("without a tool a drag decodes").isEqualTo(drawn);
    }

    @Test
    void emphasisesTheSelectedAndIsolatesThem() {
        robot.moveTo("#train");
        WritableImage plain = fixture.picture("#latent-map");
        drawHolding(KeyCode.SHIFT, 0.01, 0.01, 0.5, 0.99);
        untilSelected("some", () -> true);
        BitSet left = selected();
        robot.moveTo("#train");
        WritableImage faded = fixture.picture("#latent-map");
        assertThat(WindowFixture.samePixels(plain, faded)).isFalse();
        assertThat(inked(faded, 0.55)).as("the others are still seen").isPositive();

        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT6);
        onFx(fixture.<ToggleButton>find("#selection-isolate")::fire);
        until("the others are hidden", () -> inked(fixture.snapshot("#latent-map"), 0.55) < inked(faded, 0.55));
        drawHolding(KeyCode.SHIFT, 0.01, 0.01, 0.99, 0.99);
        assertThat(selected()).as("what is hidden is not selected").isEqualTo(left);

        onFx(() -> fixture.find("#latent-map").requestFocus());
        robot.strike(KeyCode.ESCAPE);
        robot.strike(KeyCode.ESCAPE);
        until("none", () -> selected().isEmpty());
    }

    /** How many pixels right of a share of the width, between the labels' corners, are not the ground. */
    private static int inked(WritableImage map, double from) {
        int ground = map.getPixelReader().getArgb((int) (0.98 * map.getWidth()), (int) (0.5 * map.getHeight()));
        int inked = 0;
        for (int row = (int) (0.1 * map.getHeight()); row < 0.9 * map.getHeight(); row++) {
            for (int column = (int) (from * map.getWidth()); column < 0.98 * map.getWidth(); column++) {
                inked += map.getPixelReader().getArgb(column, row) == ground ? 0 : 1;
            }
        }
        return inked;
    }

    @Test
    void selectsByKeys() {
        onFx(() -> fixture.find("#latent-map").requestFocus());
        robot.strike(KeyCode.CONTROL, KeyCode.A);
        until("all", () -> selected().cardinality() == x.length);
        robot.strike(KeyCode.ESCAPE);
        until("none", () -> selected().isEmpty());
        robot.strike(KeyCode.RIGHT);
        robot.strike(KeyCode.S);
        until("one", () -> selected().cardinality() == 1);
        robot.strike(KeyCode.RIGHT);
        robot.strike(KeyCode.S);
        until("two", () -> selected().cardinality() == 2);
        int[] two = selected().stream().toArray();
        robot.strike(KeyCode.S);
        until("put back", () -> selected().cardinality() == 1);
        assertThat(two).contains(selected().nextSetBit(0));
        robot.clickOn("#class-" + label(two[0]));
        onFx(() -> fixture.find("#latent-map").requestFocus());
        robot.strike(KeyCode.CONTROL, KeyCode.A);
        until(
                "all that are seen",
                () -> selected().cardinality() < x.length && !selected().get(two[0]));
        assertThat(Arrays.stream(selected().stream().toArray()).noneMatch(image -> label(image) == label(two[0])))
                .isTrue();
    }

    private int label(int image) {
        return fixture.run().dataset().test().label(image);
    }
}
