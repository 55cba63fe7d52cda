package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A start has nothing to style that nobody sees yet. */
class StartInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    @Test
    void theLibraryComesIntoTheWindowWhenItIsLookedFor() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        assertThat(there("#library")).isFalse();
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        until(
                "listed",
                () -> there("#library-empty") && fixture.find("#library-empty").isVisible());
    }

    @Test
    void whatHadTheFocusHasItAgainAfterTheLibrary() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.find("#train").requestFocus());
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        until("in the library", () -> !fixture.find("#train").isFocused());
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        until("back", () -> fixture.find("#train").isFocused());
    }

    private boolean there(String selector) {
        return fixture.<Node>find(selector) != null;
    }
}
