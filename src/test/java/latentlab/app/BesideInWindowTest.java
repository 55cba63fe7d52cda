package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.VerticalDirection;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.RunState;
import latentlab.run.file.RunFile;
import latentlab.run.file.SavedRuns;
import latentlab.session.TrainingModel;
import latentlab.text.Progress;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Saved runs side by side, on one timeline. */
class BesideInWindowTest {
    @RegisterExtension
    final WindowFixture fixture = new WindowFixture(1000, 800);

    private final Hand robot = Hand.ONLY;

    private Path runs() {
        return fixture.folder.resolve("runs");
    }

    /** A long run with one epoch missing in its file, and a short one of another model. */
    private void save() throws Exception {
        Files.createDirectories(runs());
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(2).withBatch(100);
        Path longer = runs().resolve("longer.latentlab");
        SavedRuns.train(longer, BuiltInDigits.create(Progress.NONE), config.withEpochs(5));
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + longer);
                Statement statement = file.createStatement()) {
            statement.executeUpdate("DELETE FROM parameters WHERE epoch = 3");
        }
        SavedRuns.train(
                runs().resolve("shorter.latentlab"),
                BuiltInDigits.create(Progress.NONE),
                config.withKind(ModelKind.TIED).withEpochs(2));
    }

    private void openBoth() throws Exception {
        save();
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.getItems().size() == 2);
        onFx(() -> list.getSelectionModel().selectAll());
        robot.clickOn("#library-beside");
        untilShown("Epoch 5", "Epoch 2, its last");
    }

    /** @param states what the columns say, newest run first as the library lists them */
    private void untilShown(String longer, String shorter) {
        until("shown " + longer + " and " + shorter, () -> state(longer) && state(shorter));
    }

    private boolean state(String wanted) {
        return Stream.of("#beside-state-1", "#beside-state-2")
                .map(each -> fixture.<Label>find(each))
                .anyMatch(each -> each != null && each.getText().startsWith(wanted + "\n"));
    }

    private boolean open(Path file) throws IOException {
        try (Stream<Path> held = Files.list(Path.of("/proc/self/fd"))) {
            return held.anyMatch(each -> {
                try {
                    return Files.readSymbolicLink(each).equals(file.toRealPath());
                } catch (IOException e) {
                    return false;
                }
            });
        }
    }

    @Test
    void theSameEpochOfEachIsShown() throws Exception {
        openBoth();
        Slider track = fixture.find("#beside-track");
        robot.clickOn("#beside-previous");
        untilShown("Epoch 4", "Epoch 2, its last");
        robot.strike(KeyCode.LEFT);
        untilShown("Epoch 2, last kept before 3", "Epoch 2, its last");
        robot.strike(KeyCode.HOME);
        untilShown("Epoch 0", "Epoch 0");
        onFx(() -> track.setValue(1));
        untilShown("Epoch 1", "Epoch 1");
        onFx(() -> assertThat(fixture.window.model().selectedEpochProperty().get())
                .as("of the run on screen")
                .isZero());
        robot.strike(KeyCode.SPACE);
        until("played to the end", () -> track.getValue() == 5);
        untilShown("Epoch 5", "Epoch 2, its last");
        until("at rest", () -> !fixture.<ToggleButton>find("#beside-play").isSelected());
    }

    @Test
    void theyAreCopiedAsAPictureAsTheirComparisonIs() throws Exception {
        openBoth();
        onFx(() -> Clipboard.getSystemClipboard().clear());
        robot.strike(KeyCode.CONTROL, KeyCode.C);
        until("copied", () -> said("Copied the runs side by side: "));
        until(
                "the columns",
                () -> Clipboard.getSystemClipboard().getImage().getWidth()
                        > 2 * fixture.find(".beside-columns").getLayoutBounds().getWidth());
        robot.clickOn("#beside-back");
        until("listed", () -> fixture.find("#library-runs").isFocused());
        robot.strike(KeyCode.C);
        until("compared", () -> fixture.find("#comparison").isVisible());
        robot.strike(KeyCode.CONTROL, KeyCode.C);
        until("copied too", () -> said("Copied the comparison: "));
    }

    private boolean said(String beginning) {
        String text = fixture.<NotificationPane>find("#notices").getText();
        return text != null && text.startsWith(beginning);
    }

    /** The pictures, too, change with the epoch and with what is chosen. */
    @Test
    void imagesMapsAndFiltersAreShown() throws Exception {
        openBoth();
        List<WritableImage> seen = new ArrayList<>();
        for (KeyCode what : List.of(KeyCode.G, KeyCode.M, KeyCode.F)) {
            robot.strike(what);
            until(what + " chosen", () -> chosen(what));
            robot.strike(KeyCode.END);
            untilShown("Epoch 5", "Epoch 2, its last");
            WritableImage last = settled();
            assertThat(seen).as(what + " like another").noneMatch(each -> WindowFixture.samePixels(each, last));
            seen.add(last);
            robot.strike(KeyCode.HOME);
            untilShown("Epoch 0", "Epoch 0");
            until(what + " changed", () -> !WindowFixture.samePixels(last, fixture.snapshot("#beside")));
            WritableImage first = settled();
            robot.strike(KeyCode.END);
            untilShown("Epoch 5", "Epoch 2, its last");
            until(what + " is as before", () -> WindowFixture.samePixels(last, fixture.snapshot("#beside")));
            assertThat(WindowFixture.samePixels(first, last)).isFalse();
        }
    }

    /** As on the timeline of the run on screen. */
    @Test
    void anEpochIsTypedTheWheelStepsAndAKeyGoesToWhereImagesChange() throws Exception {
        openBoth();
        Slider track = fixture.find("#beside-track");
        robot.strike(KeyCode.E);
        TextField number = fixture.find("#beside-position");
        until("asked", number::isFocused);
        robot.strike(KeyCode.F);
        robot.strike(KeyCode.BACK_SPACE);
        robot.write("1");
        robot.strike(KeyCode.ENTER);
        untilShown("Epoch 1", "Epoch 1");
        onFx(() -> {
            assertThat(track.isFocused()).isTrue();
            assertThat(chosen(KeyCode.F)).as("a letter in the field").isFalse();
        });
        robot.moveTo("#beside-track");
        robot.scroll(1, VerticalDirection.DOWN);
        until("a step", () -> track.getValue() == 2);
        robot.strike(KeyCode.HOME);
        untilShown("Epoch 0", "Epoch 0");
        robot.strike(KeyCode.N);
        until("at a change", () -> track.getValue() > 0);
        onFx(() -> assertThat(fixture.window.model().selectedEpochProperty().get())
                .as("of the run on screen")
                .isZero());
    }

    private boolean chosen(KeyCode what) {
        String button =
                switch (what) {
                    case G -> "#beside-grid";
                    case M -> "#beside-map";
                    default -> "#beside-filters";
                };
        return fixture.<ToggleButton>find(button).isSelected();
    }

    /** Once it no longer changes. */
    private WritableImage settled() {
        WritableImage[] before = {fixture.picture("#beside")};
        until("settled", () -> {
            WritableImage now = fixture.snapshot("#beside");
            boolean same = WindowFixture.samePixels(before[0], now);
            before[0] = now;
            return same;
        });
        return before[0];
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "tells which files are open")
    void goingBackClosesTheFilesAndGivesTheKeysBack() throws Exception {
        fixture.train(2, config -> config.withLatent(3));
        onFx(() -> fixture.window.preferences().runsKeptProperty().set(false));
        Path longer = runs().resolve("longer.latentlab");
        save();
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.getItems().size() == 3);
        onFx(() -> {
            list.requestFocus();
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().selectRange(0, 2);
        });
        robot.strike(KeyCode.B);
        untilShown("Epoch 5", "Epoch 2, its last");
        assertThat(open(longer)).isTrue();
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> {
            try {
                return !fixture.find("#beside").isVisible() && !open(longer);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(list.isFocused()).isTrue();
        robot.strike(KeyCode.LEFT);
        until(
                "the run on screen",
                () -> fixture.window.model().selectedEpochProperty().get() == 1);
    }

    /** Else each pair of runs looked at would take memory, and be painted, until the window closes. */
    @Test
    void whatWasShownNoLongerFollowsTheLanguageOnceItIsClosed() throws Exception {
        openBoth();
        settled();
        Parent column = fixture.find("#beside-1");
        Label state = fixture.find("#beside-state-1");
        String before = state.getText();
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> !fixture.find("#beside").isVisible());
        List<Parent> atRest = new ArrayList<>();
        onFx(() -> {
            collect(column, atRest);
            atRest.removeIf(Parent::isNeedsLayout);
            fixture.window.preferences().languageProperty().set(Locale.JAPANESE);
            assertThat(fixture.<ToggleButton>find("#beside-grid").getText()).isEqualTo("画像");
            assertThat(state.getText()).isEqualTo(before);
            assertThat(atRest).isNotEmpty().noneMatch(Parent::isNeedsLayout);
        });
    }

    private static void collect(Parent parent, List<Parent> all) {
        all.add(parent);
        parent.getChildrenUnmodifiable().forEach(each -> {
            if (each instanceof Parent below) {
                collect(below, all);
            }
        });
    }

    @Test
    void aRunWithoutItsDataIsSaidAndTheOthersAreShown() throws Exception {
        save();
        SavedRuns.train(
                runs().resolve("other.latentlab"),
                SavedRuns.DATA,
                TrainingConfig.DEFAULT.withLatent(2).withBatch(4).withEpochs(1));
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.getItems().size() == 3);
        onFx(() -> list.getSelectionModel().selectAll());
        robot.clickOn("#library-beside");
        untilShown("Epoch 5", "Epoch 2, its last");
        Label fault = fixture.find("#beside-faults .label");
        assertThat(fault.getText()).contains("these are other data");
    }

    @Test
    void comparedRunsAreSetSideBySideAndTheWayBackSaysWhereItLeads() throws Exception {
        save();
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.getItems().size() == 2);
        onFx(() -> list.getSelectionModel().selectAll());
        robot.clickOn("#library-compare");
        TableView<?> table = fixture.find("#comparison-table");
        until("compared", table::isFocused);
        Button beside = fixture.find("#comparison-beside");
        onFx(() -> {
            assertThat(fixture.<Button>find("#comparison-back").getText()).isEqualTo("Runs");
            assertThat(table.getSelectionModel().getSelectedItems())
                    .as("chosen once more")
                    .isEmpty();
        });
        robot.clickOn(beside);
        untilShown("Epoch 5", "Epoch 2, its last");
        Button back = fixture.find("#beside-back");
        onFx(() -> {
            assertThat(back.getText()).isEqualTo("Comparison");
            assertThat(back.getAccessibleText())
                    .isEqualTo(back.getTooltip().getText())
                    .startsWith("Back to the comp");
        });
        robot.clickOn(back);
        until(
                "compared again",
                () -> fixture.find("#comparison").isVisible()
                        && !fixture.find("#beside").isVisible());
        robot.strike(KeyCode.ESCAPE);
        until("listed again", list::isFocused);
    }

    /** Bit for bit, though it is in no file, and the learning rate is another. */
    @Test
    void aRunBeginsAsTheOneOnScreenDid() {
        onFx(() -> fixture.window.preferences().runsKeptProperty().set(false));
        fixture.train(2, config -> config.withLatent(2).withSeed(5));
        float[] first = fixture.run().epochs().read(0);
        TrainingModel model = fixture.window.model();
        onFx(() -> model.setSettings(model.settingsProperty().get().withSeed(99).withLearningRate(0.02)));
        robot.strike(KeyCode.CONTROL, KeyCode.I);
        until("taken", () -> model.settingsProperty().get().seed() == 5);
        onFx(() -> model.startOver(model.settingsProperty().get()));
        until(
                "begun",
                () -> model.history().size() == 1 && fixture.run().config().learningRate() == 0.02);
        assertThat(fixture.run().epochs().read(0)).isEqualTo(first);
    }

    /** Bit for bit, though the learning rate is another. */
    @Test
    void aRunBeginsAsASavedOneDid() throws Exception {
        save();
        Path like = runs().resolve("longer.latentlab");
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window
                .model()
                .setSettings(TrainingConfig.DEFAULT
                        .withLatent(2)
                        .withBatch(100)
                        .withSeed(99)
                        .withLearningRate(0.02)));
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.getItems().size() == 2);
        onFx(() -> {
            list.requestFocus();
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().select(list.getItems().get(0).toString().contains("longer.latentlab,") ? 0 : 1);
        });
        robot.strike(KeyCode.I);
        until(
                "taken",
                () -> fixture.window.model().settingsProperty().get().seed() == 1
                        && fixture.window.model().stateProperty().get() == RunState.READY
                        && !fixture.window.model().openingProperty().get());
        assertThat(fixture.run().config().learningRate()).isEqualTo(0.02);
        try (RunFile file = RunFile.open(like)) {
            assertThat(fixture.run().epochs().read(0)).isEqualTo(file.parameters(0));
        }
        assertThat(fixture.find("#library-pane").isVisible()).isFalse();
    }
}
