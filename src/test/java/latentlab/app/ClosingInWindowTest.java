package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import latentlab.data.digits.BuiltInDigits;
import latentlab.export.Export;
import latentlab.export.OutputFile;
import latentlab.run.RunState;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever closes the window loses nothing without having been asked, and leaves nothing behind. */
class ClosingInWindowTest {
    private final CountDownLatch writing = new CountDownLatch(1);
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720)
            .loading((_, progress) -> BuiltInDigits.create(progress))
            .exporting(List.of(new Export(
                    "csv",
                    Export.Kind.TABLE,
                    "endless.csv",
                    List.of(),
                    (file, _, _, progress) -> writeForEver(file, progress))));

    /** Into a real file, until it is cancelled. */
    private void writeForEver(Path file, Progress progress) throws Problem {
        OutputFile.write(file, out -> {
            while (true) {
                out.write('x');
                out.flush();
                writing.countDown();
                progress.report(-1, Sentence.of("view.export.writing", "endless.csv"));
                Thread.onSpinWait();
            }
        });
    }

    private void train(boolean kept) {
        onFx(() -> fixture.window.preferences().runsKeptProperty().set(kept));
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withEpochs(100_000)));
        onFx(() -> fixture.window.model().train());
        until("training", () -> fixture.window.model().history().size() > 2);
    }

    private void export() throws InterruptedException {
        until("ready", () -> !fixture.window.model().history().isEmpty());
        fixture.answers.add(fixture.folder.resolve("endless.csv"));
        robot.clickOn("#export").clickOn("#export-csv");
        writing.await();
    }

    private void close() {
        Platform.runLater(
                () -> Event.fireEvent(fixture.stage, new WindowEvent(fixture.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private boolean asked(String words) {
        return robot.lookup(words).tryQuery().isPresent();
    }

    private boolean asked(Predicate<String> words) {
        return robot.lookup(
                        node -> node instanceof Label label && label.getText() != null && words.test(label.getText()))
                .tryQuery()
                .isPresent();
    }

    /** @return what is in the window's folder once it has been closed for good */
    /** @return what is in the folder besides the runs */
    private List<String> left() throws IOException {
        onFx(fixture::closeWindow);
        try (Stream<Path> files = Files.list(fixture.folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("runs"))
                    .toList();
        }
    }

    @Test
    void closesAtOnceWithNothingToLose() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        close();
        until("closed", () -> !fixture.stage.isShowing());
        assertThat(left()).as("no scratch file").allMatch("settings.properties"::equals);
    }

    @Test
    void closesByKeyAsByItsCloseButton() {
        train(false);
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        until("asked", () -> robot.lookup("#confirm-no").tryQuery().isPresent());
        robot.clickOn("#confirm-no");
        until("answered", () -> robot.lookup("#confirm-no").tryQuery().isEmpty());
        assertThat(fixture.stage.isShowing()).isTrue();

        robot.push(KeyCode.CONTROL, KeyCode.Q);
        until("asked again", () -> robot.lookup("#confirm-yes").tryQuery().isPresent());
        robot.clickOn("#confirm-yes");
        until("closed", () -> !fixture.stage.isShowing());
    }

    @Test
    void asksBeforeItStopsATrainingThatIsInNoFileAndGoesOnIfNotMeant() {
        train(false);
        close();
        until("asked", () -> asked(label -> label.endsWith("in no file and would be lost. Close the window?")));
        robot.clickOn("#confirm-no");
        int before = fixture.window.model().history().size();
        until("it goes on", () -> fixture.window.model().history().size() > before + 1);
        assertThat(fixture.stage.isShowing()).isTrue();
    }

    @Test
    void stopsATrainingCleanlyWithoutAQuestionWhereItIsKept() throws Exception {
        train(true);
        close();
        until("closed", () -> !fixture.stage.isShowing());
        assertThat(left()).as("no scratch file").allMatch("settings.properties"::equals);
        until("told", () -> fixture.window.model().stateProperty().get() == RunState.STOPPED);
        int epochs = fixture.window.model().history().size();
        onFx(() -> fixture.window.model().train());
        assertThat(fixture.window.model().history()).hasSize(epochs);
    }

    @Test
    void asksBeforeItGivesUpAFileAndTakesWhatWasWrittenAway() throws Exception {
        export();
        close();
        until("asked", () -> asked("A file is still being written. Give it up and close the window?"));
        robot.clickOn("#confirm-no");
        until("answered", () -> robot.lookup("#confirm-no").tryQuery().isEmpty());
        assertThat(fixture.stage.isShowing()).isTrue();
        assertThat(fixture.find("#task").isVisible()).as("still writing").isTrue();

        close();
        robot.clickOn("#confirm-yes");
        until("closed", () -> !fixture.stage.isShowing());
        assertThat(left()).allMatch("settings.properties"::equals);
    }

    @Test
    void asksOnceOfATrainingAndAFile() throws Exception {
        export();
        train(false);
        close();
        until(
                "asked",
                () -> asked(label -> label.endsWith(
                        "in no file, and a file is still being written. Give both up and close the window?")));
        robot.clickOn("#confirm-yes");
        until("closed", () -> !fixture.stage.isShowing());
        assertThat(left()).allMatch("settings.properties"::equals);
    }
}
