package latentlab.view.timeline;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.run.file.RunFile;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Epochs are marked with a note, found again on the track, and kept with the run. */
class BookmarksInWindowTest {
    @RegisterExtension
    final WindowFixture fixture = new WindowFixture(1000, 800);

    private final Hand robot = Hand.ONLY;

    private TrainingModel model() {
        return fixture.window.model();
    }

    private Path file() throws Exception {
        try (Stream<Path> files = Files.list(fixture.folder.resolve("runs"))) {
            return files.filter(each -> each.toString().endsWith(".latentlab"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static SortedMap<Integer, String> kept(Path file) {
        try (RunFile run = RunFile.open(file)) {
            return run.bookmarks();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Pane ticks() {
        return fixture.find("#timeline-bookmarks");
    }

    private void mark(int epoch, String note) {
        onFx(() -> model().select(epoch));
        robot.strike(KeyCode.CONTROL, KeyCode.D);
        until("asked", () -> robot.lookup("#bookmark-note").tryQuery().isPresent());
        robot.clickOn("#bookmark-note").write(note);
        robot.strike(KeyCode.ENTER);
        until("marked", () -> robot.lookup("#bookmark-note").tryQuery().isEmpty());
    }

    @Test
    void areMadeRenamedDeletedAndComeBackWithTheRun() throws Exception {
        fixture.train(3, config -> config.withLatent(4));
        Path file = file();
        mark(1, "first look");
        mark(2, "");
        until("in the file", () -> kept(file).equals(Map.of(1, "first look", 2, "")));
        onFx(() -> assertThat(ticks().getChildren())
                .extracting(node -> node.getAccessibleText())
                .containsExactly("Epoch 1: first look", "Bookmark at epoch 2"));
        robot.clickOn(ticks().getChildren().getFirst());
        onFx(() -> assertThat(model().selectedEpochProperty().get()).isEqualTo(1));

        robot.clickOn("#timeline-bookmark");
        robot.clickOn("#bookmark-delete");
        until("deleted", () -> kept(file).equals(Map.of(2, "")));
        onFx(() -> assertThat(ticks().getChildren()).hasSize(1));

        onFx(() -> model().startOver(model().settingsProperty().get().withLatent(9)));
        until(
                "another",
                () -> model().history().size() == 1 && ticks().getChildren().isEmpty());
        fixture.answers.add(file);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until("opened", () -> ticks().getChildren().size() == 1);
        mark(2, "again");
        fixture.closeWindow();
        assertThat(kept(file)).isEqualTo(Map.of(2, "again"));
    }

    @Test
    void keysGoFromOneToTheNext() {
        fixture.train(5, config -> config.withLatent(4));
        mark(1, "first");
        mark(4, "");
        onFx(() -> model().select(0));
        robot.strike(KeyCode.F2);
        untilAt(1);
        robot.strike(KeyCode.F2);
        untilAt(4);
        robot.strike(KeyCode.F2);
        robot.strike(KeyCode.RIGHT);
        untilAt(5);
        robot.strike(KeyCode.SHIFT, KeyCode.F2);
        untilAt(4);
        robot.strike(KeyCode.SHIFT, KeyCode.F2);
        untilAt(1);
    }

    private void untilAt(int epoch) {
        until("at epoch " + epoch, () -> model().selectedEpochProperty().get() == epoch);
    }

    @Test
    void ofARunThatIsNotKeptLastAsLongAsTheRun() {
        onFx(() -> fixture.window.preferences().runsKeptProperty().set(false));
        fixture.train(2, config -> config.withLatent(4));
        mark(1, "here");
        robot.strike(KeyCode.ESCAPE);
        onFx(() -> assertThat(fixture.run().findings().bookmarks()).isEqualTo(Map.of(1, "here")));
    }
}
