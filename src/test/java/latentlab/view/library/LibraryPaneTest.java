package latentlab.view.library;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import latentlab.app.Hand;
import latentlab.app.HeldOut;
import latentlab.engine.settings.ModelKind;
import latentlab.library.Entry;
import latentlab.library.SortOrder;
import latentlab.run.file.AboutRows;
import latentlab.run.file.RunAbout;
import latentlab.run.file.RunFile;
import latentlab.view.Notices.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A person looks for runs, keeps them in order, and takes back what was a mistake. */
class LibraryPaneTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final LibraryStage fixture = new LibraryStage(420, 600);

    private Path first;
    private Path second;

    private void showTwo() throws Exception {
        first = fixture.add("first", 1, config -> config);
        second = fixture.add("second", 2, config -> config.withKind(ModelKind.TIED));
        fixture.show();
        untilListed("second", "first");
    }

    private void untilListed(String... names) {
        until("listed " + List.of(names), () -> fixture.names().equals(List.of(names)));
    }

    private void select(int place) {
        onFx(() -> {
            fixture.find("#library-runs").requestFocus();
            fixture.<RunList>find("#library-runs").getSelectionModel().select(place);
        });
    }

    private Entry selected() {
        return fixture.<RunList>find("#library-runs").getSelectionModel().getSelectedItem();
    }

    private void type(String query) {
        onFx(() -> fixture.<TextInputControl>find("#library-search").setText(query));
    }

    private String line() {
        return fixture.<Label>find("#library-line").getText();
    }

    private RunAbout about(Path file) throws Exception {
        try (RunFile run = RunFile.open(file)) {
            return run.about();
        }
    }

    private Notice notice() {
        return fixture.notices.currentProperty().get();
    }

    private void untilTold(String text) {
        until(
                "told " + text,
                () -> notice() != null && fixture.texts.get(notice().text()).equals(text));
    }

    private void choose(LibraryKeys item) {
        onFx(() -> fixture.controller.view().items.get(item).fire());
    }

    @Test
    void saysThatThereAreNoRunsYetAndNoticesTheFirst() throws Exception {
        fixture.show();
        until(
                "empty",
                () -> fixture.<Label>find("#library-empty")
                        .getText()
                        .equals("No runs yet: press Train, and each run is kept here."));
        assertThat(line()).isEqualTo("No runs");
        assertThat(fixture.find("#library-runs").isVisible()).isFalse();
        fixture.add("first", 1, config -> config);
        untilListed("first");
        assertThat(fixture.find("#library-empty").isVisible()).isFalse();
        assertThat(line()).isEqualTo("One run");
    }

    @Test
    void findsAndSortsRuns() throws Exception {
        showTwo();
        assertThat(line()).isEqualTo("2 runs");
        type("model:tied");
        assertThat(fixture.names()).containsExactly("second");
        assertThat(line()).isEqualTo("1 of 2 runs");
        type("latent<3");
        assertThat(fixture.names()).isEmpty();
        assertThat(fixture.<Label>find("#library-empty").getText()).isEqualTo("No run is what you look for.");
        type("model>tied");
        assertThat(line()).startsWith("model knows no less and no more, so it is looked for as text");
        type("");
        onFx(() -> fixture.<ComboBox<SortOrder>>find("#library-sort").setValue(SortOrder.NAME));
        assertThat(fixture.names()).containsExactly("first", "second");
        onFx(() -> fixture.texts.localeProperty().set(Locale.JAPANESE));
        assertThat(line()).isEqualTo("実行 2 件");
    }

    @Test
    void keepsTheRunSelectedThatWas() throws Exception {
        showTwo();
        select(1);
        fixture.add("third", 3, config -> config);
        untilListed("third", "second", "first");
        assertThat(selected().name()).isEqualTo("first");
        type("second");
        assertThat(selected()).isNull();
        assertThat(fixture.find("#library-open").isDisabled()).isTrue();
    }

    @Test
    void opensARunByDoubleClickKeyAndButton() throws Exception {
        showTwo();
        assertThat(fixture.find("#library-open").isDisabled()).isTrue();
        robot.moveTo(".run-cell").doubleClickOn(MouseButton.PRIMARY);
        until("opened", () -> fixture.opened.equals(List.of(second)));
        robot.strike(KeyCode.DOWN);
        robot.strike(KeyCode.ENTER);
        until("opened", () -> fixture.opened.equals(List.of(second, first)));
        robot.clickOn("#library-open");
        until("opened", () -> fixture.opened.equals(List.of(second, first, first)));
    }

    @Test
    void namesNotesAndTagsARunAndTakesThatBack() throws Exception {
        showTwo();
        select(1);
        robot.strike(KeyCode.F2);
        until("asked", () -> robot.lookup("#library-save").tryQuery().isPresent());
        robot.write("the best");
        robot.strike(KeyCode.ENTER);
        untilListed("second", "the best");
        select(1);
        robot.strike(KeyCode.T);
        until("asked", () -> robot.lookup("#library-save").tryQuery().isPresent());
        robot.write("good, old");
        robot.strike(KeyCode.ENTER);
        until("tagged", () -> selected().run().about().tags().equals(new TreeSet<>(Set.of("good", "old"))));
        robot.strike(KeyCode.N);
        until("asked", () -> robot.lookup("#library-save").tryQuery().isPresent());
        robot.write("one");
        robot.strike(KeyCode.ENTER);
        robot.write("two");
        robot.clickOn("#library-save");
        until("noted", () -> selected().run().about().note().equals("one\ntwo"));
        robot.strike(KeyCode.S);
        until("starred", () -> selected().run().about().star());
        for (int i = 0; i < 4; i++) {
            robot.strike(KeyCode.CONTROL, KeyCode.Z);
        }
        until("taken back", () -> selected().run().about().equals(RunAbout.NONE));
        untilTold("Taken back: the name of “first”.");
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        untilListed("second", "the best");
        assertThat(about(first)).isEqualTo(RunAbout.NONE.withName("the best"));
    }

    @Test
    void leavesEverythingAsItWasOnEscape() throws Exception {
        showTwo();
        select(1);
        robot.clickOn("#library-rename");
        until("asked", () -> robot.lookup("#library-save").tryQuery().isPresent());
        robot.write("oops");
        robot.strike(KeyCode.ESCAPE);
        until("gone", () -> robot.lookup("#library-save").tryQuery().isEmpty());
        robot.strike(KeyCode.CONTROL, KeyCode.Z);
        assertThat(about(first)).isEqualTo(RunAbout.NONE);
    }

    @Test
    void lettersAreLettersInTheSearchField() throws Exception {
        showTwo();
        select(0);
        robot.strike(KeyCode.CONTROL, KeyCode.F);
        until("there", () -> fixture.find("#library-search").isFocused());
        for (KeyCode letter : List.of(KeyCode.S, KeyCode.N, KeyCode.T)) {
            robot.strike(letter);
        }
        until(
                "typed",
                () -> fixture.<TextInputControl>find("#library-search")
                        .getText()
                        .equals("snt"));
        type("");
        // What is done with runs is done one after the other: whatever the keys asked for would be done by then.
        fixture.add("third", 3, config -> config);
        untilListed("third", "second", "first");
        assertThat(robot.lookup("#library-save").tryQuery()).isEmpty();
        assertThat(about(second)).isEqualTo(RunAbout.NONE);
    }

    @Test
    void deletedRunsAreBroughtBackByTheNotice() throws Exception {
        showTwo();
        select(0);
        robot.strike(KeyCode.DELETE);
        untilListed("first");
        untilTold("“second” is in the bin for 30 days.");
        assertThat(second).doesNotExist();
        onFx(notice().action());
        untilListed("second", "first");
        assertThat(second).exists();
        choose(LibraryKeys.REDO);
        untilListed("first");
    }

    @Test
    void whatIsBeingTrainedIsNotDeleted() throws Exception {
        showTwo();
        fixture.inUse = second;
        select(0);
        robot.clickOn("#library-delete");
        untilTold("“second” is being trained, or its sweep is not done: stop it, or wait for its end, before you delete"
                + " it.");
        assertThat(second).exists();
    }

    @Test
    void runsComeInAndGoOut() throws Exception {
        showTwo();
        Path copy = fixture.folder.resolve("copy.latentlab");
        fixture.answers.add(copy);
        select(0);
        choose(LibraryKeys.EXPORT);
        untilTold("Saved copy.latentlab.");
        onFx(notice().action());
        assertThat(fixture.shownFolders).containsExactly(fixture.folder);
        fixture.answers.add(copy);
        robot.clickOn("#library-import");
        untilTold("The run in " + copy + " is in the library already, as “second”.");
        robot.strike(KeyCode.DELETE);
        select(0);
        robot.strike(KeyCode.DELETE);
        untilListed("first");
        fixture.answers.add(copy);
        robot.clickOn("#library-import");
        untilListed("copy", "first");
        untilTold("copy.latentlab is in the library.");
        onFx(notice().action());
        untilListed("first");
    }

    @Test
    void runFilesAreDroppedIntoIt() throws Exception {
        showTwo();
        Path copy = Files.move(second, fixture.folder.resolve("moved.LATENTLAB"));
        Path other = Files.writeString(fixture.folder.resolve("data.csv"), "1,2");
        untilListed("first");
        assertThat(drop(other)).as("data are for the window").isFalse();
        assertThat(drop(copy)).isTrue();
        untilListed("moved", "first");
    }

    /** @return whether somebody took it */
    private boolean drop(Path... dropped) throws Exception {
        Dragboard board =
                WaitForAsyncUtils.asyncFx(() -> HeldOut.files(dropped)).get();
        AtomicBoolean completed = new AtomicBoolean();
        onFx(() -> {
            Node list = fixture.find("#library-runs");
            for (EventType<DragEvent> type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
                DragEvent event = new DragEvent(
                        type, board, 9, 9, 9, 9, TransferMode.COPY, null, list, new PickResult(list, 9, 9));
                Event.fireEvent(list, event);
                completed.set(event.isDropCompleted());
            }
        });
        return completed.get();
    }

    @Test
    void settingsAreTakenForTheNextRunAndFoldersAreShown() throws Exception {
        showTwo();
        select(0);
        choose(LibraryKeys.DUPLICATE);
        choose(LibraryKeys.FOLDER);
        assertThat(fixture.duplicated)
                .singleElement()
                .satisfies(run -> assertThat(run.config()).isEqualTo(LibraryStage.CONFIG.withKind(ModelKind.TIED)));
        assertThat(fixture.shownFolders).containsExactly(fixture.runs);
    }

    @Test
    void whatCannotBeReadIsListedAndCanOnlyBeDeletedOrFound() throws Exception {
        fixture.add("first", 1, config -> config);
        Path essay = Files.writeString(fixture.runs.resolve("essay.latentlab"), "no run");
        fixture.show();
        untilListed("first", "essay");
        select(1);
        robot.strike(KeyCode.ENTER);
        robot.strike(KeyCode.S);
        assertThat(fixture.opened).isEmpty();
        assertThat(fixture.controller.view().contextItems.entrySet().stream()
                        .filter(each -> !each.getValue().isDisable())
                        .map(each -> each.getKey()))
                .containsExactly(LibraryKeys.DELETE, LibraryKeys.FOLDER);
        robot.strike(KeyCode.DELETE);
        untilListed("first");
        assertThat(essay).doesNotExist();
    }

    @Test
    void saysWhyTheLibraryCannotBeRead() throws Exception {
        Files.writeString(fixture.runs, "a file in the way");
        fixture.show();
        until(
                "said",
                () -> fixture.<Label>find("#library-empty")
                        .getText()
                        .equals("The folder " + fixture.runs + " cannot be opened: check who may open it."));
        Files.delete(fixture.runs);
        fixture.add("first", 1, config -> config);
        untilListed("first");
    }

    @Test
    void everyControlSaysWhatItIsFor() throws Exception {
        showTwo();
        AboutRows.change(first, about -> about.withName("named"));
        untilListed("second", "named");
        for (String control :
                List.of("search", "sort", "import", "sweeps", "open", "rename", "delete", "compare", "more", "runs")) {
            assertThat(fixture.find("#library-" + control).getAccessibleText())
                    .as(control)
                    .isNotBlank();
        }
        assertThat(fixture.find(".run-cell").getAccessibleText())
                .startsWith("second, best 0.")
                .contains("6 of 6 epochs");
        assertThat(fixture.controller.view().items.values().stream().map(MenuItem::getText))
                .contains("Note…   N", "Undo   Ctrl+Z");
    }
}
