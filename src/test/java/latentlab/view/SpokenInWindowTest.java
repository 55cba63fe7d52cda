package latentlab.view;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is painted is told to those who cannot see it, and told anew when it changes: not only what it is for. */
class SpokenInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(60, 6, 8));

    @BeforeEach
    void train() {
        fixture.train(1, config -> config.withLatent(3));
    }

    private String told(String selector) {
        return fixture.find(selector).getAccessibleText();
    }

    @Test
    void theWayFromOneImageToAnother() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT3);
        onFx(() -> fixture.<Spinner<Integer>>find("#interpolate-from")
                .getValueFactory()
                .setValue(3));
        onFx(() -> fixture.<Spinner<Integer>>find("#interpolate-to")
                .getValueFactory()
                .setValue(7));
        until("told", () -> told("#interpolation").startsWith("9 images from test image 3 to 7"));
        assertThat(fixture.find("#interpolation").getAccessibleHelp()).startsWith("The way from one image to another");
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        until("in Japanese", () -> told("#interpolation").startsWith("テスト画像 3 から 7 まで"));
    }

    @Test
    void whatIsOnThePad() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT4);
        Node pad = fixture.find("#draw-pad");
        until("the pad", () -> "Pad, nothing drawn".equals(told("#draw-pad")));
        assertThat(pad.getAccessibleHelp()).contains("arrow keys move the pen");
        onFx(pad::requestFocus);
        robot.strike(KeyCode.SHIFT, KeyCode.RIGHT);
        until("one", () -> told("#draw-pad").equals("Pad with one line"));
        robot.strike(KeyCode.SHIFT, KeyCode.DOWN);
        until("two", () -> told("#draw-pad").equals("Pad with 2 lines"));
    }

    @Test
    void whichFiltersThereAre() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(
                "told",
                () -> told("#filters")
                        .matches("encoder 48 → 3 {2}· {2}decoder 3 → 48, 3 units, \\d dead, \\d saturated"));
        assertThat(fixture.find("#filters").getAccessibleHelp()).startsWith("The weights into and out of each unit");
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        until("in Japanese", () -> told("#filters").contains("3 ユニット"));
    }

    @Test
    void howGoodTheMapIsAndWhatItsColoursStandFor() {
        fixture.untilMapped("#latent-map", 1);
        Node quality = fixture.find("#map-quality");
        until(
                "measured",
                () -> !quality.getAccessibleText().isEmpty()
                        && told("#latent-map").endsWith(quality.getAccessibleText()));
        assertThat(told("#latent-map")).doesNotContain("Coloured");
        onFx(() ->
                fixture.<ComboBox<?>>find("#map-colouring").getSelectionModel().select(1));
        until("by error", () -> told("#latent-map").contains("Coloured by error: 0."));
        onFx(() ->
                fixture.<ComboBox<?>>find("#map-colouring").getSelectionModel().select(3));
        until("by unit", () -> told("#latent-map").contains("Coloured by unit 2: "));
    }
}
