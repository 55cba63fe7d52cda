package latentlab.view.comparison;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import latentlab.app.Hand;
import latentlab.comparison.Dimension;
import latentlab.comparison.KeyFigure;
import latentlab.comparison.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person looks at what runs came to over their settings, points at it by pointer and keys, and opens a run. */
class PictureViewTest {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Hand robot = Hand.ONLY;
    private final List<Path> files = new ArrayList<>();

    @RegisterExtension
    private final ComparisonStage fixture = new ComparisonStage(900, 760);

    private void compareFour() throws Exception {
        fixture.show();
        files.add(fixture.add("first", config -> config.withLatent(2)));
        files.add(fixture.add("second", config -> config.withLatent(2).withSeed(7)));
        files.add(fixture.add("third", config -> config.withLatent(5)));
        files.add(fixture.add("fourth", config -> config.withLatent(5).withLearningRate(0.1)));
        fixture.compare(files.toArray(Path[]::new));
        untilShown(4);
        until("its rows", () -> cells().anyMatch(cell -> "fourth".equals(cell.getText())));
    }

    private Stream<TableCell<?, ?>> cells() {
        return fixture.stage.getScene().getRoot().lookupAll("#comparison-table .table-cell").stream()
                .map(cell -> (TableCell<?, ?>) cell);
    }

    private void untilShown(int runs) {
        until(
                "shown",
                () -> fixture.controller.view().isVisible()
                        && table().getItems().size() == runs
                        && table().isFocused());
    }

    private TableView<RunTable.Row> table() {
        return fixture.find("#comparison-table");
    }

    private <T> ComboBox<T> box(String name) {
        return fixture.find("#comparison-" + name);
    }

    private String note() {
        return fixture.<Label>find("#comparison-note").getText();
    }

    private String readout() {
        Label label = fixture.find("#comparison-readout");
        return label.isVisible() ? label.getText() : "";
    }

    private List<String> marked() {
        return fixture.stage.getScene().getRoot().lookupAll("#comparison-table .table-row-cell").stream()
                .filter(row -> row.getPseudoClassStates().contains(POINTED))
                .map(row -> ((RunTable.Row) ((TableRow<?>) row).getItem())
                        .compared()
                        .name())
                .sorted()
                .toList();
    }

    private TableCell<?, ?> cell(String text) {
        return cells().filter(cell -> text.equals(cell.getText())).findFirst().orElseThrow();
    }

    /** Goes over the chart as a person does, until what is read there is what is looked for. */
    private void findOnChart(Predicate<String> found) {
        ComparisonChart chart = fixture.find("#comparison-chart");
        Bounds bounds = chart.localToScreen(chart.getBoundsInLocal());
        for (double y = bounds.getMinY() + 40; y < bounds.getMaxY(); y += 45) {
            for (double x = bounds.getMinX() + 40; x < bounds.getMaxX(); x += 80) {
                robot.moveTo(new Point2D(x, y));
                if (found.test(readout())) {
                    return;
                }
            }
        }
        throw new AssertionError("nothing of that kind");
    }

    @Test
    void aCellOfTheHeatMapIsReadAndMarksItsRunsAndOpensTheBest() throws Exception {
        compareFour();
        robot.strike(KeyCode.DIGIT2);
        assertThat(box("picture").getValue()).isEqualTo(Picture.Kind.HEAT_MAP);
        assertThat(box("figure").isVisible()).isTrue();
        findOnChart(read -> read.contains("n = 2"));
        assertThat(readout()).startsWith("latent 2, lr 0.01\nBest validation loss: mean ");
        assertThat(marked()).containsExactly("first", "second");
        robot.clickOn(MouseButton.PRIMARY).clickOn(MouseButton.PRIMARY);
        until("opened", () -> !fixture.opened.isEmpty());
        assertThat(files.subList(0, 2)).containsAll(fixture.opened);
        findOnChart(read -> read.endsWith("No run with these values"));
        assertThat(readout()).startsWith("latent 2, lr 0.1");
        robot.moveTo(cell("fourth"));
        assertThat(marked()).containsExactly("fourth");
    }

    @Test
    void keysGoThroughAPictureAndOpenTheRun() throws Exception {
        compareFour();
        robot.strike(KeyCode.DIGIT4);
        onFx(() -> fixture.find("#comparison-chart").requestFocus());
        robot.strike(KeyCode.RIGHT);
        String first = readout();
        assertThat(first).isNotEmpty();
        robot.strike(KeyCode.RIGHT);
        assertThat(readout()).contains("latent 5").isNotEqualTo(first);
        String name = marked().getFirst();
        robot.strike(KeyCode.ENTER);
        assertThat(fixture.opened).containsExactly(fixture.folder.resolve(name + ".latentlab"));
    }

