package latentlab.view.decode;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Latent space can be touched, at any epoch of a run that was really trained. */
class ExploreInWindowTest {
    private static final int EPOCHS = 3;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, config -> config.withLatent(3));
    }

    private void type(String field, String text) {
        robot.clickOn(field + " .text-field");
        onFx(() -> fixture.<TextField>find(field + " .text-field").selectAll());
        robot.write(text);
        robot.strike(KeyCode.ENTER);
    }

    private boolean decodes(int epoch, float... code) {
        Image shown = fixture.<ImageView>find("#decoded").getImage();
        byte[] expected = fixture.run().decode(epoch, code);
        for (int i = 0; shown != null && i < expected.length; i++) {
            if ((shown.getPixelReader().getArgb(i % 28, Math.floorDiv(i, 28)) & 0xFF) != (expected[i] & 0xFF)) {
                return false;
            }
        }
        return shown != null;
    }

    @Test
    void decodesWhereverTheUnitsAreMovedToAtTheEpochSelected() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT2);
        type("#decode-image", "7");
        float[] code = fixture.run().latent(EPOCHS, 7);
        until("the code of the image, decoded", () -> decodes(EPOCHS, code));
        assertThat(fixture.<Slider>find("#unit-3").getValue()).isEqualTo(code[2]);

        // From the image's field past reset, random, the buttons in the corner and the first unit.
        for (int tabs = 0; tabs < 6; tabs++) {
            robot.strike(KeyCode.TAB);
        }
        onFx(() -> assertThat(fixture.find("#unit-2").isFocusVisible()).isTrue());
        robot.strike(KeyCode.RIGHT);
        robot.strike(KeyCode.RIGHT);
        AtomicReference<float[]> moved = new AtomicReference<>();
        until("the place moved to", () -> {
            moved.set(new float[] {
                code[0], (float) fixture.<Slider>find("#unit-2").getValue(), code[2]
            });
            return moved.get()[1] != code[1] && decodes(EPOCHS, moved.get());
        });

        robot.clickOn("#timeline-track");
        robot.strike(KeyCode.HOME);
        until("the same place as it was decoded before training", () -> decodes(0, moved.get()));

        robot.clickOn("#decode-reset");
        until(
                "the image's own place at that epoch",
                () -> decodes(0, fixture.run().latent(0, 7)));

        robot.clickOn("#decode-random");
        until("somewhere else", () -> !decodes(0, fixture.run().latent(0, 7)));
        for (int unit = 1; unit <= 3; unit++) {
            Slider slider = fixture.find("#unit-" + unit);
            assertThat(slider.getValue()).isBetween(slider.getMin(), slider.getMax());
        }
    }

    @Test
    void leadsFromOneImageToAnother() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT3);
        type("#interpolate-from", "3");
        int before = target();
        type("#interpolate-to", "1999999");
        assertThat(target()).as("there is no such image").isEqualTo(before);
        type("#interpolate-to", "1999");
        until("the last image there is", () -> target() == 1999);
        WritableImage there = fixture.picture("#interpolation");
        robot.clickOn("#interpolate-swap");
        until(
                "the other way round",
                () -> target() == 3 && !WindowFixture.samePixels(there, fixture.snapshot("#interpolation")));
        robot.clickOn("#interpolate-swap");
        until("as before", () -> WindowFixture.samePixels(there, fixture.snapshot("#interpolation")));
        onFx(() -> fixture.window.model().select(0));
        until("untrained", () -> !WindowFixture.samePixels(there, fixture.snapshot("#interpolation")));
        type("#interpolate-to", "nine");
        assertThat(target()).as("what is no number is taken back").isEqualTo(1999);
    }

    private int target() {
        return fixture.<Spinner<Integer>>find("#interpolate-to").getValue();
    }
}
