package latentlab.app;

import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import latentlab.MadeUpImages;
import latentlab.engine.training.EpochResult;
import latentlab.run.RunState;
import latentlab.run.store.Scratch;
import latentlab.session.TrainingModel;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A disk that is full while the window trains, and then is not. */
class FullDiskInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720)
            .loading((_, _) -> MadeUpImages.dataset(60, 28, 28))
            .keeping(folder -> new Scratch(folder.resolve("disk")));

    private SmallDisk disk;

    @AfterEach
    void stop() throws Exception {
        fixture.closeWindow();
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void itPausesWithASentenceAndGoesOnAtAPressOfAButtonOnceThereIsRoom() throws Exception {
        TrainingModel model = fixture.window.model();
        until("ready", () -> model.history().size() == 1);
        disk = new SmallDisk(fixture.folder.resolve("disk"), 16);
        WindowFixture.onFx(() ->
                model.setSettings(model.settingsProperty().get().withLatent(128).withEpochs(3)));
        until(
                "ready anew",
                () -> model.history().size() == 1
                        && !model.openingProperty().get()
                        && model.runProperty().get().model().latent() == 128);
        disk.fill(500_000);
        robot.clickOn("#train");
        until("paused", () -> model.stateProperty().get() == RunState.PAUSED);
        NotificationPane notices = fixture.find("#notices");
        until("a notice", notices::isShowing);
        assertThat(notices.getText()).contains("disk is full", "press Resume").doesNotContain("Exception");
        assertThat(notices.getActions().getFirst().getText()).isEqualTo("Resume");
        disk.empty();
        robot.clickOn(robot.lookup(".notification-bar").lookup("Resume").<Node>query());
        until("finished", () -> model.stateProperty().get() == RunState.FINISHED);
        assertThat(model.history().stream().map(EpochResult::epoch)).isEqualTo(List.of(0, 1, 2, 3));
        until("no notice", () -> !notices.isShowing());
    }
}