    @Test
    void aRowOpensItsRunByEnterAndByADoubleClick() throws Exception {
        compareFour();
        robot.clickOn(cell("third"));
        robot.strike(KeyCode.ENTER);
        robot.moveTo(cell("second")).clickOn(MouseButton.PRIMARY).clickOn(MouseButton.PRIMARY);
        until("both", () -> fixture.opened.size() > 1);
        assertThat(fixture.opened).containsExactly(files.get(2), files.get(1));
    }

    @Test
    void aRangeOfAnAxisLeavesRunsOutByDragAndByKeys() throws Exception {
        compareFour();
        robot.strike(KeyCode.DIGIT3);
        assertThat(note()).startsWith("4 of 4 runs.");
        onFx(() -> fixture.find("#comparison-chart").requestFocus());
        robot.strike(KeyCode.RIGHT);
        robot.strike(KeyCode.SHIFT, KeyCode.UP);
        assertThat(note()).startsWith("2 of 4 runs.");
        robot.strike(KeyCode.DELETE);
        assertThat(note()).startsWith("4 of 4 runs.");
        ComparisonChart chart = fixture.find("#comparison-chart");
        // The first axis, from its middle to its upper end, where the runs of five latent units are.
        Point2D middle = chart.localToScreen(60, chart.getHeight() / 2);
        robot.drag(middle, MouseButton.PRIMARY).dropTo(chart.localToScreen(60, 30));
        assertThat(note()).startsWith("2 of 4 runs.");
        robot.moveTo(middle).clickOn(MouseButton.PRIMARY);
        assertThat(note()).startsWith("4 of 4 runs.");
    }

    /** What is said must not need more room than there is: the window would become wider than its screen. */
    @Test
    void allOfItFitsANarrowWindow() throws Exception {
        compareFour();
        onFx(() -> fixture.stage.setWidth(560));
        for (KeyCode picture : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4)) {
            robot.strike(picture);
            ComparisonChart chart = fixture.find("#comparison-chart");
            assertThat(chart.localToScene(chart.getBoundsInLocal()).getMaxX())
                    .as("%s", picture)
                    .isLessThanOrEqualTo(560);
        }
    }

    @Test
    void onlyWhatCanBeDrawnIsOfferedAndWhyIsSaid() throws Exception {
        fixture.show();
        fixture.compare(fixture.add("first", config -> config), fixture.add("second", config -> config));
        untilShown(2);
        assertThat(box("picture").getItems()).asList().containsExactly(Picture.Kind.LOSSES);
        assertThat(note()).isEqualTo("These runs differ in no setting that could be an axis.");
        robot.strike(KeyCode.DIGIT2);
        assertThat(box("picture").getValue()).isEqualTo(Picture.Kind.LOSSES);
        assertThat(note()).isEqualTo("A heat map takes two settings in which the runs differ.");
        onFx(() -> fixture.texts.localeProperty().set(Locale.JAPANESE));
        assertThat(note()).startsWith("ヒートマップには");
    }

    @Test
    void settingsAndFigureAreChosenAndAxesStayApart() throws Exception {
        compareFour();
        robot.strike(KeyCode.DIGIT2);
        ComboBox<Dimension> across = box("across");
        ComboBox<Dimension> down = box("down");
        ComboBox<KeyFigure> figure = box("figure");
        assertThat(across.getValue().name()).isEqualTo("latent");
        assertThat(down.getValue().name()).isEqualTo("lr");
        assertThat(down.getItems()).extracting(Dimension::name).containsExactly("latent", "lr", "seed");
        onFx(() -> across.setValue(down.getValue()));
        assertThat(down.getValue().name()).isEqualTo("latent");
        assertThat(figure.getItems()).doesNotContain(KeyFigure.ACCURACY);
        onFx(() -> figure.setValue(KeyFigure.SECONDS));
        findOnChart(read -> read.contains("Training time (s): mean"));
        robot.strike(KeyCode.DIGIT1);
        assertThat(figure.isVisible()).isFalse();
        assertThat(fixture.find("#comparison-epoch").isVisible()).isTrue();
    }

    @Test
    void everyChoiceSaysWhatItIsFor() throws Exception {
        compareFour();
        for (String control : List.of("picture", "figure", "across", "down")) {
            assertThat(box(control).getAccessibleText()).as(control).isNotBlank();
            assertThat(box(control).getTooltip().getText()).as(control).isNotBlank();
        }
    }
}
