package latentlab.view.loss;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.view.words.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody opens the window for the first time. */
class FirstRunInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).firstStart().loading((_, _) -> MadeUpImages.dataset(300, 8, 8));

    @Test
    void offersARunAndTheTimeItTakesAndGoesForGoodWithIt() {
        until(
                "measured",
                () -> fixture.<Label>find("#first-run-time").getText().matches("\\d+ epochs, about \\d+ (s|min)"));
        robot.clickOn("#first-run-start");
        until("trained", () -> fixture.window.model().history().size() > 2);
        assertThat(fixture.run().config().latent()).isEqualTo(2);
        assertThat(fixture.find("#first-run").isVisible()).isFalse();
        assertThat(fixture.find("#first-sights").isVisible())
                .as("what there is to see in it")
                .isTrue();
        until("the end", () -> fixture.window.model().stateProperty().get() == RunState.FINISHED);
        CheckBox halved = fixture.find("#first-sight-halved");
        onFx(() -> assertThat(halved.isSelected())
                .as("ticked by itself, once it is so")
                .isEqualTo(Sight.HALVED.certain(fixture.window.model().history()))
                .isEqualTo(halved.isDisabled()));
        robot.clickOn("#first-sight-gathered");
        until(
                "ticked by hand",
                () -> fixture.<CheckBox>find("#first-sight-gathered").isSelected());
        robot.clickOn("#first-sights-close");
        until("closed", () -> !fixture.find("#first-sights").isVisible());
        onFx(() -> fixture.window.model().stop());
        fixture.reopen();
        until("ready", () -> fixture.window.model().history().size() == 1);
        assertThat(fixture.find("#first-run").isVisible()).isFalse();
    }

    @Test
    void saysWhichDataItTrainsOnWhateverIsChosen() {
        until("offered", () -> fixture.find("#first-run").isVisible());
        onFx(() -> assertThat(fixture.<Label>find("#first-run-data").getText())
                .isEqualTo("It trains on the data chosen above: "
                        + fixture.<MenuButton>find("#data-choice").getText() + "."));
        onFx(() -> fixture.window.model().setDataset(WindowFixture.DIGITS));
        until(
                "other data",
                () -> fixture.<Label>find("#first-run-data")
                        .getText()
                        .equals("It trains on the data chosen above: Built-in digits."));
    }

    @Test
    void isTickedByHandWhileItTrains() {
        until("measured", () -> !fixture.find("#first-run-start").isDisabled());
        TrainingModel model = fixture.window.model();
        CheckBox gathered = fixture.find("#first-sight-gathered");
        Set<Bounds> places = new HashSet<>();
        AnimationTimer watching = new AnimationTimer() {
            @Override
            public void handle(long now) {
                boolean laidOut = gathered.getParent().getLayoutBounds().getHeight() > 0;
                if (laidOut && model.stateProperty().get() == RunState.TRAINING) {
                    places.add(gathered.localToScene(gathered.getLayoutBounds()));
                }
            }
        };
        onFx(watching::start);
        try {
            tickWhileItTrains(model, gathered);
        } finally {
            onFx(watching::stop);
        }
        assertThat(places).as("where it was while it trained").hasSize(1);
    }

    private void tickWhileItTrains(TrainingModel model, CheckBox gathered) {
        robot.clickOn("#first-run-start");
        until("trains", () -> model.history().size() > 1);
        onFx(() -> model.trainUntil(1_000_000));
        robot.clickOn("#first-sight-gathered");
        until("ticked by a click", gathered::isSelected);
        robot.strike(KeyCode.SPACE);
        until("taken back by the space bar", () -> !gathered.isSelected());
        robot.strike(KeyCode.ENTER);
        until("ticked by Enter", gathered::isSelected);
        onFx(() -> assertThat(model.stateProperty().get())
                .as("no key has paused it")
                .isEqualTo(RunState.TRAINING));
    }

    @Test
    void isNotInTheWayOfALesson() {
        until("offered", () -> fixture.find("#first-run").isVisible());
        robot.clickOn("#learn");
        until("the menu", () -> robot.lookup(".menu-item").tryQuery().isPresent());
        robot.strike(KeyCode.DOWN);
        robot.strike(KeyCode.ENTER);
        until("a lesson", () -> fixture.find("#lesson").isVisible());
        assertThat(fixture.find("#first-run").isVisible()).isFalse();
    }

    @Test
    void isNotInTheWayOfThoseWhoKnow() {
        until("offered", () -> fixture.find("#first-run").isVisible());
        robot.clickOn("#train");
        until("trained", () -> fixture.window.model().history().size() > 1);
        assertThat(fixture.find("#first-run").isVisible()).isFalse();
        assertThat(fixture.run().config().latent())
                .as("the settings that were shown")
                .isEqualTo(20);
    }
}
