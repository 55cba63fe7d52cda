package latentlab.app;

import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.stage.Stage;
import latentlab.MadeUpImages;
import latentlab.engine.training.EpochResult;
import latentlab.export.ExportCatalogue;
import latentlab.run.RunState;
import latentlab.run.Scratch;
import latentlab.session.TrainingModel;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A disk that is full while the window trains, and then is not. */
@ExtendWith(ApplicationExtension.class)
class FullDiskInWindowTest {
    private final Hand robot = new Hand();
    private WindowFixture fixture;
    private SmallDisk disk;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new WindowFixture(
                stage,
                990,
                720,
                (_, _) -> MadeUpImages.dataset(60, 28, 28),
                "digits",
                ExportCatalogue.ALL,
                folder -> new Scratch(folder.resolve("disk")));
    }

    @Stop
    void stop() throws Exception {
        fixture.closeWindow();
        if (disk != null) {
            disk.close();
        }
        fixture.close();
        fixture.assertStyled();
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
        robot.clickOn("Resume");
        until("finished", () -> model.stateProperty().get() == RunState.FINISHED);
        assertThat(model.history().stream().map(EpochResult::epoch)).isEqualTo(List.of(0, 1, 2, 3));
        until("no notice", () -> !notices.isShowing());
    }
}
