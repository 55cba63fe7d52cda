package latentlab.view.library;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.engine.settings.ModelKind;
import latentlab.library.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person selects several runs. */
class SeveralRunsTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final LibraryStage fixture = new LibraryStage(560, 600);

    private Path first;

    private void showTwo() throws Exception {
        first = fixture.add("first", 1, config -> config);
        fixture.add("second", 2, config -> config.withKind(ModelKind.TIED));
        fixture.show();
        untilListed("second", "first");
    }

    private void untilListed(String... names) {
        until("listed " + List.of(names), () -> fixture.names().equals(List.of(names)));
    }

    private RunList list() {
        return fixture.find("#library-runs");
    }

    @Test
    void severalRunsAreComparedAndNothingElseIsDoneWithThem() throws Exception {
        showTwo();
        Files.writeString(fixture.runs.resolve("essay.latentlab"), "no run");
        untilListed("second", "first", "essay");
        onFx(() -> {
            list().requestFocus();
            list().getSelectionModel().select(0);
        });
        assertThat(fixture.find("#library-compare").isDisabled()).isTrue();
        robot.strike(KeyCode.C);
        assertThat(fixture.compared).isEmpty();
        onFx(() -> list().getSelectionModel().select(2));
        assertThat(fixture.find("#library-compare").isDisabled())
                .as("one of two cannot be read")
                .isTrue();
        onFx(() -> list().getSelectionModel().selectAll());
        assertThat(allowed()).containsExactly(LibraryKeys.COMPARE, LibraryKeys.BESIDE);
        robot.strike(KeyCode.C);
        robot.strike(KeyCode.DELETE);
        robot.strike(KeyCode.ENTER);
        robot.clickOn("#library-compare");
        assertThat(fixture.compared)
                .hasSize(2)
                .allSatisfy(
                        runs -> assertThat(runs).extracting(Entry::name).containsExactly("second", "first", "essay"));
        assertThat(fixture.opened).isEmpty();
        assertThat(first).exists();
    }

    @Test
    void keepsSeveralRunsSelectedThatWere() throws Exception {
        showTwo();
        onFx(() -> list().getSelectionModel().selectAll());
        fixture.add("third", 3, config -> config);
        untilListed("third", "second", "first");
        assertThat(list().selected()).extracting(Entry::name).containsExactly("second", "first");
        assertThat(allowed()).containsExactly(LibraryKeys.COMPARE, LibraryKeys.BESIDE);
    }

    private Set<LibraryKeys> allowed() {
        Set<LibraryKeys> allowed = new TreeSet<>();
        fixture.controller.view().contextItems.forEach((each, item) -> {
            if (!item.isDisable()) {
                allowed.add(each);
            }
        });
        return allowed;
    }
}
