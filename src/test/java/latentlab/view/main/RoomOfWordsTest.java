package latentlab.view.main;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.Dataset;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.RunState;
import latentlab.run.file.SavedRuns;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What teaches and advises has room beside and over the views, all of which stay in sight, in small windows. */
class RoomOfWordsTest {
    private static final Dataset DATA = MadeUpImages.dataset(200, 12, 12);

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(1024, 700).firstStart().loading((_, _) -> DATA);

    private final RoomSurvey survey = new RoomSurvey(fixture);

    private TrainingModel model() {
        return fixture.window.model();
    }

    private void lookInSmallWindows(String what) {
        for (int[] size : new int[][] {{1280, 800}, {1024, 700}}) {
            survey.resize(size[0], size[1], 100);
            survey.lookInBothWithoutScrolling(size[0] + " x " + size[1] + ", " + what);
        }
    }

    private void fire(String id) {
        onFx(() -> fixture.<ButtonBase>find(id).fire());
    }

    private void untilFinished() {
        until("trained", () -> model().stateProperty().get() == RunState.FINISHED);
    }

    @Test
    void theFirstRunAndWhatThereIsToSeeInIt() {
        until(
                "measured",
                () -> fixture.<Label>find("#first-run-time").getText().matches("\\d+ epochs, about \\d+ (s|min)"));
        lookInSmallWindows("the first run's card");
        survey.speak(Locale.ENGLISH);
        fire("#first-run-start");
        untilFinished();
        until("sights", () -> fixture.find("#first-sights").isVisible());
        lookInSmallWindows("what there is to see");
        assertThat(survey.faults).isEmpty();
    }

    @Test
    void advice() {
        until("ready", () -> model().history().size() == 1);
        onFx(() -> {
            model().setSettings(model().settingsProperty()
                    .get()
                    .withEpochs(2)
                    .withLatent(2)
                    .with(Setting.SPARSITY, 1.0)
                    .with(Setting.CODE, Activation.RELU));
            model().train();
        });
        untilFinished();
        until("advised", () -> fixture.find("#loss-advice").isVisible());
        lookInSmallWindows("advice");
        assertThat(survey.faults).isEmpty();
    }

    @Test
    void lessons() {
        until("ready", () -> model().history().size() == 1);
        List<String> lessons = List.of("training", "shapes", "two", "maps", "tied", "animation", "simple");
        for (String lesson : lessons) {
            survey.speak(Locale.ENGLISH);
            robot.clickOn("#learn");
            until("the menu", () -> robot.lookup("#lesson-" + lesson).tryQuery().isPresent());
            robot.clickOn("#lesson-" + lesson);
            until("the cover of " + lesson, () -> fixture.find("#lesson-about") != null);
            lookInSmallWindows("the cover of " + lesson);
            fire("#lesson-next");
            until("a question of " + lesson, () -> fixture.find("#lesson-watch") != null);
            lookInSmallWindows("a question of " + lesson);
        }
        for (int step = 1; step <= 2; step++) {
            onFx(() -> fixture.<Hyperlink>find("#lesson-no-idea").fire());
            until("compared", () -> fixture.find("#lesson-compare") != null);
            lookInSmallWindows("what came of step " + step);
            fire("#lesson-next");
            until("the next question", () -> fixture.find("#lesson-watch") != null);
        }
        assertThat(survey.faults).isEmpty();
    }

    @Test
    void theNotebooksMaps() {
        until("ready", () -> model().history().size() == 1);
        AtomicBoolean once = new AtomicBoolean();
        onFx(() -> model().stateProperty().subscribe(state -> {
            if (state == RunState.TRAINING && !once.getAndSet(true)) {
                model().pause();
            }
        }));
        fire("#notebook-maps");
        until(
                "trains and waits",
                () -> model().stateProperty().get() == RunState.PAUSED
                        && !said("#map-conclusion").isEmpty());
        lookInSmallWindows("a model for the notebook's maps");
        survey.speak(Locale.ENGLISH);
        onFx(model()::train);
        until("compared", () -> said("#map-conclusion").startsWith("Ten nearest"));
        survey.resize(1280, 800, 100);
        survey.lookInBothWithoutScrolling("the notebook's maps");
        assertThat(survey.faults).isEmpty();
    }

    private String said(String id) {
        return fixture.<Label>find(id).getText();
    }

    @Test
    void comparison() throws Exception {
        TrainingConfig config = TrainingConfig.DEFAULT.withBatch(100);
        save("one", config.withLatent(2));
        save("two", config.withLatent(5).withKind(ModelKind.TIED));
        save("three", config.withLatent(5).with(Setting.HIDDEN, HiddenLayer.dense(64, 32)));
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.getItems().size() == 3);
        onFx(() -> list.getSelectionModel().selectAll());
        fire("#library-compare");
        until(
                "compared",
                () -> fixture.find("#comparison-count") instanceof Label label
                        && label.getText().startsWith("3"));
        for (int picture = 0; picture < 4; picture++) {
            int each = picture;
            onFx(() -> fixture.<ComboBox<?>>find("#comparison-picture")
                    .getSelectionModel()
                    .select(each));
            lookInSmallWindows("comparison, picture " + picture);
        }
        assertThat(survey.faults).isEmpty();
    }

    private void save(String name, TrainingConfig config) throws Exception {
        Path runs = Files.createDirectories(fixture.folder.resolve("runs"));
        SavedRuns.train(runs.resolve(name + ".latentlab"), DATA, config.withEpochs(2));
    }
}
