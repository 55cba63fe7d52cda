package latentlab.view.loss;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Setting;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A person whose latent units are stuck is told what to try, and tries it with one click. */
class AdviceInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private TrainingModel model() {
        return fixture.window.model();
    }

    private boolean advised() {
        return fixture.find("#loss-advice").isVisible();
    }

    private void untilJudged(int epochs) {
        until(
                "trained",
                () -> model().history().size() == epochs + 1
                        && model().stateProperty().get() == RunState.FINISHED);
        Parent around = fixture.find("#loss-advice").getParent();
        while (!(around instanceof LossView)) {
            around = around.getParent();
        }
        LossView view = (LossView) around;
        until("judged", () -> !view.adviser.judging());
    }

    @Test
    void saysWhatToTryAndDoesItOnDemand() {
        until("ready", () -> model().history().size() == 1);
        assertThat(advised()).isFalse();
        Node chart = fixture.find("#loss-chart");
        Bounds before = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            fixture.stage.getScene().getRoot().layout();
            return chart.localToScene(chart.getLayoutBounds());
        });
        onFx(() -> model().setSettings(model().settingsProperty()
                .get()
                .withEpochs(2)
                .withLatent(2)
                .with(Setting.SPARSITY, 1.0)
                .with(Setting.CODE, Activation.RELU)));
        onFx(() -> model().train());
        until("advised", this::advised);
        assertThat(((Label) fixture.find("#loss-advice-sentence")).getText())
                .startsWith("2 of 2 latent units are stuck");
        assertThat(((Button) fixture.find("#loss-advice-action")).getText()).isEqualTo("Try leaky-relu codes");
        assertThat(fixture.find("#loss-advice-action").getAccessibleHelp())
                .startsWith("Train a new run with leaky ReLU")
                .endsWith("A click puts what the button says into the settings.");
        until("trained", () -> model().history().size() == 3);
        onFx(() -> {
            assertThat(chart.localToScene(chart.getLayoutBounds()))
                    .as("nothing is pushed")
                    .isEqualTo(before);
            Node advice = fixture.find("#loss-advice");
            assertThat(before.contains(advice.localToScene(advice.getLayoutBounds())))
                    .as("over the chart")
                    .isTrue();
        });

        robot.clickOn("#loss-advice-action");
        until("set", () -> model().settingsProperty().get().get(Setting.CODE) == Activation.LEAKY_RELU);
        until("gone", () -> !advised());
    }

    @Test
    void isGoneForThisRunOnceItIsDismissed() {
        until("ready", () -> model().history().size() == 1);
        onFx(() -> model().setSettings(model().settingsProperty()
                .get()
                .withEpochs(3)
                .withLatent(2)
                .with(Setting.SPARSITY, 1.0)
                .with(Setting.CODE, Activation.RELU)));
        onFx(() -> model().train());
        untilJudged(3);
        assertThat(advised()).isTrue();
        robot.clickOn("#loss-advice-dismiss");
        until("gone", () -> !advised());
        onFx(() -> model().trainUntil(4));
        untilJudged(4);
        assertThat(advised()).as("of the same kind, of the same run").isFalse();

        onFx(() -> {
            model().startOver(model().settingsProperty().get().withSeed(7));
            model().trainUntil(2);
        });
        untilJudged(2);
        assertThat(advised()).as("of another run").isTrue();
    }

    @Test
    void theEmptyChartSaysWhatItWaitsFor() {
        until("ready", () -> model().history().size() == 1);
        Label empty = fixture.find(".chart-hint");
        assertThat(empty.getText()).isEqualTo("Press Train to watch the loss fall");
        List<String> seen = new ArrayList<>();
        onFx(() -> model().stateProperty().subscribe(state -> {
            if (state == RunState.TRAINING) {
                seen.add(empty.getText());
            }
        }));
        onFx(() -> model().trainOneEpoch());
        until("trained", () -> model().history().size() == 2);
        assertThat(seen).containsExactly("The curves begin after the first epoch");
    }
}
