package latentlab.view.sweep;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.comparison.KeyFigure;
import latentlab.comparison.Picture;
import latentlab.engine.training.EpochResult;
import latentlab.run.RunState;
import latentlab.run.file.RunFile;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.session.TrainingModel;
import latentlab.sweep.SweepLook;
import latentlab.sweep.TrialLook;
import latentlab.view.sweep.SweepTable.Row;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sweeps are made, looked after and gone on with in the window. */
class SweepInWindowTest {
    @RegisterExtension
    final WindowFixture fixture = new WindowFixture(1000, 900);

    private final Hand robot = Hand.ONLY;

    private TrainingModel model() {
        return fixture.window.model();
    }

    private void settings(int epochs) {
        until("ready", () -> model().history().size() == 1);
        onFx(() -> model().setSettings(model().settingsProperty().get().withEpochs(epochs)));
    }

    private SweepTable table() {
        return fixture.find("#sweep-table");
    }

    /** On the user interface's thread. @return the first sweep; null before there is one */
    private SweepLook sweep() {
        return table().getRoot().getChildren().isEmpty()
                ? null
                : table().getRoot().getChildren().getFirst().getValue().sweep();
    }

    private TrialLook trial(int number) {
        return sweep().trials().stream()
                .filter(each -> each.trial().number() == number)
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> waiting() {
        return sweep().trials().stream()
                .filter(each -> each.state() == TrialLook.State.WAITING)
                .map(each -> each.trial().number())
                .toList();
    }

    /** @param number of a trial of the first sweep; 0 for the sweep itself */
    private void select(int number) {
        onFx(() -> {
            table().requestFocus();
            for (int i = 0; i < table().getExpandedItemCount(); i++) {
                Row row = table().getTreeItem(i).getValue();
                if (row.number() == number && row.folder().equals(sweep().folder())) {
                    table().getSelectionModel().select(i);
                    return;
                }
            }
            throw new AssertionError("no trial " + number);
        });
    }

    private void start(String values) {
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        TextField field = fixture.find("#sweep-values-0");
        until("shown", field::isFocused);
        robot.write(values);
        onFx(() -> fixture.<Spinner<Integer>>find("#sweep-workers")
                .getValueFactory()
                .setValue(1));
        Node start = fixture.find("#sweep-start");
        until("planned", () -> !start.isDisabled());
        robot.clickOn("#sweep-start");
        until("queued", () -> sweep() != null);
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> files = Files.walk(fixture.folder.resolve("runs"))) {
            return files.filter(file -> file.toString().endsWith(".latentlab"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Double> losses(List<EpochResult> history) {
        return history.stream().map(EpochResult::validLoss).toList();
    }

    private void checkNumbers(Path file) throws Exception {
        try (RunFile saved = RunFile.open(file);
                Training alone = new Training(new Scratch(fixture.folder))) {
            alone.follow(model().datasetProperty().get(), saved.config(), _ -> {}, () -> {});
            assertThat(losses(saved.history())).isEqualTo(losses(alone.run().history()));
        }
    }

    private void closeByHand() {
        Platform.runLater(
                () -> Event.fireEvent(fixture.stage, new WindowEvent(fixture.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void aSweepIsLookedAfterAndGoesOnAfterTheWindowWasClosed() throws Exception {
        settings(400);
        start("2,5,10,20");
        until("training", () -> trial(1).done() > 2);
        select(4);
        robot.strike(KeyCode.CONTROL, KeyCode.UP);
        until("moved", () -> waiting().equals(List.of(2, 4, 3)));
        select(3);
        robot.clickOn("#sweep-up");
        until("moved back", () -> waiting().equals(List.of(2, 3, 4)));
        robot.strike(KeyCode.DELETE);
        until("cancelled", () -> trial(3).state() == TrialLook.State.CANCELLED);
        robot.strike(KeyCode.CONTROL, KeyCode.Z);
        until("taken back", () -> waiting().equals(List.of(2, 4, 3)));
        select(3);
        robot.strike(KeyCode.DELETE);
        until("cancelled again", () -> trial(3).state() == TrialLook.State.CANCELLED);
        select(0);
        robot.strike(KeyCode.P);
        until("paused", () -> sweep().state() == SweepLook.State.PAUSED && trial(1).state() == TrialLook.State.WAITING);
        robot.clickOn("#sweep-pause");
        until("going on", () -> trial(1).state() == TrialLook.State.TRAINING);
        closeByHand();
        robot.clickOn("#confirm-no");
        assertThat(fixture.stage.isShowing()).isTrue();
        int[] done = new int[1];
        onFx(() -> done[0] = trial(1).done());

        fixture.reopen();
        NotificationPane notices = fixture.find("#notices");
        until("asked", () -> notices.isShowing() && notices.getText().contains(" of 3 trials are"));
        robot.clickOn("Go on");
        until("shown", () -> table() != null && table().isFocused());
        onFx(() -> {
            assertThat(trial(3).state()).isEqualTo(TrialLook.State.CANCELLED);
            // The first is trained, or about to be, and the next may follow.
            assertThat(waiting()).as("moved").endsWith(4).doesNotContain(3);
        });
        until("goes on where it was", () -> trial(1).done() >= done[0]);
        select(2);
        robot.strike(KeyCode.DELETE);
        until("one of them done", () -> trial(1).state() == TrialLook.State.FINISHED);
        until("done", () -> sweep().state() == SweepLook.State.ENDED);
        assertThat(runs())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("1_latent=2.latentlab", "4_latent=20.latentlab");
        checkNumbers(runs().getFirst());

        select(0);
        robot.strike(KeyCode.C);
        TableView<?> compared = fixture.find("#comparison-table");
        until("compared", () -> compared.isFocused() && compared.getItems().size() == 2);
        onFx(() ->
                assertThat(fixture.<Button>find("#comparison-back").getText()).isEqualTo("Sweeps"));
        robot.strike(KeyCode.ESCAPE);
        until("back at the sweeps", table()::isFocused);
        select(4);
        robot.strike(KeyCode.ENTER);
        until(
                "opened",
                () -> model().history().size() == 401 && fixture.run().config().latent() == 20);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        until("sweeps again", table()::isFocused);
        robot.strike(KeyCode.ESCAPE);
        ListView<?> list = fixture.find("#library-runs");
        until("in the library", () -> list.isVisible() && list.getItems().size() == 2);
        robot.clickOn("#library-sweeps");
        until("shown by button", table()::isFocused);
        select(0);
        robot.strike(KeyCode.DELETE);
        until("off the queue", () -> sweep() == null);
        assertThat(runs()).hasSize(2);
    }

    @Test
    void theWindowsOwnTrainingGoesFirst() throws Exception {
        settings(60);
        start("2,5");
        until("training", () -> trial(1).done() > 2);
        onFx(() -> {
            model().setSettings(model().settingsProperty().get().withEpochs(100_000));
            model().train();
        });
        until("held", () -> sweep().state() == SweepLook.State.HELD);
        until("trained", () -> model().history().size() > 20);
        onFx(() -> assertThat(sweep().ended()).isZero());
        closeByHand();
        // The run is in its file: closing would lose nothing of it.
        String question = "A sweep is under way. Stop it and close the window? It can go on the next time.";
        until("asked", () -> robot.lookup(question).tryQuery().isPresent());
        robot.clickOn("#confirm-no");
        onFx(model()::stop);
        until("stopped", () -> model().stateProperty().get() == RunState.STOPPED);
        until("done", () -> sweep().state() == SweepLook.State.ENDED);
        onFx(() -> assertThat(sweep().ended()).isEqualTo(2));
        for (Path file : runs().stream()
                .filter(each -> each.getFileName().toString().contains("latent="))
                .toList()) {
            checkNumbers(file);
        }
    }

    @Test
    void howSmallKMayBeIsAnsweredByLossAndAccuracy() {
        settings(2);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        until("shown", () -> fixture.find("#sweep-values-0").isFocused());
        CheckBox accuracy = fixture.find("#sweep-accuracy");
        robot.clickOn("#sweep-preset-seeds");
        onFx(() -> assertThat(accuracy.isSelected()).isFalse());
        robot.clickOn("#sweep-preset-small");
        Node start = fixture.find("#sweep-start");
        until("planned", () -> !start.isDisabled());
        onFx(() -> assertThat(accuracy.isSelected()).isTrue());
        robot.clickOn("#sweep-start");
        until("done", () -> sweep() != null && sweep().state() == SweepLook.State.ENDED);
        onFx(() -> assertThat(sweep().count(TrialLook.State.FINISHED)).isEqualTo(6));
        select(0);
        robot.strike(KeyCode.C);
        TableView<?> compared = fixture.find("#comparison-table");
        until("compared", () -> compared.isFocused() && compared.getItems().size() == 6);
        robot.strike(KeyCode.DIGIT4);
        ComboBox<Picture.Kind> picture = fixture.find("#comparison-picture");
        ComboBox<KeyFigure> figure = fixture.find("#comparison-figure");
        until("against", () -> picture.getValue() == Picture.Kind.AGAINST && figure.isVisible());
        onFx(() -> {
            assertThat(figure.getItems()).contains(KeyFigure.BEST_LOSS, KeyFigure.ACCURACY);
            figure.setValue(KeyFigure.ACCURACY);
        });
        Node chart = fixture.find("#comparison-chart");
        onFx(chart::requestFocus);
        robot.strike(KeyCode.RIGHT);
        Label readout = fixture.find("#comparison-readout");
        until("read", () -> readout.isVisible() && readout.getText().contains(" %"));
    }

    @Test
    void whatCannotBeASweepIsToldInTheForm() {
        settings(3);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        TextField field = fixture.find("#sweep-values-0");
        Label line = fixture.find("#sweep-line");
        Node start = fixture.find("#sweep-start");
        until("shown", field::isFocused);
        until("blank", () -> line.getText().equals("Give Latent dimension some values, or leave it out."));
        robot.write("2,x");
        Label problem = fixture.find("#sweep-problem-0");
        until("refused", () -> problem.isVisible() && problem.getText().startsWith("“2,x” cannot be read"));
        onFx(() -> {
            assertThat(start.isDisabled()).isTrue();
            field.setText("2..50");
        });
        until("no range", () -> line.getText().startsWith("2..50 is a range, which a grid cannot go through"));
        onFx(() -> {
            assertThat(problem.isVisible()).isFalse();
            field.setText("7");
        });
        until("one run", () -> line.getText().startsWith("That is one run"));
        onFx(() -> {
            field.setText("2,3");
            fixture.<Spinner<Integer>>find("#sweep-seeds").getEditor().setText("10000");
        });
        until("many", () -> line.getText().startsWith("That would be 20,000 trials, more than 10,000"));
        robot.clickOn("#sweep-preset-tied");
        until("planned", () -> line.getText().equals("10 trials, 30 epochs together.") && !start.isDisabled());
        onFx(() ->
                assertThat(fixture.<TextField>find("#sweep-values-0").getText()).isEqualTo("simple,tied"));
        robot.clickOn("#sweep-preset-seeds");
        until("seeds", () -> line.getText().equals("5 trials, 15 epochs together."));
        robot.clickOn("#sweep-add");
        until("added", () -> fixture.find("#sweep-values-0") != null);
        robot.clickOn("#sweep-remove-0");
        until("seeds", () -> line.getText().equals("5 trials, 15 epochs together."));
    }
}
