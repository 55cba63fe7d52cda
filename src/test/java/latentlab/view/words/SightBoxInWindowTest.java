package latentlab.view.words;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventType;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The keys of what there is to see, in the list of the first run. */
class SightBoxInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).firstStart().loading((_, _) -> MadeUpImages.dataset(60, 6, 8));

    @Test
    void aKeyHeldDownTicksOnceAndTheKeyForTrainingStillTrains() {
        until("measured", () -> !fixture.find("#first-run-start").isDisabled());
        robot.clickOn("#first-run-start");
        TrainingModel model = fixture.window.model();
        until("the end", () -> model.stateProperty().get() == RunState.FINISHED);
        CheckBox box = fixture.find("#first-sight-gathered");
        AtomicInteger changes = new AtomicInteger();
        onFx(() -> {
            box.selectedProperty().subscribe(() -> changes.incrementAndGet());
            box.requestFocus();
            // As the system repeats a key that is held down.
            for (int i = 0; i < 5; i++) {
                box.fireEvent(space(KeyEvent.KEY_PRESSED));
            }
            box.fireEvent(space(KeyEvent.KEY_RELEASED));
            assertThat(changes).as("held down").hasValue(1);
            box.fireEvent(space(KeyEvent.KEY_PRESSED));
            box.fireEvent(space(KeyEvent.KEY_RELEASED));
            assertThat(changes).as("pressed anew").hasValue(2);
        });
        int epochs = model.history().size();
        robot.strike(KeyCode.CONTROL, KeyCode.ENTER);
        until("trains on", () -> model.history().size() > epochs);
        assertThat(changes).as("no tick by the key for training").hasValue(2);
    }

    private static KeyEvent space(EventType<KeyEvent> type) {
        return new KeyEvent(type, " ", " ", KeyCode.SPACE, false, false, false, false);
    }
}
