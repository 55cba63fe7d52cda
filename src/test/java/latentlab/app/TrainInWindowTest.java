package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A person trains, looks back while it goes on, changes the rate, and starts over: all by the window's own controls.
 */
class TrainInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    @BeforeEach
    void ready() {
        until("ready", () -> fixture.window.model().history().size() == 1);
    }

    @Test
    void trainsToTheLastEpochAndOffersMore() {
        type("#epochs-field", "3");
        robot.clickOn("#train");
        until("finished", () -> status().startsWith("Finished"));

        assertThat(epochs()).isEqualTo(3);
        assertThat(position()).isEqualTo("epoch 3 of 3");
        assertThat(this.<Button>find("#train").getText()).isEqualTo("Train 3 more");

        robot.clickOn("#train");
        until("finished again", () -> epochs() == 6 && status().startsWith("Finished"));
    }

    @Test
    void keepsWhatIsLookedAtWhileTrainingGoesOnUntilLiveIsPressed() {
        type("#epochs-field", "100000");
        robot.clickOn("#train");
        until("some epochs", () -> epochs() >= 5);
        robot.clickOn("#timeline-first");
        int before = epochsOnFx();
        until("the untrained model", () -> caption().startsWith("epoch 0"));
        WritableImage untrained = fixture.picture("#reconstruction-grid");
        until("more epochs", () -> epochs() >= before + 3);

        assertThat(position()).startsWith("epoch 0 of");
        assertThat(this.<ToggleButton>find("#timeline-live").isSelected()).isFalse();
        assertThat(WindowFixture.samePixels(untrained, fixture.picture("#reconstruction-grid")))
                .isTrue();

        robot.clickOn("#timeline-live");
        until("the newest epoch", () -> !position().startsWith("epoch 0 of"));
        until("a trained model", () -> !caption().startsWith("epoch 0"));
        assertThat(WindowFixture.samePixels(untrained, fixture.picture("#reconstruction-grid")))
                .isFalse();
    }

    @Test
    void scrubsByMouseTableChartAndKeys() {
        type("#epochs-field", "8");
        robot.clickOn("#train");
        until("finished", () -> status().startsWith("Finished"));

        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        assertThat(position()).isEqualTo("epoch 0 of 8");
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(position()).isEqualTo("epoch 1 of 8");
        robot.press(KeyCode.END).release(KeyCode.END);
        assertThat(position()).isEqualTo("epoch 8 of 8");

        robot.moveTo("#timeline-track").clickOn(MouseButton.PRIMARY);
        assertThat(position()).isEqualTo("epoch 4 of 8");
        robot.clickOn("#loss-chart");
        assertThat(position()).isIn("epoch 3 of 8", "epoch 4 of 8", "epoch 5 of 8");

        TableView<?> table = fixture.find("#epoch-table");
        onFx(() -> table.getSelectionModel().select(2));
        assertThat(position()).isEqualTo("epoch 2 of 8");
        until("epoch 2 is shown", () -> caption().startsWith("epoch 2"));
    }

    @Test
    void playsTheEpochsWithTheSpaceBar() {
        type("#epochs-field", "3");
        robot.clickOn("#train");
        until("finished", () -> status().startsWith("Finished"));
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        until("played to the end", () -> position().equals("epoch 3 of 3"));
        until(
                "stopped playing",
                () -> !this.<ToggleButton>find("#timeline-play").isSelected());
        assertThat(epochsOnFx()).as("space must not have pressed Train").isEqualTo(3);
    }

    @Test
    void changesTheRateOfTheRunUnderWay() {
        type("#epochs-field", "100000");
        robot.clickOn("#train");
        until("some epochs", () -> epochs() >= 2);
        type("#rate-field", "0.002");
        until(
                "the change is recorded",
                () -> fixture.window.model().rateChanges().size() == 1);

        var change = fixture.window.model().rateChanges().getFirst();
        assertThat(change.before()).isEqualTo(0.01);
        assertThat(change.after()).isEqualTo(0.002);
        assertThat(this.<Label>find("#pending").isVisible())
                .as("the rate needs no new run")
                .isFalse();
        assertThat(this.<Slider>find("#rate-slider").getValue()).isCloseTo(Math.log10(0.002), within());
    }

    @Test
    void scrubsByKeysAfterTheRateWasDragged() {
        type("#epochs-field", "3");
        robot.clickOn("#train");
        until("finished", () -> status().startsWith("Finished"));
        robot.clickOn("#rate-slider");
        double rate = fixture.window.model().settingsProperty().get().learningRate();
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(position()).isEqualTo("epoch 1 of 3");
        assertThat(fixture.window.model().settingsProperty().get().learningRate())
                .isEqualTo(rate);
    }

    @Test
    void takesTheRateADragEndsOn() {
        type("#epochs-field", "100000");
        robot.clickOn("#train");
        until("some epochs", () -> epochs() >= 2);
        robot.moveTo("#rate-slider").press(MouseButton.PRIMARY).moveBy(20, 0);
        assertThat(this.<TextField>find("#rate-field").getText()).as("follows").isNotEqualTo("0.01");
        assertThat(fixture.window.model().settingsProperty().get().learningRate())
                .isEqualTo(0.01);
        robot.moveBy(20, 0).release(MouseButton.PRIMARY);
        assertThat(fixture.window.model().settingsProperty().get().learningRate())
                .isGreaterThan(0.02);
    }

    @Test
    void leavesTheRunAloneWhenTheDimensionChanges() {
        onFx(() -> fixture.window.preferences().runsKeptProperty().set(false));
        robot.clickOn("#epoch");
        until("one epoch", () -> epochs() == 1 && status().startsWith("Paused"));
        double[] places = buttonPlaces();
        type("#latent-field", "2");

        // What listens to the settings must outlast a collection.
        System.gc();
        type("#batch-field", "64");
        assertThat(this.<Label>find("#pending").isVisible()).isTrue();
        assertThat(this.<Label>find("#latent-note").isVisible()).isTrue();
        assertThat(this.<Label>find("#batch-note").isVisible()).isTrue();
        assertThat(this.<Label>find("#seed-note").isVisible()).isFalse();
        assertThat(buttonPlaces()).as("buttons stay where they are").containsExactly(places);
        assertThat(fixture.run().model().latent()).isEqualTo(20);
        assertThat(epochsOnFx()).isEqualTo(1);

        robot.strike(KeyCode.CONTROL, KeyCode.R);
        robot.clickOn("#confirm-no");
        assertThat(epochsOnFx()).as("kept").isEqualTo(1);
        robot.strike(KeyCode.CONTROL, KeyCode.R);
        robot.clickOn("#confirm-yes");
        until("a new run", () -> epochs() == 0 && fixture.run().model().latent() == 2);
        assertThat(this.<Label>find("#pending").isVisible()).isFalse();
    }

    @Test
    void pausesResumesAndStops() {
        type("#epochs-field", "100000");
        robot.clickOn("#train");
        until("training", () -> epochs() >= 1);
        robot.clickOn("#pause");
        until("paused", () -> status().startsWith("Paused"));
        assertThat(status()).doesNotContain("epochs/s").doesNotContain("left");
        assertThat(this.<Button>find("#train").getText()).isEqualTo("Resume");
        robot.clickOn("#train");
        until("training again", () -> status().startsWith("Training"));
        robot.clickOn("#stop");
        until("stopped", () -> status().startsWith("Stopped"));
        int kept = epochsOnFx();
        assertThat(kept).isGreaterThanOrEqualTo(1);
        assertThat(this.<Button>find("#train").getText()).isEqualTo("Continue");
    }

    @Test
    void leavesTheFocusOnTheButtonThatIsWantedNext() {
        type("#epochs-field", "100000");
        robot.clickOn("#train");
        until("training", () -> status().startsWith("Training"));
        assertThat(focused()).isEqualTo("pause");
        robot.clickOn("#pause");
        until("paused", () -> status().startsWith("Paused"));
        assertThat(focused()).isEqualTo("train");

        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        assertThat(focused()).isEqualTo("epoch");
        int before = epochsOnFx();
        for (int presses = 1; presses <= 2; presses++) {
            int next = before + presses;
            robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
            until("one epoch more", () -> epochs() == next && status().startsWith("Paused"));
            assertThat(focused()).isEqualTo("epoch");
            assertThat(this.<Button>find("#epoch").isFocusVisible())
                    .as("in sight of those who use the keyboard")
                    .isTrue();
        }

        robot.clickOn("#stop");
        until("stopped", () -> status().startsWith("Stopped"));
        assertThat(focused()).as("not New run, which gives the run up").isEqualTo("train");
    }

    private String focused() {
        AtomicReference<String> focused = new AtomicReference<>();
        // A pulse moves the focus away from what has been disabled.
        WaitForAsyncUtils.waitForFxEvents();
        onFx(() -> focused.set(fixture.stage.getScene().getFocusOwner().getId()));
        return focused.get();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-9);
    }

    private void type(String field, String text) {
        TextField target = find(field);
        robot.clickOn(field);
        onFx(target::selectAll);
        robot.write(text).press(KeyCode.ENTER).release(KeyCode.ENTER);
    }

    private <T extends javafx.scene.Node> T find(String selector) {
        return fixture.find(selector);
    }

    private double[] buttonPlaces() {
        double[] places = new double[2];
        onFx(() -> {
            fixture.stage.getScene().getRoot().layout();
            places[0] = yOf("#train");
            places[1] = yOf("#stop");
        });
        return places;
    }

    private double yOf(String selector) {
        javafx.scene.Node node = find(selector);
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    private String status() {
        return this.<StatusBar>find("#status").getText();
    }

    private String position() {
        return "epoch " + this.<TextField>find("#timeline-position").getText() + " "
                + this.<Label>find("#timeline-of").getText();
    }

    private String caption() {
        return this.<Label>find("#reconstruction-caption").getText();
    }

    private int epochs() {
        return fixture.window.model().history().size() - 1;
    }

    private int epochsOnFx() {
        AtomicReference<Integer> epochs = new AtomicReference<>();
        onFx(() -> epochs.set(epochs()));
        return epochs.get();
    }
}
