package latentlab.view.export;

import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.preferences.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The keys of the whole window that are of use in the export dialogue too. */
class DialogueKeysInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(60, 12, 12));

    @Test
    void themeAndLanguageAreSwitchedByTheirKeys() {
        fixture.train(1, settings -> settings);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until("open", () -> robot.lookup("#export-dialogue").tryQuery().isPresent());
        String english = robot.lookup("#export-title").<Label>query().getText();
        until(
                "in front",
                () -> robot.lookup("#export-dialogue")
                        .query()
                        .getScene()
                        .getWindow()
                        .isFocused());
        robot.strike(KeyCode.CONTROL, KeyCode.T);
        assertThat(fixture.window.preferences().themeProperty().get()).isEqualTo(Theme.DARK);
        until(
                "dark",
                () -> robot.lookup("#export-dialogue")
                        .query()
                        .getScene()
                        .getRoot()
                        .getStyleClass()
                        .contains("dark"));
        robot.strike(KeyCode.CONTROL, KeyCode.L);
        assertThat(fixture.window.preferences().languageProperty().get()).isEqualTo(Locale.JAPANESE);
        until(
                "Japanese",
                () -> !robot.lookup("#export-title").<Label>query().getText().equals(english));
    }
}
