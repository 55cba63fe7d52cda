package latentlab.view.controls;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person changes settings and takes that back. */
class UndoInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private final AdvancedPanel panel = new AdvancedPanel(fixture, robot);

    private TrainingConfig settings() {
        return fixture.window.model().settingsProperty().get();
    }

    private String help(String button) {
        return panel.<Button>find(button).getTooltip().getText();
    }

    private void back() {
        robot.strike(KeyCode.CONTROL, KeyCode.Z);
    }

    private void again() {
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }

    @Test
    void eachSettingComesBackByButtonAndByKey() {
        panel.ready();
        assertThat(panel.<Button>find("#settings-undo").isDisabled()).isTrue();
        panel.unfold();
        panel.type("#latent-field", "2");
        panel.choose("#optimiser-choice", Optimiser.RMSPROP);
        robot.clickOn("#model-tied");
        assertThat(help("#settings-undo")).startsWith("Undo: Model ");
        robot.clickOn("#settings-undo");
        assertThat(settings().kind()).isEqualTo(ModelKind.SIMPLE);
        assertThat(panel.<NotificationPane>find("#notices").getText()).startsWith("Undone: Model ");
        back();
        back();
        assertThat(settings()).isEqualTo(TrainingConfig.DEFAULT);
        assertThat(panel.<TextField>find("#latent-field").getText()).isEqualTo("20");
        assertThat(help("#settings-redo")).startsWith("Redo: Latent dimension 20 → 2 (");
        robot.clickOn("#settings-redo");
        again();
        again();
        assertThat(settings().kind()).isEqualTo(ModelKind.TIED);
        assertThat(settings().latent()).isEqualTo(2);
        until("the run has them", () -> fixture.run().config().equals(settings()));
    }

    @Test
    void defaultsAreOneChangeThatIsUndone() {
        panel.ready();
        panel.unfold();
        panel.choose("#optimiser-choice", Optimiser.RMSPROP);
        panel.type("#seed-field", "7");
        TrainingConfig chosen = settings().with(Setting.CLIP, 1.0);
        onFx(() -> fixture.window.model().setSettings(chosen));
        onFx(() -> panel.<Button>find("#advanced-defaults").fire());
        assertThat(settings().get(Setting.OPTIMISER)).isEqualTo(Optimiser.ADAM);
        assertThat(settings().get(Setting.CLIP)).isEqualTo(Setting.CLIP.initial());
        back();
        assertThat(settings()).isEqualTo(chosen);
        assertThat(panel.<ComboBox<?>>find("#optimiser-choice").getValue()).isEqualTo(Optimiser.RMSPROP);
        assertThat(panel.<Button>find("#advanced-defaults").isDisabled()).isFalse();
        again();
        assertThat(settings())
                .isEqualTo(TrainingConfig.DEFAULT.with(Setting.SEED, settings().get(Setting.SEED)));
    }

    @Test
    void whatWasRefusedStaysWhileAnotherSettingIsChosen() {
        panel.ready();
        panel.type("#epochs-field", "many");
        String problem = panel.problem("epochs");
        assertThat(problem).isNotNull();
        panel.type("#batch-field", "64");
        assertThat(settings().batch()).isEqualTo(64);
        assertThat(panel.<TextField>find("#epochs-field").getText()).isEqualTo("many");
        assertThat(panel.problem("epochs")).isEqualTo(problem);
        assertThat(panel.red("#epochs-field")).isTrue();
        onFx(() -> panel.find("#epochs-field").requestFocus());
        panel.press(KeyCode.ESCAPE);
        assertThat(panel.<TextField>find("#epochs-field").getText()).isEqualTo("50");
        assertThat(panel.problem("epochs")).isNull();

        panel.type("#epochs-field", "many");
        onFx(() -> fixture.window.model().setSettings(settings().withLatent(2).withBatch(32)));
        assertThat(panel.<TextField>find("#epochs-field").getText())
                .as("a preset chooses all")
                .isEqualTo("50");
    }

    /** In a field, the keys are the field's for as long as it holds what is not taken yet. */
    @Test
    void whatIsBeingTypedIsTakenBackBeforeWhatWasTaken() {
        panel.ready();
        panel.type("#epochs-field", "7");
        panel.type("#batch-field", "64");
        assertThat(settings().batch()).isEqualTo(64);
        robot.clickOn("#batch-field").write("5");
        assertThat(panel.<TextField>find("#batch-field").getText()).contains("5");
        back();
        assertThat(panel.<TextField>find("#batch-field").getText()).isEqualTo("64");
        assertThat(settings().batch()).isEqualTo(64);
        back();
        assertThat(settings().batch()).isEqualTo(128);
        back();
        assertThat(settings().epochs()).isEqualTo(50);
    }
}
