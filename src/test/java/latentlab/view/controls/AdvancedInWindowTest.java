package latentlab.view.controls;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.RunState;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person unfolds the advanced settings and makes another model with them, or tries to. */
class AdvancedInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private final AdvancedPanel panel = new AdvancedPanel(fixture, robot);

    @Test
    void unfoldsByKeyboardAndExplainsWhatHasTheFocus() {
        panel.ready();
        assertThat(panel.shown("#hidden-field")).as("folded at first").isFalse();
        onFx(() -> panel.find("#new-run").requestFocus());
        panel.press(KeyCode.TAB);
        assertThat(panel.<ToggleButton>find("#advanced").isFocusVisible()).isTrue();
        panel.press(KeyCode.SPACE);
        assertThat(panel.shown("#hidden-field")).isTrue();
        assertThat(panel.shown("#epoch-table")).as("the table makes room").isFalse();
        assertThat(fixture.window.preferences().advancedShownProperty().get())
                .as("remembered")
                .isTrue();
        assertThat(panel.help()).isEqualTo("Point at a setting to read what it does.");
        panel.press(KeyCode.TAB);
        assertThat(panel.help()).startsWith("Units of the encoder's hidden layers");
        // Past the handle of the stack's picture.
        panel.press(KeyCode.TAB);
        panel.press(KeyCode.TAB);
        assertThat(panel.help()).startsWith("How the parameters are drawn");
        robot.moveTo("#code-activation-choice");
        assertThat(panel.help()).as("under the pointer").startsWith("What the latent units make of their sums");
        robot.clickOn("#advanced");
        assertThat(panel.shown("#hidden-field")).isFalse();
        assertThat(panel.shown("#epoch-table")).isTrue();
    }

    @Test
    void trainsTheModelThatTheControlsDescribe() {
        panel.ready();
        panel.unfold();
        panel.type("#hidden-field", "128");
        panel.choose("#encoder-activation-choice", Activation.RELU);
        panel.choose("#decoder-activation-choice", Activation.RELU);
        panel.choose("#loss-choice", Loss.BCE);
        assertThat(panel.<ToggleButton>find("#advanced").getText()).isEqualTo("Advanced · 4 changed");
        panel.type("#epochs-field", "1");
        robot.clickOn("#train");
        until("finished", () -> panel.<StatusBar>find("#status").getText().startsWith("Finished"));
        var run = fixture.run();
        assertThat(run.model().units()).containsExactly(784, 128, 20, 128, 784);
        assertThat(run.model().layers().getFirst().activation()).isEqualTo(Activation.RELU);
        assertThat(run.config().get(Setting.LOSS)).isEqualTo(Loss.BCE);
        double loss = fixture.window.model().history().getLast().trainLoss();
        assertThat(loss).as("of cross-entropy, not of squares").isBetween(0.1, 0.69);
    }

    @Test
    void theSwitchInSightIsASettingLikeAllOthers() {
        panel.ready();
        robot.clickOn("#shuffle");
        until("on", () -> panel.settings().shuffle());
        onFx(() -> fixture.window.model().setSettings(panel.settings().withShuffle(false)));
        assertThat(panel.<ToggleSwitch>find("#shuffle").isSelected()).isFalse();
        assertThat(panel.find("#shuffle").getAccessibleText()).startsWith("Shuffle: Take the images");
    }

    @Test
    void keepsLargeLayersToOneThreadAndSaysHowItHasComputed() {
        panel.ready();
        panel.unfold();
        panel.type("#hidden-field", "512");
        CheckBox box = panel.find("#reproducible-box");
        onFx(() -> panel.find("#early-stopping-field").requestFocus());
        panel.press(KeyCode.TAB);
        panel.press(KeyCode.SPACE);
        assertThat(panel.settings().get(Setting.REPRODUCIBLE)).isTrue();
        assertThat(panel.help()).startsWith("Large layers on one thread");
        panel.type("#epochs-field", "1");
        robot.clickOn("#train");
        until("finished", () -> panel.<StatusBar>find("#status").getText().startsWith("Finished"));
        robot.clickOn("#show-summary");
        assertThat(panel.<Label>find("#arithmetic").getText())
                .startsWith("Computed ")
                .contains("on one thread");

        robot.clickOn("#advanced-defaults");
        assertThat(box.isSelected()).isFalse();
        assertThat(panel.settings().get(Setting.REPRODUCIBLE)).isFalse();
    }

    @Test
    void refusesWhatDoesNotGoTogetherBesideItsControlUntilItDoes() {
        panel.ready();
        panel.unfold();
        panel.choose("#output-activation-choice", Activation.LINEAR);
        panel.choose("#loss-choice", Loss.BCE);
        assertThat(panel.problem("loss")).startsWith("Cross-entropy needs an output between 0 and 1");
        assertThat(panel.red("#loss-choice")).isTrue();
        assertThat(panel.settings().get(Setting.LOSS)).as("passed on the way").isEqualTo(Loss.SSE);

        panel.choose("#code-activation-choice", Activation.TANH);
        panel.type("#latent-field", "7");
        assertThat(panel.settings().latent()).isEqualTo(7);
        assertThat(panel.problem("loss")).as("still").startsWith("Cross-entropy");
        for (String start : List.of("#train", "#epoch", "#new-run")) {
            onFx(() -> panel.find("#seed-field").requestFocus());
            robot.clickOn(start);
            assertThat(panel.find("#loss-choice").isFocused())
                    .as("%s goes to what has to be mended", start)
                    .isTrue();
        }
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(fixture.window.model().stateProperty().get()).isEqualTo(RunState.READY);

        panel.choose("#output-activation-choice", Activation.SIGMOID);
        assertThat(panel.problem("loss")).isNull();
        assertThat(panel.red("#loss-choice")).isFalse();
        assertThat(panel.settings().get(Setting.LOSS)).as("now it goes").isEqualTo(Loss.BCE);
        robot.clickOn("#epoch");
        until("trained", () -> fixture.window.model().history().size() == 2);
    }

    @Test
    void saysWhatIsWrongUnderItsControl() {
        panel.ready();
        panel.unfold();
        panel.choose("#optimiser-choice", Optimiser.MOMENTUM);
        for (List<String> bad : List.of(
                List.of("hidden", "abc", "at most 6 sizes from 1 to 2,048, such as 1000-500-250"),
                List.of("hidden", "5000", "at most 6 sizes"),
                List.of("hidden", "1-2-3-4-5-6-7", "at most 6 sizes"),
                List.of("hidden", "100--50", "at most 6 sizes"),
                List.of("momentum", "1", "a number from 0 to 0.999"),
                List.of("momentum", "much", "not a number"),
                List.of("sparsity", "-1", "a number from 0 to 1"),
                List.of("early-stopping", "1.5", "not a whole number"),
                List.of("early-stopping", "1001", "a whole number from 0 to 1,000"))) {
            panel.type("#" + bad.get(0) + "-field", bad.get(1));
            assertThat(panel.problem(bad.get(0))).as("%s", bad).contains(bad.get(2));
            assertThat(panel.<TextField>find("#" + bad.get(0) + "-field").getText())
                    .as("what was typed stays")
                    .isEqualTo(bad.get(1));
            panel.press(KeyCode.ESCAPE);
            assertThat(panel.problem(bad.get(0))).as("escape takes it back").isNull();
        }
        assertThat(fixture.complaints).isEmpty();
    }

    @Test
    void goesToWhatIsRefusedWhereItIsFoldedAway() {
        panel.ready();
        panel.unfold();
        panel.type("#early-stopping-field", "never");
        robot.clickOn("#advanced");
        assertThat(panel.shown("#early-stopping-field")).isFalse();
        robot.clickOn("#train");
        assertThat(panel.shown("#early-stopping-field")).isTrue();
        assertThat(panel.find("#early-stopping-field").isFocused()).isTrue();
        Node settings = panel.find("#advanced-settings");
        Node problem = panel.find("#early-stopping-problem");
        onFx(() -> assertThat(settings.localToScene(settings.getLayoutBounds())
                        .contains(problem.localToScene(problem.getLayoutBounds())))
                .as("in sight")
                .isTrue());
        assertThat(fixture.window.model().stateProperty().get()).isEqualTo(RunState.READY);
    }

    @Test
    void takesWhatIsBeingTypedWhenTheKeysTrain() {
        panel.ready();
        panel.unfold();
        TextField hidden = panel.find("#hidden-field");
        onFx(hidden::requestFocus);
        robot.write("64").press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        until("trained", () -> fixture.window.model().history().size() == 2);
        assertThat(fixture.run().model().hidden()).containsExactly(64);
    }

    @Test
    void showsOnlyWhatMakesADifference() {
        panel.ready();
        panel.unfold();
        assertThat(panel.shown("#momentum-field")).isFalse();
        panel.choose("#optimiser-choice", Optimiser.NESTEROV);
        assertThat(panel.shown("#momentum-field")).isTrue();
        assertThat(panel.shown("#encoder-activation-choice")).isFalse();
        assertThat(panel.shown("#noise-level-slider")).isFalse();
        panel.choose("#noise-choice", Noise.MASKING);
        panel.press(KeyCode.TAB);
        assertThat(panel.find("#noise-level-slider").isFocused()).isTrue();
        double before = panel.<Slider>find("#noise-level-slider").getValue();
        panel.press(KeyCode.RIGHT);
        double after = panel.settings().get(Setting.NOISE_LEVEL);
        assertThat(after).isGreaterThan(before).isEqualTo(Math.round(after * 100) / 100.0);
        assertThat(panel.<TextField>find("#noise-level-field").getText()).isEqualTo(Double.toString(after));
        panel.type("#noise-level-field", "0,75");
        assertThat(panel.<Slider>find("#noise-level-slider").getValue()).isEqualTo(0.75);
    }

    @Test
    void showsAPresetAndGoesBackToTheDefaults() {
        panel.ready();
        panel.unfold();
        panel.type("#hidden-field", "x", false);
        onFx(() -> fixture.window.model().startOver(Preset.HINTON_SALAKHUTDINOV.config()));
        assertThat(panel.<TextField>find("#hidden-field").getText()).isEqualTo("1000-500-250");
        assertThat(panel.problem("hidden")).isNull();
        assertThat(panel.<ComboBox<?>>find("#encoder-activation-choice").getValue())
                .isEqualTo(Activation.ELU);
        assertThat(panel.<ComboBox<?>>find("#loss-choice").getValue()).isEqualTo(Loss.SSE);
        assertThat(panel.<ToggleButton>find("#advanced").getText()).isEqualTo("Advanced · 10 changed");

        robot.clickOn("#advanced-defaults");
        assertThat(panel.<TextField>find("#hidden-field").getText()).isEmpty();
        assertThat(panel.<ComboBox<?>>find("#loss-choice").getValue()).isEqualTo(Loss.MSE);
        assertThat(panel.<ToggleButton>find("#advanced").getText()).isEqualTo("Advanced");
        assertThat(panel.<Button>find("#advanced-defaults").isDisabled()).isTrue();
        assertThat(panel.settings())
                .as("the basic ones stay")
                .isEqualTo(TrainingConfig.DEFAULT
                        .withLatent(30)
                        .withLearningRate(0.002)
                        .withShuffle(true));
    }

    @Test
    void waitsForANewRunWithWhatARunCannotTake() {
        panel.ready();
        robot.clickOn("#epoch");
        until("one epoch", () -> fixture.window.model().history().size() == 2);
        panel.unfold();
        panel.type("#weight-decay-field", "0.0001");
        assertThat(panel.<TextField>find("#weight-decay-field").getText()).isEqualTo("0.0001");
        assertThat(panel.shown("#weight-decay-note")).isTrue();
        assertThat(panel.shown("#clip-note")).isFalse();
        assertThat(panel.shown("#pending")).isTrue();
        assertThat(fixture.run().config().get(Setting.WEIGHT_DECAY)).isZero();
        panel.type("#weight-decay-field", "0");
        assertThat(panel.shown("#weight-decay-note")).isFalse();
        assertThat(panel.shown("#pending")).isFalse();
    }

    @Test
    void speaksJapaneseAndReadsItsDigits() {
        panel.ready();
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        panel.unfold();
        panel.type("#hidden-field", "二");
        assertThat(panel.problem("hidden")).contains("隠れ層").contains("例 1000-500-250");
        panel.press(KeyCode.ESCAPE);
        TextField hidden = panel.find("#hidden-field");
        onFx(() -> hidden.setText("１２８ー６４"));
        panel.press(KeyCode.ENTER);
        assertThat(panel.settings().hidden()).isEqualTo(HiddenLayer.dense(128, 64));
        assertThat(panel.<ToggleButton>find("#advanced").getText()).isEqualTo("詳細設定 · 1 件変更");
    }
}
