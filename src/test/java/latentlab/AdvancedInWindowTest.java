package latentlab;

import static latentlab.WindowFixture.onFx;
import static latentlab.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import latentlab.engine.Activation;
import latentlab.engine.Loss;
import latentlab.engine.Noise;
import latentlab.engine.Optimiser;
import latentlab.engine.Preset;
import latentlab.engine.Setting;
import latentlab.engine.TrainingConfig;
import latentlab.run.RunState;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A person unfolds the advanced settings and makes another model with them, or tries to. */
@ExtendWith(ApplicationExtension.class)
class AdvancedInWindowTest {
    /** Those with controls of their own above. */
    private static final Set<Setting<?>> BASIC = Set.of(
            Setting.MODEL, Setting.LATENT, Setting.RATE, Setting.BATCH, Setting.EPOCHS, Setting.SEED, Setting.SHUFFLE);

    private final Hand robot = new Hand();
    private WindowFixture fixture;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new WindowFixture(stage, 990, 720);
    }

    @AfterEach
    void hasEveryColour() {
        fixture.assertStyled();
    }

    @Stop
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void unfoldsByKeyboardAndExplainsWhatHasTheFocus() {
        ready();
        assertThat(shown("#hidden-field")).as("folded at first").isFalse();
        onFx(() -> find("#reset").requestFocus());
        press(KeyCode.TAB);
        assertThat(this.<ToggleButton>find("#advanced").isFocusVisible()).isTrue();
        press(KeyCode.SPACE);
        assertThat(shown("#hidden-field")).isTrue();
        assertThat(shown("#epoch-table")).as("the table makes room").isFalse();
        assertThat(fixture.window.preferences().advancedShownProperty().get())
                .as("remembered")
                .isTrue();
        assertThat(help()).isEqualTo("Point at a setting to read what it does.");
        press(KeyCode.TAB);
        assertThat(help()).startsWith("Units of the encoder's hidden layers");
        press(KeyCode.TAB);
        assertThat(help()).startsWith("How the parameters are drawn");
        robot.moveTo("#code-activation-choice");
        assertThat(help()).as("under the pointer").startsWith("What the latent units make of their sums");
        robot.clickOn("#advanced");
        assertThat(shown("#hidden-field")).isFalse();
        assertThat(shown("#epoch-table")).isTrue();
    }

    @Test
    void hasANamedAndExplainedControlForEverySetting() {
        ready();
        unfold();
        for (Setting<?> setting : Setting.ALL) {
            Control control = find("#" + setting.name() + "-field");
            if (control == null) {
                control = find("#" + setting.name() + "-choice");
            }
            if (BASIC.contains(setting)) {
                continue;
            }
            assertThat(control).as("%s", setting).isNotNull();
            assertThat(control.getAccessibleText()).as("%s", setting).contains(": ");
            assertThat(control.getTooltip().getText()).as("%s", setting).endsWith(".");
        }
    }

    @Test
    void trainsTheModelThatTheControlsDescribe() {
        ready();
        unfold();
        type("#hidden-field", "128");
        choose("#encoder-activation-choice", Activation.RELU);
        choose("#decoder-activation-choice", Activation.RELU);
        choose("#loss-choice", Loss.BCE);
        assertThat(this.<ToggleButton>find("#advanced").getText()).isEqualTo("Advanced · 4 changed");
        type("#epochs-field", "1");
        robot.clickOn("#train");
        until("finished", () -> this.<StatusBar>find("#status").getText().startsWith("Finished"));
        var run = fixture.window.model().runProperty().get();
        assertThat(run.model().units()).containsExactly(784, 128, 20, 128, 784);
        assertThat(run.model().layers().getFirst().activation()).isEqualTo(Activation.RELU);
        assertThat(run.config().get(Setting.LOSS)).isEqualTo(Loss.BCE);
        double loss = fixture.window.model().history().getLast().trainLoss();
        assertThat(loss).as("of cross-entropy, not of squares").isBetween(0.1, 0.69);
    }

    @Test
    void refusesWhatDoesNotGoTogetherBesideItsControlUntilItDoes() {
        ready();
        unfold();
        choose("#output-activation-choice", Activation.LINEAR);
        choose("#loss-choice", Loss.BCE);
        assertThat(problem("loss")).startsWith("Cross-entropy needs an output between 0 and 1");
        assertThat(red("#loss-choice")).isTrue();
        assertThat(settings().get(Setting.LOSS)).as("passed on the way").isEqualTo(Loss.SSE);

        choose("#code-activation-choice", Activation.TANH);
        assertThat(problem("loss")).as("still").startsWith("Cross-entropy");
        for (String start : List.of("#train", "#epoch", "#reset")) {
            onFx(() -> find("#seed-field").requestFocus());
            robot.clickOn(start);
            assertThat(find("#loss-choice").isFocused())
                    .as("%s goes to what has to be mended", start)
                    .isTrue();
        }
        press(KeyCode.F1);
        press(KeyCode.F1);
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(fixture.window.model().stateProperty().get()).isEqualTo(RunState.READY);

        choose("#output-activation-choice", Activation.SIGMOID);
        assertThat(problem("loss")).isNull();
        assertThat(red("#loss-choice")).isFalse();
        assertThat(settings().get(Setting.LOSS)).as("now it goes").isEqualTo(Loss.BCE);
        robot.clickOn("#epoch");
        until("trained", () -> fixture.window.model().history().size() == 2);
    }

    @Test
    void saysWhatIsWrongUnderItsControl() {
        ready();
        unfold();
        choose("#optimiser-choice", Optimiser.MOMENTUM);
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
            type("#" + bad.get(0) + "-field", bad.get(1));
            assertThat(problem(bad.get(0))).as("%s", bad).contains(bad.get(2));
            assertThat(this.<TextField>find("#" + bad.get(0) + "-field").getText())
                    .as("what was typed stays")
                    .isEqualTo(bad.get(1));
            press(KeyCode.ESCAPE);
            assertThat(problem(bad.get(0))).as("escape takes it back").isNull();
        }
        assertThat(fixture.complaints).isEmpty();
    }

    @Test
    void goesToWhatIsRefusedWhereItIsFoldedAway() {
        ready();
        unfold();
        type("#early-stopping-field", "never");
        robot.clickOn("#advanced");
        assertThat(shown("#early-stopping-field")).isFalse();
        robot.clickOn("#train");
        assertThat(shown("#early-stopping-field")).isTrue();
        assertThat(find("#early-stopping-field").isFocused()).isTrue();
        Node settings = find("#advanced-settings");
        Node problem = find("#early-stopping-problem");
        onFx(() -> assertThat(settings.localToScene(settings.getLayoutBounds())
                        .contains(problem.localToScene(problem.getLayoutBounds())))
                .as("in sight")
                .isTrue());
        assertThat(fixture.window.model().stateProperty().get()).isEqualTo(RunState.READY);
    }

    @Test
    void takesWhatIsBeingTypedWhenTheKeysTrain() {
        ready();
        unfold();
        TextField hidden = find("#hidden-field");
        onFx(hidden::requestFocus);
        robot.write("64").press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        until("trained", () -> fixture.window.model().history().size() == 2);
        assertThat(fixture.window.model().runProperty().get().model().hidden()).containsExactly(64);
    }

    @Test
    void showsOnlyWhatMakesADifference() {
        ready();
        unfold();
        assertThat(shown("#momentum-field")).isFalse();
        choose("#optimiser-choice", Optimiser.NESTEROV);
        assertThat(shown("#momentum-field")).isTrue();
        assertThat(shown("#encoder-activation-choice")).isFalse();
        assertThat(shown("#noise-level-slider")).isFalse();
        choose("#noise-choice", Noise.MASKING);
        press(KeyCode.TAB);
        assertThat(find("#noise-level-slider").isFocused()).isTrue();
        double before = this.<Slider>find("#noise-level-slider").getValue();
        press(KeyCode.RIGHT);
        double after = settings().get(Setting.NOISE_LEVEL);
        assertThat(after).isGreaterThan(before).isEqualTo(Math.round(after * 100) / 100.0);
        assertThat(this.<TextField>find("#noise-level-field").getText()).isEqualTo(Double.toString(after));
        type("#noise-level-field", "0,75");
        assertThat(this.<Slider>find("#noise-level-slider").getValue()).isEqualTo(0.75);
    }

    @Test
    void showsAPresetAndGoesBackToTheDefaults() {
        ready();
        type("#hidden-field", "x", false);
        onFx(() -> fixture.window.model().startOver(Preset.HINTON_SALAKHUTDINOV.config()));
        unfold();
        assertThat(this.<TextField>find("#hidden-field").getText()).isEqualTo("1000-500-250");
        assertThat(problem("hidden")).isNull();
        assertThat(this.<ComboBox<?>>find("#encoder-activation-choice").getValue())
                .isEqualTo(Activation.ELU);
        assertThat(this.<ComboBox<?>>find("#loss-choice").getValue()).isEqualTo(Loss.SSE);
        assertThat(this.<ToggleButton>find("#advanced").getText()).isEqualTo("Advanced · 8 changed");

        robot.clickOn("#advanced-defaults");
        assertThat(this.<TextField>find("#hidden-field").getText()).isEmpty();
        assertThat(this.<ComboBox<?>>find("#loss-choice").getValue()).isEqualTo(Loss.MSE);
        assertThat(this.<ToggleButton>find("#advanced").getText()).isEqualTo("Advanced");
        assertThat(this.<Button>find("#advanced-defaults").isDisabled()).isTrue();
        assertThat(settings())
                .as("the basic ones stay")
                .isEqualTo(TrainingConfig.DEFAULT
                        .withLatent(30)
                        .withLearningRate(0.002)
                        .withShuffle(true));
    }

    @Test
    void waitsForANewRunWithWhatARunCannotTake() {
        ready();
        robot.clickOn("#epoch");
        until("one epoch", () -> fixture.window.model().history().size() == 2);
        unfold();
        type("#weight-decay-field", "0.0001");
        assertThat(this.<TextField>find("#weight-decay-field").getText()).isEqualTo("0.0001");
        assertThat(shown("#weight-decay-note")).isTrue();
        assertThat(shown("#clip-note")).isFalse();
        assertThat(shown("#pending")).isTrue();
        assertThat(fixture.window.model().runProperty().get().config().get(Setting.WEIGHT_DECAY))
                .isZero();
        type("#weight-decay-field", "0");
        assertThat(shown("#weight-decay-note")).isFalse();
        assertThat(shown("#pending")).isFalse();
    }

    @Test
    void speaksJapaneseAndReadsItsDigits() {
        ready();
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        unfold();
        type("#hidden-field", "二");
        assertThat(problem("hidden")).contains("隠れ層").contains("例 1000-500-250");
        press(KeyCode.ESCAPE);
        TextField hidden = find("#hidden-field");
        onFx(() -> hidden.setText("１２８ー６４"));
        press(KeyCode.ENTER);
        assertThat(settings().hidden()).containsExactly(128, 64);
        assertThat(this.<ToggleButton>find("#advanced").getText()).isEqualTo("詳細設定 · 1 件変更");
    }

    @Test
    void scrollsDownAndNeverSideways() {
        ready();
        unfold();
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            for (Preset preset : Preset.values()) {
                onFx(() -> fixture.window
                        .model()
                        .startOver(preset.config()
                                .with(Setting.OPTIMISER, Optimiser.MOMENTUM)
                                .with(Setting.NOISE, Noise.SALT_AND_PEPPER)));
                ScrollPane scroll = find("#advanced-settings");
                onFx(() -> {
                    fixture.stage.getScene().getRoot().applyCss();
                    fixture.stage.getScene().getRoot().layout();
                    double room = scroll.getViewportBounds().getWidth();
                    assertThat(scroll.getContent().minWidth(-1))
                            .as("%s in %s", preset, language)
                            .isLessThanOrEqualTo(room);
                    assertThat(scroll.getContent().getLayoutBounds().getHeight())
                            .isGreaterThan(scroll.getViewportBounds().getHeight());
                });
            }
        }
    }

    private void ready() {
        until("ready", () -> fixture.window.model().history().size() == 1);
    }

    private void unfold() {
        // Away from what has a tooltip, which would take the escape key for itself.
        robot.clickOn("#advanced").moveTo("#timeline-position");
    }

    private void type(String selector, String text) {
        type(selector, text, true);
    }

    private void type(String selector, String text, boolean enter) {
        TextField field = find(selector);
        onFx(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text);
        if (enter) {
            press(KeyCode.ENTER);
        }
    }

    /** By the arrow keys, as on a keyboard. */
    private <T> void choose(String selector, T value) {
        ComboBox<T> box = find(selector);
        onFx(box::requestFocus);
        int steps = box.getItems().indexOf(value) - box.getItems().indexOf(box.getValue());
        for (int i = 0; i < Math.abs(steps); i++) {
            press(steps > 0 ? KeyCode.DOWN : KeyCode.UP);
        }
        assertThat(box.getValue()).isEqualTo(value);
    }

    /** @return the sentence under a setting, or null if there is none */
    private String problem(String setting) {
        return shown("#" + setting + "-problem")
                ? this.<Label>find("#" + setting + "-problem").getText()
                : null;
    }

    private boolean red(String selector) {
        return find(selector).getPseudoClassStates().contains(PseudoClass.getPseudoClass("danger"));
    }

    private TrainingConfig settings() {
        return fixture.window.model().settingsProperty().get();
    }

    private String help() {
        return this.<Label>find("#advanced-help").getText();
    }

    private void press(KeyCode key) {
        robot.press(key).release(key);
    }

    private boolean shown(String selector) {
        AtomicReference<Boolean> shown = new AtomicReference<>();
        onFx(() -> {
            boolean visible = true;
            for (Node node = find(selector); node != null; node = node.getParent()) {
                visible &= node.isVisible();
            }
            shown.set(visible);
        });
        return shown.get();
    }

    private <T extends Node> T find(String selector) {
        return fixture.find(selector);
    }
}
