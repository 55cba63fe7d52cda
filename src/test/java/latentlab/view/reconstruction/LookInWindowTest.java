package latentlab.view.reconstruction;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.preferences.GridLook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the grid shows images, chosen in its card, and remembered. */
class LookInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 720);

    private void untilPaintedOtherwise(WritableImage before) {
        until("painted", () -> !WindowFixture.samePixels(before, fixture.snapshot("#reconstruction-grid")));
    }

    @Test
    void signedErrorsSmoothPixelsAndColoursAreChosen() {
        fixture.train(2, settings -> settings);
        ImageGrid grid = fixture.find("#reconstruction-grid");
        until(
                "shown",
                () -> fixture.<Label>find("#reconstruction-caption").getText().startsWith("epoch 2 "));
        robot.clickOn("#reconstruction-look");
        robot.clickOn("#reconstruction-signed");
        until("a row of errors", () -> grid.shown().rowCount() == 3);
        byte[] levels = grid.shown().signed().levels();
        assertThat(levels).contains((byte) 127);
        WritableImage sharp = fixture.picture("#reconstruction-grid");
        robot.clickOn("#reconstruction-smooth");
        until("smooth", () -> grid.shown().originals().shape().width() > 28);
        untilPaintedOtherwise(sharp);
        WritableImage grey = fixture.picture("#reconstruction-grid");
        robot.clickOn("#reconstruction-mapped");
        until("in colours", () -> !grid.shown().originals().shape().grey());
        untilPaintedOtherwise(grey);
        // A second click on what is chosen leaves it chosen.
        robot.clickOn("#reconstruction-mapped");
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> robot.lookup("#reconstruction-signed").tryQuery().isEmpty());
        onFx(() -> assertThat(fixture.window.preferences().gridLookProperty().get())
                .isEqualTo(new GridLook(true, true, true, false)));
    }
}
