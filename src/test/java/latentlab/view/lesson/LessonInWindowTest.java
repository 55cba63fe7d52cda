package latentlab.view.lesson;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.ModelKind;
import latentlab.figure.ClassPalette;
import latentlab.preferences.MapLayout;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.view.ThemeColours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A lesson of one's own, from opening it to its end, and on the next day. */
class LessonInWindowTest {
    private static final String LESSON = """
        ---
        title: Mine | 私の
        about: About it. | それについて。
        minutes: 3
        latent: 3
        show: panel filters, maps large
        ---
        ## Low | 低い
        ```step
        do: train 2, epoch 1
        measure: validation loss at 2
        holds: validation loss at 2 < 0.001 * validation loss at 1
        ```
        ### Predict
        How low?
        ### Watch
        The curve.
        ### Compare
        It is **{validation loss at 2}** with {latent units} units.
        ### 予想
        いくつ?
        ### 観察
        曲線。
        ### 比較
        {validation loss at 2} です。
        ## Tied | 共有
        ```step
        model: tied
        do: train 1
        holds: parameters < parameters of the run with model simple
        ```
        ### Predict
        How many parameters?
        - [x] fewer
        - [ ] as many
        ### Compare
        {parameters} and {parameters of the run with model simple}.
        ### 予想
        パラメーターの数は?
        - [x] 少ない
        - [ ] 同じ
        ### 比較
        {parameters}
        """;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 760);

    private void open(String text) {
        until("ready", () -> fixture.window.model().history().size() == 1);
        try {
            fixture.answers.add(Files.writeString(fixture.folder.resolve("mine.lesson.md"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        robot.clickOn("#learn");
        until("the menu", () -> robot.lookup("#lesson-open").tryQuery().isPresent());
        robot.clickOn("#lesson-open");
    }

    private String words(String selector) {
        return fixture.find(selector) instanceof Label label
                ? label.getText()
                : fixture.find(selector) == null ? null : fixture.find(selector).getAccessibleText();
    }

    private void untilThere(String selector) {
        until(selector, () -> fixture.find(selector) != null);
    }

    private String losses(int epoch) {
        double loss = fixture.window.model().history().get(epoch).validLoss();
        return String.format(Locale.ROOT, "%.4f", loss);
    }

    private int ground(String selector) {
        List<BackgroundFill> fills =
                fixture.<Region>find(selector).getBackground().getFills();
        return ThemeColours.rgb((Color) fills.getLast().getFill());
    }

    @Test
    void asksFirstThenTrainsAndComparesWithTheUsersRun() {
        open(LESSON);
        until("the cover", () -> fixture.find("#lesson").isVisible() && fixture.find("#lesson-about") != null);
        assertThat(words("#lesson-about")).isEqualTo("About it.");
        assertThat(ClassPalette.contrast(ground("#lesson .track"), ground("#lesson .progress-bar > .bar")))
                .as("how far one is, on the whole")
                .isGreaterThan(2);
        assertThat(fixture.find("#train").getScene())
                .as("settings stay in the window")
                .isNotNull();

        robot.clickOn("#lesson-next");
        untilThere("#lesson-number");
        assertThat(fixture.window.model().settingsProperty().get().latent()).isEqualTo(3);
        assertThat(fixture.window.preferences().mapLayoutProperty().get()).isEqualTo(MapLayout.LARGE);
        assertThat(fixture.<ButtonBase>find("#lesson-watch").isDisabled())
                .as("predict first")
                .isTrue();
        robot.clickOn("#lesson-number").write("low");
        robot.clickOn("#lesson-watch");
        assertThat(words("#lesson-fault")).contains("such as 0.05");
        onFx(() -> fixture.<TextField>find("#lesson-number").setText("0.05"));
        robot.clickOn("#lesson-watch");
        untilThere("#lesson-compare");

        assertThat(fixture.window.model().history()).hasSize(3);
        assertThat(fixture.window.model().selectedEpochProperty().get()).isEqualTo(1);
        assertThat(words("#lesson-compare")).isEqualTo("It is " + losses(2) + " with 3 units.");
        assertThat(words("#lesson-verdict")).isEqualTo("You predicted 0.0500; your run has " + losses(2) + ".");
        assertThat(words("#lesson-otherwise"))
                .as("a claim that the run disproves")
                .contains("Expected: validation loss after epoch 2 < 0.001 × validation loss after epoch 1.")
                .contains("In your run: " + losses(2) + " and 0.00");

        robot.clickOn("#lesson-next");
        untilThere("#lesson-choice-1");
        robot.clickOn("#lesson-choice-1");
        robot.clickOn("#lesson-watch");
        untilThere("#lesson-compare");
        assertThat(fixture.run().config().kind()).isEqualTo(ModelKind.TIED);
        assertThat(words("#lesson-compare")).isEqualTo("3,139 and 5,491.");
        assertThat(words("#lesson-verdict")).isEqualTo("You predicted: “as many” It is: “fewer”");
        assertThat(words("#lesson-otherwise")).isNull();

        onFx(() -> fixture.<Button>find("#language").fire());
        assertThat(words("#lesson-verdict")).isEqualTo("あなたの予想:「同じ」実際は「少ない」です。");
        robot.clickOn("#lesson-next");
        until("closed", () -> !fixture.find("#lesson").isVisible());
        assertThat(fixture.find("#train").isVisible()).isTrue();
    }

    /** What is done next has the focus each time, and says what the page says. */
    @Test
    void isDoneWithTheKeyboardAlone() {
        open(LESSON);
        untilThere("#lesson-about");
        robot.strike(KeyCode.SPACE);
        until("what one answers with", () -> "lesson-number".equals(focused()));
        assertThat(fixture.find("#lesson-number").getAccessibleHelp()).contains("Low", "How low?");
        robot.write("0.05").type(KeyCode.ENTER);
        untilThere("#lesson-compare");
        assertThat(focused()).isEqualTo("lesson-next");
        assertThat(fixture.find("#lesson-next").getAccessibleHelp()).contains(words("#lesson-compare"));
        robot.strike(KeyCode.SPACE);
        until("the choice", () -> "lesson-choice-0".equals(focused()));
        assertThat(fixture.find("#lesson-choice-0").getAccessibleHelp()).contains("How many parameters?");
    }

    private String focused() {
        Node owner = fixture.stage.getScene().getFocusOwner();
        return owner == null ? null : owner.getId();
    }

    @Test
    void keepsPlaceAndAnswersForTheNextDay() {
        open(LESSON);
        untilThere("#lesson-about");
        robot.clickOn("#lesson-next");
        untilThere("#lesson-number");
        robot.clickOn("#lesson-number").write("0.07").type(KeyCode.ENTER);
        untilThere("#lesson-compare");
        String compared = words("#lesson-compare");
        robot.clickOn("#lesson-next");
        untilThere("#lesson-choice-0");

        fixture.reopen();
        open(LESSON);
        untilThere("#lesson-about");
        robot.clickOn("#lesson-next");
        untilThere("#lesson-choice-0");
        robot.clickOn("#lesson-back");
        untilThere("#lesson-compare");
        assertThat(words("#lesson-compare")).isEqualTo(compared);
        assertThat(words("#lesson-verdict")).contains("0.0700");
    }

    @Test
    void aStoppedTrainingIsGoneOnWithFromTheStep() {
        // Epochs slow enough to be interrupted after the first.
        open(LESSON.replace("latent: 3", "latent: 3\nbatch: 4")
                .replace("train 2, epoch 1", "train 20")
                .replace("validation loss at 2 <", "validation loss at 20 <"));
        untilThere("#lesson-about");
        robot.clickOn("#lesson-next");
        untilThere("#lesson-no-idea");
        TrainingModel model = fixture.window.model();
        AtomicBoolean once = new AtomicBoolean();
        onFx(() -> model.history().subscribe(() -> {
            if (model.history().size() >= 2 && !once.getAndSet(true)) {
                model.pause();
            }
        }));
        robot.clickOn("#lesson-no-idea");
        until("paused", () -> model.stateProperty().get() == RunState.PAUSED);
        untilThere("#lesson-again");
        assertThat(words("#lesson-status")).contains("not there yet");
        robot.clickOn("#lesson-again");
        untilThere("#lesson-compare");
        assertThat(model.history()).hasSize(21);
    }

    @Test
    void shiftF1SwitchesAndABadLessonSaysItsLine() throws IOException {
        open(LESSON.replace("minutes: 3", "minutes: many"));
        until(
                "said",
                () -> robot.lookup(".notification-bar .label").queryAllAs(Label.class).stream()
                        .anyMatch(label ->
                                String.valueOf(label.getText()).contains("mine.lesson.md, line 4: minutes is")));
        assertThat(fixture.find("#lesson").isVisible()).isFalse();
        assertThat(fixture.find("#left-parts").isVisible())
                .as("nothing to switch to")
                .isFalse();

        robot.clickOn("#learn");
        until("the menu", () -> robot.lookup("#lesson-simple").tryQuery().isPresent());
        robot.clickOn("#lesson-simple");
        until("open", () -> fixture.find("#lesson").isVisible());
        robot.strike(KeyCode.SPACE);
        untilThere("#lesson-choice-0");
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        until("settings", () -> !fixture.find("#lesson").isVisible());
        robot.clickOn("#show-lesson");
        until("lesson", () -> fixture.find("#lesson").isVisible());
        robot.clickOn("#lesson-close");
        until(
                "closed",
                () -> !fixture.find("#lesson").isVisible()
                        && !fixture.find("#left-parts").isVisible());
    }
}
