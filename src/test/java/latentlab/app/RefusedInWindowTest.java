package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Setting;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run there is no memory for is refused before the one there is has been thrown away. */
class RefusedInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(10, 512, 512));

    @Test
    void theRunStaysAndCanBeTrainedOnUntilOneThatFitsTakesItsPlace() {
        fixture.train(1, settings -> settings.withLatent(2));
        TrainingModel model = fixture.window.model();
        Run run = model.runProperty().get();
        onFx(() -> model.setSettings(model.settingsProperty()
                .get()
                .with(Setting.HIDDEN, Collections.nCopies(6, new HiddenLayer.Dense(2048)))));
        robot.strike(KeyCode.CONTROL, KeyCode.R);
        NotificationPane notices = fixture.find("#notices");
        until("a notice", notices::isShowing);
        assertThat(notices.getText()).contains("parameters needs", "GB of the Java heap", "fewer units", "-Xmx");
        assertThat(model.stateProperty().get()).isEqualTo(RunState.FINISHED);
        assertThat(model.runProperty().get()).isSameAs(run);
        assertThat(model.history()).hasSize(2);
        robot.clickOn("#epoch");
        until("one more epoch of the run there is", () -> model.history().size() == 3);
        onFx(() -> model.setSettings(model.settingsProperty().get().with(Setting.HIDDEN, HiddenLayer.dense(4))));
        robot.strike(KeyCode.CONTROL, KeyCode.R);
        until(
                "another run",
                () -> model.runProperty().get() != run && model.history().size() == 1);
        until("no notice", () -> !notices.isShowing());
    }
}
