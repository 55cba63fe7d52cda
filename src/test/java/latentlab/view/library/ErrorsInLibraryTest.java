package latentlab.view.library;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import latentlab.library.SortOrder;
import latentlab.run.file.FindingRows;
import latentlab.run.file.RunFile;
import latentlab.run.findings.Findings;
import latentlab.run.findings.Said;
import latentlab.run.findings.TestError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs of which the test error is known, among others. */
class ErrorsInLibraryTest {
    @RegisterExtension
    private final LibraryStage fixture = new LibraryStage(420, 600);

    @Test
    void saysTheTestErrorOfARunThatHasOneAndSortsByIt() throws Exception {
        Path first = fixture.add("first", 1, config -> config);
        Path second = fixture.add("second", 2, config -> config);
        fixture.add("third", 3, config -> config);
        keepError(first, 0.001);
        keepError(second, 0.01);
        fixture.show();
        until("listed", () -> fixture.names().equals(List.of("third", "second", "first")));
        onFx(() -> fixture.<ComboBox<SortOrder>>find("#library-sort").setValue(SortOrder.ERROR));
        assertThat(fixture.names()).containsExactly("first", "second", "third");
        assertThat(told("first")).contains("test MSE 0.00100 (30.0 dB)");
        assertThat(told("third")).doesNotContain("MSE");
    }

    private static void keepError(Path file, double mse) throws Exception {
        try (RunFile run = RunFile.open(file)) {
            int last = run.history().size() - 1;
            FindingRows.keep(
                    file,
                    run.start().id(),
                    run.history(),
                    new Findings(Map.of(), Map.of(last, new TestError(mse)), List.of(), Map.of(), Said.NOTHING));
        }
    }

    /** @return what is said of a run in the list */
    private String told(String name) {
        return fixture.find("#library-runs").lookupAll(".run-cell").stream()
                .map(Node::getAccessibleText)
                .filter(text -> text != null && text.startsWith(name))
                .findFirst()
                .orElse("");
    }
}
