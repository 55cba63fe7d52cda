package latentlab.view.library;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.library.Entry;
import latentlab.run.file.SavedRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library knows which run has left which. */
class BranchesInLibraryTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final LibraryStage fixture = new LibraryStage(560, 600);

    private Path parent;

    @BeforeEach
    void showABranch() throws Exception {
        parent = fixture.add("parent", 1, config -> config);
        SavedRuns.branch(parent, fixture.runs.resolve("branch.latentlab"), 2, LibraryStage.CONFIG.withLearningRate(1));
        fixture.show();
        untilListed("branch", "parent");
    }

    private void untilListed(String... names) {
        until("listed " + List.of(names), () -> fixture.names().equals(List.of(names)));
    }

    private RunList list() {
        return fixture.find("#library-runs");
    }

    private void select(int place) {
        onFx(() -> {
            list().requestFocus();
            list().getSelectionModel().clearAndSelect(place);
        });
    }

    private void type(String query) {
        onFx(() -> fixture.<TextInputControl>find("#library-search").setText(query));
    }

    private Hyperlink link() {
        return fixture.find(".run-branch");
    }

    @Test
    void theCardLeadsToTheParent() {
        assertThat(link().getText()).isEqualTo("Branch of parent at epoch 2");
        robot.clickOn(".run-branch");
        assertThat(list().selected()).extracting(Entry::name).containsExactly("parent");
    }

    @Test
    void soDoesAKeyThoughTheParentWasNotLookedFor() {
        type("branch");
        untilListed("branch");
        select(0);
        robot.strike(KeyCode.P);
        untilListed("branch", "parent");
        assertThat(list().selected()).extracting(Entry::name).containsExactly("parent");
        robot.strike(KeyCode.P);
        assertThat(list().selected())
                .as("has none itself")
                .extracting(Entry::name)
                .containsExactly("parent");
    }

    @Test
    void branchesAreFoundByTheirParent() {
        type("parent:parent");
        untilListed("branch");
        type("parent:branch");
        untilListed();
    }

    @Test
    void aParentThatIsGoneIsSaidToBe() throws Exception {
        Files.delete(parent);
        until("gone", () -> fixture.names().equals(List.of("branch")));
        until("said", () -> link().getText().equals("Branch at epoch 2 of a run that is not here"));
        select(0);
        robot.strike(KeyCode.P);
        until("told", () -> fixture.notices.currentProperty().get() != null);
        assertThat(fixture.texts.get(fixture.notices.currentProperty().get().text()))
                .isEqualTo("The run it was branched from is not in the library any more.");
    }

    @Test
    void aRunIsStartedLikeAnother() {
        select(1);
        robot.strike(KeyCode.I);
        assertThat(fixture.started).extracting(Entry::name).containsExactly("parent");
    }
}
