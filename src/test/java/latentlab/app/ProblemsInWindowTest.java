package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.run.Fault;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever goes wrong, one sentence says so, and the run under way lives on. */
class ProblemsInWindowTest {
    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720).loading(this::load);

    /** Slow data reports for as long as it is not cancelled; everything else is really loaded. */
    private Dataset load(DataRequest request, Progress progress) throws Problem {
        while (request.origin().endsWith("slow") && slowMayEnd.getCount() > 0) {
            progress.report(0.5, Sentence.of("view.data.loading", "slow"));
            Thread.onSpinWait();
        }
        return new Datasets().load(request, progress);
    }

    @AfterEach
    void stop() throws Exception {
        slowMayEnd.countDown();
    }

    private void startRun() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window.model().trainOneEpoch());
        until("one epoch", () -> fixture.window.model().history().size() == 2);
    }

    private void assertRunLives() {
        int before = fixture.window.model().history().size();
        onFx(() -> fixture.window.model().trainOneEpoch());
        until("another epoch", () -> fixture.window.model().history().size() == before + 1);
    }

    @Test
    void saysNothingMoreOfARunThatDivergedOnceAnotherHasTakenItsPlace() {
        startRun();
        NotificationPane notices = fixture.find("#notices");
        onFx(() -> fixture.window
                .model()
                .post(new RunEvent.StateChanged(
                        fixture.run().id(), RunState.DIVERGED, 50, Fault.of(Problem.of("run.diverged", 1, 0.5)))));
        until("told", notices::isShowing);
        robot.clickOn("#new-run");
        until("a new run", () -> fixture.window.model().history().size() == 1);
        until("no notice", () -> !notices.isShowing());
    }

    @Test
    void trainsNothingWhileAFieldHoldsWhatCannotBeTaken() {
        startRun();
        robot.clickOn("#batch-field");
        TextField field = fixture.find("#batch-field");
        onFx(field::selectAll);
        robot.write("0").clickOn("#train");
        onFx(() -> assertThat(field.isFocused()).as("what has to be mended").isTrue());
        assertThat(fixture.<Label>find("#batch-problem").isVisible()).isTrue();
        onFx(() -> fixture.stage.getScene().getRoot().layout());
        assertThat(field.getWidth())
                .as("the sentence leaves the fields their width")
                .isEqualTo(fixture.<TextField>find("#epochs-field").getWidth());
        assertThat(fixture.window.model().stateProperty().get()).isEqualTo(RunState.PAUSED);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE).clickOn("#train");
        until("training again", () -> fixture.window.model().history().size() > 2);
    }

    @Test
    void saysWhatIsWrongWithANumberAndMovesNothing() {
        startRun();
        for (List<String> bad : List.of(
                List.of("#latent-field", "129", "1 to 128"),
                List.of("#latent-field", "2.5", "not a whole number"),
                List.of("#latent-field", "many", "not a whole number"),
                List.of("#rate-field", "0", "0.0001 to 1"),
                List.of("#rate-field", "fast", "not a number"),
                List.of("#epochs-field", "0", "1 to 100,000"),
                List.of("#batch-field", "-1", "1 to 10,000"),
                List.of("#latent-field", "1e-3", "not a whole number"),
                List.of("#epochs-field", "99999999999", "1 to 100,000"),
                List.of("#seed-field", "x", "not a whole number"),
                List.of("#seed-field", "1e30", "at most 18 digits"),
                List.of("#seed-field", "100e2147483647", "at most 18 digits"),
                List.of("#seed-field", "5".repeat(101), "…” is not a whole number"),
                List.of("#rate-field", "0." + "5".repeat(99), "…” is not a number"),
                List.of("#seed-field", "9223372036854775808", "at most 18 digits"))) {
            TextField field = fixture.find(bad.get(0));
            robot.clickOn(bad.get(0));
            onFx(field::selectAll);
            double[] before = places();
            // Of a long one all but the end is put in at once, as if pasted.
            int typed = Math.min(12, bad.get(1).length());
            onFx(() -> field.replaceSelection(bad.get(1).substring(0, bad.get(1).length() - typed)));
            robot.write(bad.get(1).substring(bad.get(1).length() - typed))
                    .press(KeyCode.ENTER)
                    .release(KeyCode.ENTER);
            assertThat(places()).as("%s in %s", bad.get(1), bad.get(0)).containsExactly(before);
            Label problem = fixture.find(bad.get(0).replace("field", "problem"));
            assertThat(problem.getText()).as("%s in %s", bad.get(1), bad.get(0)).contains(bad.get(2));
            assertThat(problem.isVisible()).isTrue();
            assertThat(field.getText()).as("what was typed stays").isEqualTo(bad.get(1));
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            assertThat(problem.isVisible()).as("escape takes it back").isFalse();
        }
        assertRunLives();
    }

    @Test
    void takesASeedToItsLastDigit() {
        startRun();
        TextField field = fixture.find("#seed-field");
        // 2 to the power of 53, and the number after it that no double can be.
        for (long seed : List.of(9007199254740992L, 9007199254740993L, Long.MAX_VALUE, -3L)) {
            robot.clickOn("#seed-field");
            onFx(field::selectAll);
            robot.write(Long.toString(seed)).press(KeyCode.ENTER).release(KeyCode.ENTER);
            assertThat(fixture.window.model().settingsProperty().get().seed()).isEqualTo(seed);
            assertThat(field.getText()).isEqualTo(Long.toString(seed));
        }
    }

    /** @return where the fields and buttons of the settings are, from above */
    private double[] places() {
        List<String> controls = List.of("#seed-field", "#train", "#new-run");
        double[] places = new double[controls.size()];
        onFx(() -> {
            fixture.stage.getScene().getRoot().layout();
            for (int i = 0; i < places.length; i++) {
                Node control = fixture.find(controls.get(i));
                places[i] = control.localToScene(control.getLayoutBounds()).getMinY();
            }
        });
        return places;
    }

    @Test
    void saysWhyAFolderCannotBeOpenedAndOffersAnother() throws Exception {
        startRun();
        AtomicReference<Bounds> before = new AtomicReference<>();
        onFx(() -> {
            fixture.stage.getScene().getRoot().layout();
            Node shown = fixture.find("#charts");
            before.set(shown.localToScene(shown.getLayoutBounds()));
        });
        Path empty = Files.createDirectory(fixture.folder.resolve("empty"));
        fixture.answers.add(empty);
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        NotificationPane notices = fixture.find("#notices");
        until("a notice", notices::isShowing);
        assertThat(notices.getText()).contains(empty.toString()).contains("choose a folder");
        assertThat(notices.getActions())
                .extracting(action -> action.getText())
                .containsExactly("Open a folder of images…");
        assertThat(notices.getText()).doesNotContain("Exception");
        until("room for the notice", () -> notices.getHeight() >= 40);
        onFx(() -> {
            fixture.stage.getScene().getRoot().layout();
            Node charts = fixture.find("#charts");
            assertThat(charts.localToScene(charts.getLayoutBounds()))
                    .as("lies over the window and moves nothing")
                    .isEqualTo(before.get());
            Node hearing = fixture.find("#hearing");
            assertThat(notices.getWidth())
                    .as("up to what can be pressed at the end of the status")
                    .isBetween(
                            0.9 * fixture.stage.getScene().getWidth(),
                            hearing.localToScene(0, 0).getX());
            assertThat(notices.getHeight()).as("a line or two").isLessThan(80);
        });
        assertRunLives();
    }

    @Test
    void showsAndCancelsASlowTask() {
        startRun();
        fixture.answers.add(fixture.folder.resolve("slow"));
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        until(
                "a task with progress",
                () -> fixture.find("#task").isVisible()
                        && fixture.find("#task").lookup(".progress-bar") instanceof ProgressBar bar
                        && bar.getProgress() == 0.5);
        robot.clickOn("#task-cancel");
        until("no task", () -> !fixture.find("#task").isVisible());
        assertThat(fixture.<NotificationPane>find("#notices").isShowing())
                .as("cancelled on purpose")
                .isFalse();
        assertRunLives();
    }

    @Test
    void saysWhenTheLossIsNoLongerANumberAndOffersANewRun() {
        startRun();
        // Beyond what the controls allow: within their range these models do not diverge.
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withLearningRate(1e38)));
        onFx(() -> fixture.window.model().trainOneEpoch());
        NotificationPane notices = fixture.find("#notices");
        until("a notice", notices::isShowing);
        assertThat(notices.getText()).contains("infinite in epoch 2").contains("lower the rate");
        assertThat(fixture.<StatusBar>find("#status").getText()).startsWith("Diverged");
        assertThat(fixture.window.model().history()).as("epochs done stay").hasSize(2);
        assertThat(fixture.<Button>find("#train").getText()).isEqualTo("Train new run");
        assertThat(fixture.<Button>find("#new-run").isDisabled()).isFalse();
    }

    @Test
    void saysWhereAnExportCannotBeWritten() throws Exception {
        startRun();
        Path inTheWay = Files.createFile(fixture.folder.resolve("file"));
        fixture.answers.add(inTheWay.resolve("animation.gif"));
        robot.press(KeyCode.CONTROL, KeyCode.G).release(KeyCode.G, KeyCode.CONTROL);
        NotificationPane notices = fixture.find("#notices");
        until("a notice", notices::isShowing);
        assertThat(notices.getText()).contains("animation.gif");
        assertRunLives();
    }
}
