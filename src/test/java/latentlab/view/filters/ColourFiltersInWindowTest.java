package latentlab.view.filters;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ComboBox;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The weights of colour images: all channels in one image, or one of them. */
class ColourFiltersInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.inColour(200, 8, 8));

    private ComboBox<Integer> channel() {
        return fixture.find("#filters-channel");
    }

    @Test
    void areSeenTogetherOrByChannel() {
        fixture.train(2, config -> config.withLatent(6));
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT5);
        until("a choice", () -> channel().isVisible());
        assertThat(fixture.find("#weight-legend").isVisible()).isFalse();
        WritableImage together = fixture.picture("#filters");
        onFx(() -> channel().getSelectionModel().select(1));
        until("red alone", () -> fixture.find("#weight-legend").isVisible());
        WritableImage red = fixture.picture("#filters");
        assertThat(WindowFixture.samePixels(together, red)).isFalse();
        onFx(() -> channel().getSelectionModel().select(3));
        until("blue alone", () -> !WindowFixture.samePixels(red, fixture.snapshot("#filters")));
        onFx(() -> channel().getSelectionModel().select(0));
        until("together again", () -> WindowFixture.samePixels(together, fixture.snapshot("#filters")));
    }
}
