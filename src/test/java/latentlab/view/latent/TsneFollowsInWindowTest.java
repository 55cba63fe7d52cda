package latentlab.view.latent;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import latentlab.app.WindowFixture;
import latentlab.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A t-SNE of a run in training comes to rest, and says how often it is laid out anew. */
class TsneFollowsInWindowTest {
    private static final int EPOCHS = 60;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private String progress() {
        return fixture.<Label>find("#tsne-progress").getText();
    }

    private String interval() {
        return fixture.<Label>find("#tsne-interval").getText();
    }

    @Test
    void finishesEachLayoutBeforeItFollowsAndIsOfTheLastEpochInTheEnd() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().select(2));
        onFx(() -> fixture.<ComboBox<?>>find("#tsne-count").getSelectionModel().select(0));
        until("laid out", () -> progress().startsWith("1,000 / 1,000"));
        assertThat(interval()).as("nothing is in training").isEmpty();

        List<String> leftEarly = new ArrayList<>();
        List<String> said = new ArrayList<>();
        onFx(() -> {
            Label progress = fixture.find("#tsne-progress");
            List<String> last = new ArrayList<>(List.of(progress.getText()));
            progress.textProperty().addListener((_, _, now) -> {
                boolean training = fixture.window.model().stateProperty().get() == RunState.TRAINING;
                boolean finished = last.getLast().matches("(250 / 250|1,000 / 1,000) .*");
                if (training && !finished && now.contains("neighbours")) {
                    leftEarly.add(last.getLast());
                }
                if (!now.isEmpty()) {
                    last.add(now);
                }
            });
            fixture.<Label>find("#tsne-interval").textProperty().subscribe(text -> said.add(text));
            fixture.window
                    .model()
                    .setSettings(fixture.window.model().settingsProperty().get().withEpochs(EPOCHS));
            fixture.window.model().train();
        });
        until("trained", () -> fixture.window.model().history().size() == EPOCHS + 1);
        until(
                "the last epoch",
                () -> fixture.find("#latent-map").getAccessibleText().contains("after epoch " + EPOCHS + ";")
                        && progress().startsWith("250 / 250"));
        onFx(() -> {
            assertThat(leftEarly).as("layouts that were given up").isEmpty();
            assertThat(said).anyMatch(text -> text.matches("epoch \\d+; laid out anew every \\d+0 epochs.*"));
            assertThat(interval()).as("nothing is in training any more").isEmpty();
        });
        until(
                "its quality is measured",
                () -> fixture.find("#map-quality").getAccessibleText().contains("map 10-NN"));
    }
}
