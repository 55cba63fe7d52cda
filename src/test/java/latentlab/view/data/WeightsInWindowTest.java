package latentlab.view.data;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.text.Text;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.npy.NpzOutput;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person opens weights that were exported, and starts runs from them until they have enough of that. */
class WeightsInWindowTest {
    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 800);

    private TrainingModel model() {
        return fixture.window.model();
    }

    private void open(Path file) {
        fixture.answers.add(file);
        onFx(() -> fixture.<MenuButton>find("#data-choice").getItems().stream()
                .filter(item -> "data-open-file".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static float[] first(Run run) {
        return run.epochs().read(0);
    }

    @Test
    void startRunsUntilThatIsUndone() throws Exception {
        fixture.train(2, config -> config.withKind(ModelKind.TIED).withLatent(5));
        TrainingConfig tied = model().settingsProperty().get();
        Run before = fixture.run();
        float[] weights = before.epochs().read(2);
        Path file = fixture.folder.resolve("mine.safetensors");
        ExportCatalogue.SAFETENSORS
                .writer()
                .write(
                        file,
                        new Export.Subject(before, List.copyOf(model().history()), List.of(), Map.of()),
                        new Messages(Locale.ENGLISH),
                        Progress.NONE);
        onFx(() -> model().startOver(TrainingConfig.DEFAULT.withLatent(3)));
        until("another", () -> fixture.run().config().latent() == 3);

        Node table = fixture.find("#epoch-table");
        double[] place = new double[1];
        onFx(() -> {
            fixture.stage.getScene().getRoot().layout();
            place[0] = table.localToScene(0, 0).getY();
        });
        open(file);
        NotificationPane notices = fixture.find("#notices");
        until("offered", notices::isShowing);
        assertThat(notices.getText())
                .isEqualTo("mine.safetensors holds the weights of a run. Start one from them, with its settings and"
                        + " data?");
        Hand.ONLY.clickOn("Start a run from these weights");
        until("begun", () -> fixture.run().start().weights() != null);
        assertThat(model().settingsProperty().get()).isEqualTo(tied);
        assertThat(first(fixture.run())).isEqualTo(weights);
        Label note = fixture.find("#weights");
        assertThat(note.getText()).isEqualTo("From mine.safetensors");
        assertThat(note.getTooltip().getText()).isEqualTo("New runs start from the weights of mine.safetensors.");
        assertThat(note.getParent().isVisible()).isTrue();
        onFx(() -> {
            fixture.stage.getScene().getRoot().layout();
            assertThat(note.getWidth()).isGreaterThan(50);
            assertThat(table.localToScene(0, 0).getY()).as("not pushed").isEqualTo(place[0]);
        });
        for (boolean unfolded : new boolean[] {true, false}) {
            onFx(() -> {
                fixture.window.preferences().advancedShownProperty().set(unfolded);
                fixture.stage.getScene().getRoot().applyCss();
                fixture.stage.getScene().getRoot().layout();
                assertThat(((Text) note.lookup(".text")).getText())
                        .as("whole, advanced settings unfolded: " + unfolded)
                        .isEqualTo(note.getText());
            });
        }

        // A model that they do not fit is refused in words, and the run stays.
        Run kept = fixture.run();
        onFx(() -> model().setSettings(tied.withLatent(6)));
        until("refused", () -> notices.isShowing() && notices.getText().contains("encoder.weight has shape"));
        assertThat(fixture.run()).isSameAs(kept);
        onFx(() -> model().setSettings(tied));

        Hand.ONLY.clickOn("#weights-undo");
        until("drawn", () -> fixture.run().start().weights() == null);
        assertThat(first(fixture.run())).isEqualTo(first(before));
        assertThat(note.getParent().isVisible()).isFalse();
    }

    @Test
    void thatDoNotFitAreRefusedAtOnce() throws Exception {
        fixture.train(1, config -> config.withLatent(4));
        Path file = fixture.folder.resolve("foreign.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            NpzOutput npz = new NpzOutput(out);
            npz.floats("encoder.weight", new float[6], 0, 2, 3);
            npz.finish();
        }
        open(file);
        NotificationPane notices = fixture.find("#notices");
        until("offered", () -> notices.isShowing() && notices.getText().contains("the weights of a model"));
        Hand.ONLY.clickOn("Start a run from these weights");
        until("refused", () -> notices.getText().contains("foreign.npz: encoder.weight has shape [2, 3]"));
        assertThat(model().weightsProperty().get()).isNull();
    }
}
