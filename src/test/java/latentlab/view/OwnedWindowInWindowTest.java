package latentlab.view;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text size is changed in a window beside the main one, which grows as far as the screen has room. */
class OwnedWindowInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(60, 6, 8));

    private static <T> T get(Supplier<T> what) {
        AtomicReference<T> got = new AtomicReference<>();
        onFx(() -> got.set(what.get()));
        return got.get();
    }

    /** Both have less room than they would need at 250 % on the headless screen of 1000 x 1000. */
    @ParameterizedTest
    @CsvSource({"N, step, 860", "E, export-dialogue, 900"})
    void windowsBesideItGrowWithItWhileTheyAreOpen(String letter, String id, double width) {
        fixture.train(1, config -> config);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.getKeyCode(letter));
        until("open", () -> other(id) != null && other(id).isFocused());
        assertThat(get(() -> other(id).getWidth())).isEqualTo(width);
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        until("110 %", () -> size() == 110);
        assertThat(get(() -> Zoomed.of(other(id).getScene().lookup("#" + id)))).isEqualTo(1.1);
        assertThat(get(() -> other(id).getWidth())).isCloseTo(1.1 * width, within(1.0));
        robot.press(KeyCode.CONTROL).type(KeyCode.ADD, 7).release(KeyCode.CONTROL);
        until("250 %", () -> size() == 250);
        assertThat(get(() -> other(id).getWidth())).as("the screen's").isEqualTo(1000);
        assertThat(get(() -> other(id).getX())).isZero();
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        until("100 %", () -> size() == 100);
        assertThat(get(() -> other(id).getWidth())).isCloseTo(width, within(1.0));
    }

    private int size() {
        return fixture.window.preferences().textSizeProperty().get();
    }

    private static Window other(String id) {
        return Window.getWindows().stream()
                .filter(each -> each.getScene().lookup("#" + id) != null)
                .findFirst()
                .orElse(null);
    }
}
