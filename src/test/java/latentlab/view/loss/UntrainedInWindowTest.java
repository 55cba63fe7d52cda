package latentlab.view.loss;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The chart says what its axis leaves out of the untrained epoch, and shows it on demand. */
class UntrainedInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private TrainingModel model() {
        return fixture.window.model();
    }

    private Button button() {
        return (Button) fixture.find("#loss-untrained");
    }

    @Test
    void saysWhatTheAxisLeavesOutAndShowsItOnDemand() {
        until("ready", () -> model().history().size() == 1);
        assertThat(button().isVisible()).as("nothing left out yet").isFalse();
        onFx(() -> model().setSettings(model().settingsProperty().get().withEpochs(4)));
        onFx(() -> model().train());
        until("trained", () -> model().history().size() == 5);
        String untrained = String.format(
                Locale.ENGLISH, "epoch 0: %.4f ↑", model().history().getFirst().validLoss());
        until("said", () -> button().isVisible() && button().getText().equals(untrained));
        assertThat(button().getAccessibleText()).isEqualTo(untrained);

        onFx(() -> fixture.find("#loss-chart").requestFocus());
        robot.strike(KeyCode.TAB);
        assertThat(button().isFocusVisible()).isTrue();
        robot.strike(KeyCode.SPACE);
        until("shown", () -> button().getText().equals("leave out epoch 0"));
        assertThat(fixture.window.preferences().lossOptionsProperty().get().untrained())
                .isTrue();

        robot.clickOn("#loss-untrained");
        until("left out again", () -> button().getText().equals(untrained));

        robot.clickOn("#loss-logarithmic");
        until("a logarithmic axis has it", () -> !button().isVisible());
    }
}
