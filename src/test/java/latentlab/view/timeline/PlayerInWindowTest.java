package latentlab.view.timeline;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.preferences.Repeat;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The timeline as a player, by its buttons, its card, the wheel and the keys. */
class PlayerInWindowTest {
    private static final int LAST = 6;

    private final Hand robot = Hand.ONLY;
    private final List<Integer> seen = new CopyOnWriteArrayList<>();

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(60, 5, 7));

    private TrainingModel model;

    @BeforeEach
    void train() {
        fixture.train(LAST, settings -> settings);
        model = fixture.window.model();
        onFx(() -> {
            fixture.window.preferences().frameMillisProperty().set(20);
            model.selectedEpochProperty().addListener((_, _, epoch) -> seen.add(epoch.intValue()));
        });
    }

    private int selected() {
        return model.selectedEpochProperty().get();
    }

    private boolean playing(String button) {
        return fixture.<ToggleButton>find(button).isSelected();
    }

    private void select(int epoch) {
        onFx(() -> {
            model.select(epoch);
            seen.clear();
        });
    }

    @Test
    void playsBackwardsToTheFirstEpochAndFromThereFromTheLast() {
        robot.strike(KeyCode.R);
        until("the first", () -> selected() == 0 && !playing("#timeline-reverse"));
        assertThat(seen).containsExactly(5, 4, 3, 2, 1, 0);
        seen.clear();
        robot.clickOn("#timeline-reverse");
        until("again", () -> seen.size() == LAST + 1 && !playing("#timeline-reverse"));
        assertThat(seen).containsExactly(6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void theOtherDirectionTakesOverAndTheSameStops() {
        onFx(() -> fixture.window.preferences().frameMillisProperty().set(2000));
        select(3);
        robot.strike(KeyCode.SPACE);
        until("forwards", () -> playing("#timeline-play"));
        robot.strike(KeyCode.R);
        until("backwards", () -> playing("#timeline-reverse") && !playing("#timeline-play"));
        robot.clickOn("#timeline-reverse");
        until("neither", () -> !playing("#timeline-reverse") && !playing("#timeline-play"));
    }

    @Test
    void aKeyChangesWhatHappensAtTheEnd() {
        robot.strike(KeyCode.P);
        robot.strike(KeyCode.P);
        until("bounce", () -> fixture.window.preferences().repeatProperty().get() == Repeat.BOUNCE);
        select(4);
        robot.strike(KeyCode.SPACE);
        until("to and fro", () -> seen.size() > 12);
        robot.strike(KeyCode.SPACE);
        assertThat(seen).startsWith(5, 6, 5, 4, 3, 2, 1, 0, 1, 2);
    }

    @Test
    void aRangeMarkedByKeysLoopsUntilItIsCleared() {
        select(2);
        robot.strike(KeyCode.I);
        select(4);
        robot.strike(KeyCode.O);
        robot.clickOn("#timeline-speed");
        until("the card", () -> robot.lookup("#timeline-range").tryQuery().isPresent());
        onFx(() -> assertThat(robot.lookup("#timeline-range").<Label>query().getText())
                .isEqualTo("epochs 2 to 4"));
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> robot.lookup("#timeline-range").tryQuery().isEmpty());
        select(0);
        robot.strike(KeyCode.SPACE);
        until("twice", () -> seen.size() > 6);
        assertThat(seen).startsWith(2, 3, 4, 2, 3, 4, 2);
        robot.strike(KeyCode.SPACE);
        robot.strike(KeyCode.X);
        select(4);
        robot.strike(KeyCode.SPACE);
        until("the end", () -> selected() == LAST && !playing("#timeline-play"));
    }

    @Test
    void theCardSetsSpeedRepetitionAndRange() {
        select(3);
        robot.clickOn("#timeline-speed");
        robot.clickOn("#timeline-range-end");
        robot.clickOn("#timeline-repeat-loop");
        onFx(() -> robot.lookup("#timeline-speed-slider").<Slider>query().setValue(1));
        onFx(() -> {
            var preferences = fixture.window.preferences();
            assertThat(preferences.frameMillisProperty().get()).isEqualTo(2000);
            assertThat(preferences.repeatProperty().get()).isEqualTo(Repeat.LOOP);
            assertThat(robot.lookup("#timeline-range").<Label>query().getText()).isEqualTo("epochs 0 to 3");
        });
        robot.clickOn("#timeline-range-clear");
        onFx(() -> assertThat(robot.lookup("#timeline-range").<Label>query().getText())
                .isEqualTo("all epochs"));
        robot.strike(KeyCode.ESCAPE);
        robot.strike(KeyCode.PERIOD);
        until("faster", () -> fixture.window.preferences().frameMillisProperty().get() == 1500);
    }

    @Test
    void anEpochIsTypedAndABadOneIsRefusedInASentence() {
        robot.strike(KeyCode.E);
        until("asked", () -> fixture.<TextField>find("#timeline-position").isFocused());
        robot.write("4");
        robot.strike(KeyCode.ENTER);
        until("there", () -> selected() == 4);
        until(
                "the keys are the timeline's again",
                () -> fixture.find("#timeline-track").isFocused());
        for (String bad : List.of("7", "-1", "x")) {
            robot.clickOn("#timeline-position");
            onFx(() -> fixture.<TextField>find("#timeline-position").selectAll());
            robot.write(bad);
            robot.strike(KeyCode.ENTER);
            until(
                    "refused " + bad,
                    () -> robot.listWindows().stream()
                            .anyMatch(window -> window.isShowing()
                                    && window instanceof javafx.scene.control.Tooltip tooltip
                                    && tooltip.getText().equals("Type a whole number from 0 to 6, the newest epoch.")));
            assertThat(selected()).isEqualTo(4);
            robot.strike(KeyCode.ESCAPE);
            until(
                    "given up",
                    () -> fixture.<TextField>find("#timeline-position")
                            .getText()
                            .equals("4"));
        }
    }

    @Test
    void theWheelStepsAndPageKeysJump() {
        select(3);
        robot.moveTo("#timeline-track");
        robot.scroll(1, VerticalDirection.DOWN);
        until("one on", () -> selected() == 4);
        robot.scroll(2, VerticalDirection.UP);
        until("two back", () -> selected() == 2);
        robot.strike(KeyCode.PAGE_DOWN);
        until("the end", () -> selected() == LAST);
        robot.strike(KeyCode.PAGE_UP);
        until("the start", () -> selected() == 0);
    }
}
