package latentlab.view.model;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person chooses a run worth knowing, and ticks what there is to see in it. */
class PresetsInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    @Test
    void saysHowLongAPresetTakesHereAndTicksWhatIsCertain() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        robot.clickOn("#presets").clickOn("#preset-notebook_tied");
        until("measured", () -> text("#preset-time").matches("About [0-9]+ (s|min) on this machine with these data"));
        assertThat(box("#sight-halved").getParent().isDisabled())
                .as("no run of it yet")
                .isTrue();
        robot.clickOn("#preset-start");
        until(
                "a tied run",
                () -> fixture.run().config().equals(Preset.NOTEBOOK_TIED.config())
                        && fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window.model().trainOneEpoch());
        until("trained", () -> fixture.window.model().history().size() == 2);

        robot.clickOn("#presets");
        until("certain", () -> box("#sight-halved").isSelected());
        assertThat(box("#sight-halved").isDisabled()).isTrue();
        assertThat(box("#sight-strokes").isSelected()).isFalse();
        robot.clickOn("#sight-strokes");
        until("by hand", () -> box("#sight-strokes").isSelected());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        robot.clickOn("#presets");
        until("kept", () -> box("#sight-strokes").isSelected());
    }

    private String text(String selector) {
        return robot.lookup(selector).<Label>query().getText();
    }

    private CheckBox box(String selector) {
        return robot.lookup(selector).query();
    }
}
