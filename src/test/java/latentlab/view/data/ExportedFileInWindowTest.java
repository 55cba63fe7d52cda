package latentlab.view.data;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.MenuButton;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.session.TrainingModel;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person opens what they have exported, to train the same again. */
class ExportedFileInWindowTest {
    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    @Test
    void offersTheSettingsItWasMadeWith() throws Exception {
        TrainingModel model = fixture.window.model();
        until("ready", () -> model.history().size() == 1);
        TrainingConfig tied =
                model.settingsProperty().get().withKind(ModelKind.TIED).withLatent(7);
        onFx(() -> model.setSettings(tied));
        until("a tied model", () -> fixture.run().config().equals(tied));
        Path file = fixture.folder.resolve("mine.json");
        ExportCatalogue.JSON
                .writer()
                .write(
                        file,
                        new Export.Subject(fixture.run(), List.copyOf(model.history()), List.of(), Map.of()),
                        new Messages(Locale.ENGLISH),
                        Progress.NONE);
        onFx(() -> model.setSettings(TrainingConfig.DEFAULT));
        fixture.answers.add(file);
        onFx(() -> {
            fixture.<MenuButton>find("#data-choice").getItems().stream()
                    .filter(item -> "data-open-file".equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        NotificationPane notices = fixture.find("#notices");
        until("offered", notices::isShowing);
        assertThat(notices.getText())
                .isEqualTo("mine.json was exported from a run. Take its settings and data for the next run?");
        assertThat(model.settingsProperty().get()).as("only offered").isEqualTo(TrainingConfig.DEFAULT);
        Hand.ONLY.clickOn("Take them");
        until("taken", () -> model.settingsProperty().get().equals(tied));
    }
}
