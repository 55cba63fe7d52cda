package latentlab.view.draw;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.model.Reconstructions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People draw, and see what the model of any epoch makes of it. */
class DrawInWindowTest {
    private static final int EPOCHS = 3;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, config -> config.withLatent(3));
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT4);
        until("the pad", () -> fixture.find("#draw-pad").isVisible());
    }

    /** A straight stroke on the pad, places from 0 to 1. */
    private void draw(double fromX, double fromY, double toX, double toY) {
        AtomicReference<Bounds> pad = new AtomicReference<>();
        onFx(() -> pad.set(fixture.find("#draw-pad")
                .localToScreen(fixture.find("#draw-pad").getLayoutBounds())));
        robot.drag(at(pad.get(), fromX, fromY), MouseButton.PRIMARY)
                .moveTo(at(pad.get(), (fromX + toX) / 2, (fromY + toY) / 2))
                .moveTo(at(pad.get(), toX, toY))
                .release(MouseButton.PRIMARY);
    }

    private static Point2D at(Bounds pad, double x, double y) {
        return new Point2D(
                Math.round(pad.getMinX() + x * pad.getWidth()), Math.round(pad.getMinY() + y * pad.getHeight()));
    }

    private Image picture(String id) {
        return fixture.<ImageView>find(id).getImage();
    }

    private static byte[] pixels(Image image) {
        byte[] pixels = new byte[28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) image.getPixelReader().getArgb(i % 28, Math.floorDiv(i, 28));
        }
        return pixels;
    }

    /** Whether reconstruction and error are those of the picture the model sees, at an epoch. */
    private boolean answersFor(int epoch) {
        if (!saysSomething()) {
            return false;
        }
        ImageSet seen = new ImageSet(1, ImageShape.grey(28, 28), pixels(picture("#draw-seen")), null);
        Reconstructions expected = fixture.run().reconstruct(epoch, seen);
        float[] code = fixture.run().latent(epoch, seen);
        return Arrays.equals(pixels(picture("#draw-reconstructed")), expected.pixels())
                && fixture.<Label>find("#draw-error").getText().equals("error %.4f".formatted(expected.errors()[0]))
                && fixture.find("#draw-code").getAccessibleText().contains("Unit 2: %.2f,".formatted(code[1]))
                && drawn() != null
                && Arrays.equals(drawn().pixels(), seen.pixels());
    }

    /** What other views are told. */
    private ImageSet drawn() {
        return fixture.window.exploration().drawnProperty().get();
    }

    private boolean saysSomething() {
        return fixture.find("#draw-answer").isVisible();
    }

    private byte[] seen() {
        AtomicReference<byte[]> seen = new AtomicReference<>();
        onFx(() -> seen.set(pixels(picture("#draw-seen"))));
        return seen.get();
    }

    @Test
    void theModelOfTheEpochSelectedAnswersWhileOneDraws() {
        assertThat(saysSomething()).isFalse();
        assertThat(fixture.find("#draw-invitation").isVisible()).isTrue();
        draw(0.3, 0.2, 0.7, 0.2);
        until("an answer", () -> answersFor(EPOCHS));
        assertThat(fixture.find("#draw-invitation").isVisible()).isFalse();
        byte[] before = seen();
        draw(0.7, 0.2, 0.4, 0.8);
        until("another", () -> !Arrays.equals(before, pixels(picture("#draw-seen"))) && answersFor(EPOCHS));
        byte[] seven = seen();

        robot.clickOn("#timeline-track");
        robot.strike(KeyCode.HOME);
        until("that of the untrained model", () -> answersFor(0));
        assertThat(seen()).as("the drawing stays").isEqualTo(seven);
    }

    @Test
    void itIsTheSameWhereverItIsDrawn() {
        draw(0.3, 0.25, 0.3, 0.75);
        until("an answer", () -> answersFor(EPOCHS));
        byte[] left = seen();
        WritableImage pad = fixture.picture("#draw-pad");
        robot.clickOn("#draw-clear");
        until("nothing", () -> !saysSomething());
        draw(0.75, 0.125, 0.75, 0.625);
        until("an answer", () -> answersFor(EPOCHS));
        assertThat(WindowFixture.samePixels(pad, fixture.picture("#draw-pad"))).isFalse();
        assertThat(seen()).isEqualTo(left);
        int ink = 0;
        for (byte pixel : left) {
            ink += pixel == 0 ? 0 : 1;
        }
        assertThat(ink).isBetween(40, 140);
    }

    @Test
    void strokesAreTakenBackAndThePadIsCleared() {
        WritableImage blank = fixture.picture("#draw-pad");
        draw(0.3, 0.2, 0.7, 0.2);
        until("an answer", () -> answersFor(EPOCHS));
        byte[] one = seen();
        draw(0.7, 0.2, 0.4, 0.8);
        until("another", () -> !Arrays.equals(one, pixels(picture("#draw-seen"))));
        robot.strike(KeyCode.CONTROL, KeyCode.Z);
        until("the first stroke alone", () -> Arrays.equals(one, pixels(picture("#draw-seen"))));
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT1);
        until("nobody looks", () -> drawn() == null);
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT4);
        until("the first stroke is still there", () -> answersFor(EPOCHS));
        robot.clickOn("#draw-pad");
        robot.strike(KeyCode.DELETE);
        until("nothing", () -> !saysSomething() && drawn() == null);
        assertThat(fixture.find("#draw-invitation").isVisible()).isTrue();
        assertThat(fixture.find("#draw-undo").isDisabled()).isTrue();
        onFx(() -> fixture.find("#timeline-track").requestFocus());
        assertThat(WindowFixture.samePixels(blank, fixture.picture("#draw-pad")))
                .isTrue();
    }

    @Test
    void oneDrawsByKeyboardWithoutMovingTheTimeline() {
        robot.clickOn("#show-draw");
        // A few buttons on, whichever they are.
        for (int tabs = 0; tabs < 9 && !fixture.find("#draw-pad").isFocused(); tabs++) {
            robot.strike(KeyCode.TAB);
        }
        until("focused", () -> fixture.find("#draw-pad").isFocusVisible());
        robot.strike(KeyCode.LEFT);
        robot.strike(KeyCode.LEFT);
        assertThat(saysSomething()).as("the pen is up").isFalse();
        robot.press(KeyCode.SPACE);
        for (int i = 0; i < 10; i++) {
            robot.strike(KeyCode.DOWN);
        }
        robot.release(KeyCode.SPACE);
        until("a bar", () -> answersFor(EPOCHS));
        byte[] bar = seen();
        robot.strike(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT);
        for (int i = 0; i < 6; i++) {
            robot.strike(KeyCode.RIGHT);
        }
        robot.release(KeyCode.SHIFT);
        until("a second stroke", () -> !Arrays.equals(bar, pixels(picture("#draw-seen"))));
        assertThat(fixture.window.model().selectedEpochProperty().get()).isEqualTo(EPOCHS);
        robot.strike(KeyCode.CONTROL, KeyCode.Z);
        until("the bar alone", () -> Arrays.equals(bar, pixels(picture("#draw-seen"))));
    }
}
