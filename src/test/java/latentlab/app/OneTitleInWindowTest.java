package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.file.SavedRuns;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person meets a run that nobody has named in the library, in a comparison and side by side. */
class OneTitleInWindowTest {
    private static final String THREE = "2026-11-01 08.00.00 simple 3.latentlab";
    private static final String SEVEN = "2026-11-02 08.00.00 simple 7.latentlab";

    @RegisterExtension
    final WindowFixture fixture = new WindowFixture(1000, 800);

    private final Hand robot = Hand.ONLY;

    private void showLibrary() throws Exception {
        save(THREE, 3);
        save(SEVEN, 7);
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.getItems().size() == 2);
        onFx(() -> {
            list.requestFocus();
            list.getSelectionModel().selectAll();
        });
    }

    private void save(String file, int units) throws Exception {
        Path runs = Files.createDirectories(fixture.folder.resolve("runs"));
        TrainingConfig config = TrainingConfig.DEFAULT.withBatch(100).withEpochs(1);
        SavedRuns.train(runs.resolve(file), BuiltInDigits.create(Progress.NONE), config.withLatent(units));
    }

    /** Of labels and cells that are seen, in the order of the alphabet. */
    private List<String> texts(String selector) {
        List<String> found = new ArrayList<>();
        onFx(() -> found.addAll(seen(selector)));
        return found;
    }

    private List<String> seen(String selector) {
        return fixture.stage.getScene().getRoot().lookupAll(selector).stream()
                .map(Labeled.class::cast)
                .filter(OneTitleInWindowTest::isSeen)
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isEmpty())
                .sorted()
                .toList();
    }

    private static boolean isSeen(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
    }

    @Test
    void aRunIsCalledTheSameInEveryPlace() throws Exception {
        showLibrary();
        untilCalled("#library-runs .run-name", "3 units", "7 units");
        robot.strike(KeyCode.C);
        untilCalled("#comparison-name.table-cell", "3 units", "7 units");
        assertThat(remarks()).containsPattern("Best of all: [37] units, validation loss");
        assertThat(legend()).matches("[37] units(, epoch .*)?");
        robot.strike(KeyCode.CONTROL, KeyCode.A);
        robot.strike(KeyCode.B);
        untilCalled("#beside .run-name", "3 units", "7 units");
        assertThat(texts("#beside .beside-label")).as("another name").isEmpty();
        onFx(() -> assertThat(
                        fixture.<Label>find("#beside-1 .run-name").getTooltip().getText())
                .endsWith(".latentlab"));
    }

    @Test
    void itsNameFollowsTheLanguageInEveryPlace() throws Exception {
        showLibrary();
        robot.strike(KeyCode.C);
        untilCalled("#comparison-name.table-cell", "3 units", "7 units");
        TableView<?> table = fixture.find("#comparison-table");
        onFx(() -> table.getSelectionModel().clearAndSelect(1));
        speak(Locale.JAPANESE);
        untilCalled("#comparison-name.table-cell", "3 次元", "7 次元");
        assertThat(remarks()).containsPattern("最良: [37] 次元");
        assertThat(legend()).matches("[37] 次元.*");
        onFx(() -> assertThat(table.getSelectionModel().getSelectedIndices()).isEqualTo(List.of(1)));
        robot.clickOn("#comparison-table");
        robot.strike(KeyCode.CONTROL, KeyCode.A);
        robot.strike(KeyCode.B);
        untilCalled("#beside .run-name", "3 次元", "7 次元");
        speak(Locale.ENGLISH);
        untilCalled("#beside .run-name", "3 units", "7 units");
    }

    private void speak(Locale language) {
        onFx(() -> fixture.window.preferences().languageProperty().set(language));
    }

    private String remarks() {
        return String.join("\n", texts("#comparison-remarks .label"));
    }

    /** What the chart says of a run that is pointed at, without another name for it in a second line. */
    private String legend() {
        Region chart = fixture.find("#comparison-chart");
        robot.moveTo(chart.localToScreen(chart.getWidth() - 60, 34 + 9));
        Label readout = fixture.find("#comparison-readout");
        until("read", readout::isVisible);
        robot.moveTo("#comparison-count");
        return readout.getText();
    }

    private void untilCalled(String selector, String... titles) {
        until(selector + " called " + List.of(titles), () -> seen(selector).equals(List.of(titles)));
    }
}
