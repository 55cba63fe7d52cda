package latentlab.view.timeline;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person drags the timeline and the rate's slider while training goes on. */
class DragInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    @BeforeEach
    void train() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> {
            var model = fixture.window.model();
            model.setSettings(model.settingsProperty().get().withEpochs(100_000));
            model.train();
        });
        awaitEpochs(3);
    }

    @Test
    void aDragOfTheRatesThumbLeavesOneMark() {
        dragRate(".thumb", 0.5, 0.6, 0.7);
        assertOneMark();
    }

    @Test
    void aDragThatBeginsBesideTheThumbLeavesOneMark() {
        dragRate(".track", 0.8, 0.7, 0.6);
        assertOneMark();
    }

    @Test
    void aKeyHeldOnTheRatesSliderLeavesOneMark() {
        // By keyboard, as the keys are the timeline's otherwise.
        robot.clickOn("#rate-field");
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        assertThat(fixture.<Slider>find("#rate-slider").isFocusVisible()).isTrue();
        for (int i = 0; i < 3; i++) {
            key(KeyEvent.KEY_PRESSED);
            awaitAnotherEpoch();
        }
        key(KeyEvent.KEY_RELEASED);
        assertOneMark();
    }

    @Test
    void aScrubOverTheTrackStaysWhereItEndsWhileTrainingGoesOn() {
        awaitEpochs(20);
        // What has been trained would be a sliver of a track of 100,000.
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withEpochs(1000)));
        mouse(MouseEvent.MOUSE_PRESSED, "#timeline-track", ".track", 0.02);
        // About: the narrower a track is, the more its ends count.
        assertThat(selected()).isBetween(19, 22);
        mouse(MouseEvent.MOUSE_DRAGGED, "#timeline-track", ".track", 0.015);
        mouse(MouseEvent.MOUSE_DRAGGED, "#timeline-track", ".track", 0.01);
        int whileHeld = selected();
        assertThat(whileHeld).isBetween(9, 12);
        awaitAnotherEpoch();
        assertThat(selected()).as("while the mouse is held").isEqualTo(whileHeld);
        mouse(MouseEvent.MOUSE_RELEASED, "#timeline-track", ".track", 0.01);
        awaitAnotherEpoch();
        awaitAnotherEpoch();

        assertThat(selected()).isEqualTo(whileHeld);
        assertThat(fixture.<TextField>find("#timeline-position").getText()).isEqualTo("" + whileHeld);
        assertThat(fixture.<ToggleButton>find("#timeline-live").isSelected()).isFalse();
        until(
                "the epoch's images",
                () -> fixture.<Label>find("#reconstruction-caption").getText().startsWith("epoch " + whileHeld + " "));
    }

    /** Over the slider's places, from 0 to 1, with an epoch trained at each. */
    private void dragRate(String part, double... places) {
        mouse(MouseEvent.MOUSE_PRESSED, "#rate-slider", part, places[0]);
        for (double place : places) {
            mouse(MouseEvent.MOUSE_DRAGGED, "#rate-slider", part, place);
            awaitAnotherEpoch();
        }
        mouse(MouseEvent.MOUSE_RELEASED, "#rate-slider", part, places[places.length - 1]);
    }

    /** A key that is held repeats its press, which the robot does not. */
    private void key(EventType<KeyEvent> type) {
        onFx(() -> Event.fireEvent(
                fixture.find("#rate-slider"), new KeyEvent(type, "", "", KeyCode.RIGHT, false, false, false, false)));
    }

    /**
     * A drag goes on at the part of the slider it began on, wherever the pointer is. The robot of the headless screen
     * gives it to what is under the pointer instead: hence the events themselves.
     */
    private void mouse(EventType<MouseEvent> type, String slider, String part, double place) {
        onFx(() -> {
            Node whole = fixture.find(slider);
            Node target = whole.lookup(part);
            Node track = whole.lookup(".track");
            Bounds bounds = track.getLayoutBounds();
            Point2D at = track.localToScene(
                    bounds.getMinX() + place * bounds.getWidth(), (bounds.getMinY() + bounds.getMaxY()) / 2);
            Point2D screen = track.localToScreen(track.sceneToLocal(at));
            boolean down = type != MouseEvent.MOUSE_RELEASED;
            Event.fireEvent(
                    target,
                    new MouseEvent(
                            type,
                            at.getX(),
                            at.getY(),
                            screen.getX(),
                            screen.getY(),
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            down,
                            false,
                            false,
                            true,
                            false,
                            false,
                            new PickResult(target, at.getX(), at.getY())));
        });
    }

    private void assertOneMark() {
        double rate = fixture.window.model().settingsProperty().get().learningRate();
        assertThat(rate).isNotEqualTo(0.01);
        awaitAnotherEpoch();
        awaitAnotherEpoch();
        assertThat(fixture.window.model().rateChanges()).hasSize(1);
        assertThat(fixture.window.model().rateChanges().getFirst().before()).isEqualTo(0.01);
        assertThat(fixture.window.model().rateChanges().getFirst().after()).isEqualTo(rate);
    }

    private void awaitAnotherEpoch() {
        awaitEpochs(epochs() + 1);
    }

    private void awaitEpochs(int count) {
        until(count + " epochs", () -> fixture.window.model().history().size() > count);
    }

    private int epochs() {
        return onFxGet(() -> fixture.window.model().history().size() - 1);
    }

    private int selected() {
        return onFxGet(() -> fixture.window.model().selectedEpochProperty().get());
    }

    private static <T> T onFxGet(java.util.function.Supplier<T> what) {
        AtomicReference<T> got = new AtomicReference<>();
        onFx(() -> got.set(what.get()));
        return got.get();
    }
}
