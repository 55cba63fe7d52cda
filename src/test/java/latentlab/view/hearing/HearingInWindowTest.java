package latentlab.view.hearing;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.preferences.Announced;
import latentlab.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who does not look at the window follows a training. */
class HearingInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private final List<String> said = new ArrayList<>();

    private void train(int epochs) {
        onFx(() -> {
            fixture.find("#announcer").accessibleTextProperty().addListener((_, _, now) -> said.add(now));
            fixture.window
                    .model()
                    .setSettings(fixture.window.model().settingsProperty().get().withEpochs(epochs));
            fixture.window.model().train();
        });
        until("finished", () -> fixture.window.model().stateProperty().get() == RunState.FINISHED);
    }

    private void ready() {
        until("ready", () -> fixture.window.model().history().size() == 1);
    }

    @Test
    void announcesEachEpochAndTheEndWhereThatIsChosen() {
        ready();
        robot.clickOn("#hearing");
        robot.clickOn("#hearing-epoch");
        assertThat(fixture.window.preferences().announcedProperty().get()).isEqualTo(Announced.EPOCH);
        train(3);
        assertThat(said)
                .anyMatch(
                        each -> each.matches("Epoch 3 of 3: training loss 0\\.\\d{4}, validation loss 0\\.\\d{4}\\."));
        assertThat(said.getLast())
                .matches("Training has finished after epoch 3: validation loss 0\\.\\d{4},"
                        + " best 0\\.\\d{4} at epoch \\d\\.");
        Node announcer = fixture.find("#announcer");
        assertThat(announcer.getAccessibleRole()).isEqualTo(AccessibleRole.TEXT);
        onFx(() -> assertThat(announcer.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .isEqualTo(said.getLast()));
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        assertThat(announcer.getAccessibleText()).startsWith("エポック 3 で学習が完了しました。");
    }

    @Test
    void cutsNoWordOfTheChoice() {
        ready();
        robot.clickOn("#hearing");
        until("open", () -> robot.lookup("#hearing-epoch").tryQuery().isPresent());
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            onFx(() -> {
                for (Announced each : Announced.values()) {
                    ToggleButton button = robot.lookup("#hearing-" + each.name().toLowerCase(Locale.ROOT))
                            .query();
                    Parent card = button.getScene().getRoot();
                    card.applyCss();
                    card.layout();
                    assertThat(button.lookup(".text")).extracting("text").isEqualTo(button.getText());
                }
            });
        }
    }

    @Test
    void announcesTheEndOnlyAtFirst() {
        ready();
        train(2);
        assertThat(said).hasSize(1).first().asString().startsWith("Training has finished after epoch 2");
    }

    @Test
    void announcesNothingWhereNothingIsChosen() {
        ready();
        robot.clickOn("#hearing");
        robot.clickOn("#hearing-nothing");
        train(2);
        assertThat(said).isEmpty();
    }
}
