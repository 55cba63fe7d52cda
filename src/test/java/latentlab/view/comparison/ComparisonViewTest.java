package latentlab.view.comparison;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import latentlab.app.Hand;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Setting;
import latentlab.library.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person sets runs beside each other, points at one and at another, and goes back. */
class ComparisonViewTest {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final PseudoClass UNUSUAL = PseudoClass.getPseudoClass("unusual");
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final ComparisonStage fixture = new ComparisonStage(760, 620);

    private void compareThree() throws Exception {
        fixture.show();
        fixture.compare(
                fixture.add("first", config -> config),
                fixture.add("second", config -> config.withLatent(5)),
                fixture.add("third", config -> config.withSeed(7)));
        untilShown("third");
    }

    private void untilShown(String last) {
        until(
                "shown",
                () -> fixture.controller.view().isVisible() && cells().anyMatch(cell -> last.equals(cell.getText())));
    }

    private Stream<TableCell<?, ?>> cells() {
        return fixture.stage.getScene().getRoot().lookupAll("#comparison-table .table-cell").stream()
                .map(cell -> (TableCell<?, ?>) cell);
    }

    private TableView<RunTable.Row> table() {
        return fixture.find("#comparison-table");
    }

    private List<String> columns() {
        return table().getColumns().stream()
                .map(column -> ((Label) column.getGraphic()).getText())
                .toList();
    }

    private List<String> remarks() {
        return fixture.stage.getScene().getRoot().lookupAll("#comparison-remarks > .label").stream()
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private TableRow<?> row(String name) {
        return (TableRow<?>) cell(name).getTableRow();
    }

    private TableCell<?, ?> cell(String text) {
        return cells().filter(cell -> text.equals(cell.getText())).findFirst().orElseThrow();
    }

    private List<String> pointed() {
        return fixture.stage.getScene().getRoot().lookupAll("#comparison-table .table-row-cell").stream()
                .filter(row -> row.getPseudoClassStates().contains(POINTED))
                .map(row -> ((RunTable.Row) ((TableRow<?>) row).getItem())
                        .compared()
                        .name())
                .toList();
    }

    /** What the person sees of the chart. */
    private int[] picture() {
        int[][] pixels = new int[1][];
        onFx(() -> {
            Node chart = fixture.find("#comparison-chart");
            WritableImage image = chart.snapshot(null, null);
            pixels[0] = new int[(int) image.getWidth() * (int) image.getHeight()];
            image.getPixelReader()
                    .getPixels(
                            0,
                            0,
                            (int) image.getWidth(),
                            (int) image.getHeight(),
                            PixelFormat.getIntArgbInstance(),
                            pixels[0],
                            0,
                            (int) image.getWidth());
        });
        return pixels[0];
    }

    /** Without words for what may be millions of pixels. */
    private boolean pictureIs(int[] other) {
        return Arrays.equals(picture(), other);
    }

    /** Somewhere on the curve of a run, found as a person finds it: by going over the chart. */
    private Point2D on(int run) {
        ComparisonChart chart = fixture.find("#comparison-chart");
        for (int x = 120; x < chart.getWidth(); x += 6) {
            for (int y = 40; y < chart.getHeight(); y += 3) {
                if (chart.at(x, y) == run) {
                    return chart.localToScreen(x, y);
                }
            }
        }
        throw new AssertionError("no curve of run " + run);
    }

    @Test
    void showsOnlyInWhatRunsDifferAndWhatMayBeConcluded() throws Exception {
        compareThree();
        assertThat(columns()).containsExactly("Run", "Best loss", "Trained", "Seconds", "latent", "seed");
        assertThat(fixture.<Label>find("#comparison-count").getText()).isEqualTo("3 runs compared");
        assertThat(remarks().getFirst()).startsWith("Best of all: latent");
        assertThat(remarks()).anySatisfy(remark -> assertThat(remark).contains("nothing may be concluded from so few"));
        assertThat(cell("5").getPseudoClassStates()).as("unlike most").contains(UNUSUAL);
        assertThat(cell("3").getPseudoClassStates()).doesNotContain(UNUSUAL);
        assertThat(cells().filter(cell -> cell.getPseudoClassStates().contains(BEST)))
                .isNotEmpty();
        onFx(() -> fixture.texts.localeProperty().set(Locale.JAPANESE));
        assertThat(columns()).containsExactly("実行", "最良損失", "学習済み", "秒", "latent", "seed");
        assertThat(remarks().getFirst()).startsWith("最良: latent");
    }

    @Test
    void comparedRunsAreSetSideBySideWithoutBeingSelectedAgain() throws Exception {
        compareThree();
        assertThat(fixture.find("#comparison-several").isVisible()).isFalse();
        robot.clickOn("#comparison-beside");
        assertThat(fixture.beside.getLast()).extracting(Entry::name).containsExactly("first", "second", "third");
        onFx(() -> table().getSelectionModel().clearAndSelect(1));
        robot.clickOn("#comparison-beside");
        assertThat(fixture.beside.getLast()).as("one cannot be meant").hasSize(3);
        onFx(() -> table().getSelectionModel().select(2));
        robot.clickOn("#comparison-beside");
        assertThat(fixture.beside.getLast()).extracting(Entry::name).containsExactly("second", "third");
    }

    @Test
    void ofManyTheFirstFourRowsAreSetSideBySideWhichIsSaid() throws Exception {
        fixture.show();
        Path[] files = new Path[5];
        for (int i = 0; i < files.length; i++) {
            int units = i + 1;
            files[i] = fixture.add("run" + units, config -> config.withLatent(units));
        }
        fixture.compare(files);
        untilShown("run5");
        Label several = fixture.find("#comparison-several");
        assertThat(several.isVisible()).isTrue();
        assertThat(several.getText()).startsWith("Side by side shows the first four rows");
        onFx(() -> {
            TableColumn<RunTable.Row, ?> units = table().getColumns().getLast();
            units.setSortType(TableColumn.SortType.DESCENDING);
            table().getSortOrder().add(units);
            table().requestFocus();
        });
        robot.strike(KeyCode.B);
        assertThat(fixture.beside.getLast())
                .as("as they are sorted")
                .extracting(Entry::name)
                .containsExactly("run5", "run4", "run3", "run2");
        onFx(() -> table().getSelectionModel().selectRange(3, 5));
        assertThat(several.isVisible()).isFalse();
        robot.strike(KeyCode.B);
        assertThat(fixture.beside.getLast()).extracting(Entry::name).containsExactly("run2", "run1");
    }

    private void sayRemarks(String... remarks) {
        onFx(() -> {
            fixture.controller.view().showRemarks(List.of(), List.of(remarks));
            fixture.stage.getScene().getRoot().applyCss();
            fixture.stage.getScene().getRoot().layout();
        });
    }

    /** @return how much of each remark is seen, from nothing to all of it, 1 */
    private List<Double> seen() {
        Region place = fixture.find(".comparison-remarks-place");
        Bounds window = place.localToScene(place.getLayoutBounds());
        return place.lookupAll("#comparison-remarks > .label").stream()
                .map(each -> {
                    Bounds all = each.localToScene(each.getLayoutBounds());
                    double needed = each.prefHeight(all.getWidth());
                    double top = Math.max(all.getMinY(), window.getMinY());
                    double bottom = Math.min(all.getMaxY(), window.getMaxY());
                    return Math.max(0, bottom - top) / needed;
                })
                .toList();
    }

    private boolean scrolls() {
        return fixture.find(".comparison-remarks-place")
                .lookup(".scroll-bar:vertical")
                .isVisible();
    }

    @Test
    void remarksAreReadWholeAndOfManyWholeLines() throws Exception {
        compareThree();
        String two = "Of a remark that is longer than the view is wide ".repeat(4);
        sayRemarks(two, "one line", two);
        onFx(() -> {
            assertThat(seen()).hasSize(3).allSatisfy(share -> assertThat(share).isGreaterThan(0.99));
            assertThat(scrolls()).isFalse();
        });
        sayRemarks("1", "2", "3", "4", "5", "6", two);
        onFx(() -> {
            assertThat(seen().subList(0, 5))
                    .allSatisfy(share -> assertThat(share).isGreaterThan(0.99));
            assertThat(seen().get(5)).as("no line by half").isLessThan(0.2);
            assertThat(scrolls()).as("one comes to the others").isTrue();
            assertThat(table().getHeight()).isGreaterThanOrEqualTo(70);
            assertThat(table().localToScene(0, table().getHeight()).getY())
                    .as("the table is in the window")
                    .isLessThanOrEqualTo(fixture.stage.getScene().getHeight());
        });
    }

    @Test
    void aNameInTheLegendIsReadWhole() throws Exception {
        fixture.show();
        fixture.compare(
                fixture.add(
                        "first",
                        config -> config.with(Setting.HIDDEN, HiddenLayer.dense(64, 32))
                                .with(Setting.ENCODER, Activation.LEAKY_RELU)),
                fixture.add("second", config -> config.withLatent(5)));
        untilShown("second");
        ComparisonChart chart = fixture.find("#comparison-chart");
        robot.moveTo(chart.localToScreen(chart.getWidth() - 60, 34 + 9));
        Label readout = fixture.find("#comparison-readout");
        until("read", readout::isVisible);
        assertThat(readout.getText())
                .startsWith("first")
                .contains("hidden 64-32", "latent 3", "encoder-activation leaky-relu");
        assertThat(pointed()).containsExactly("first");
    }

    @Test
    void theRowOfACurveAndTheCurveOfARowAreEmphasised() throws Exception {
        compareThree();
        robot.moveTo("#comparison-count");
        int[] plain = picture();
        assertThat(pointed()).isEmpty();
        robot.moveTo(row("second"));
        assertThat(pointed()).containsExactly("second");
        assertThat(pictureIs(plain)).as("the others fade").isFalse();
        robot.moveTo(on(1));
        assertThat(pointed()).containsExactly("second");
        assertThat(fixture.<Label>find("#comparison-readout").getText()).startsWith("second, epoch ");
        robot.moveTo("#comparison-count");
        assertThat(pointed()).isEmpty();
        assertThat(fixture.find("#comparison-readout").isVisible()).isFalse();
        assertThat(pictureIs(plain)).isTrue();
        robot.moveTo(on(1)).clickOn(MouseButton.PRIMARY);
        robot.moveTo("#comparison-count");
        assertThat(pointed()).as("the selected one").containsExactly("second");
    }

    @Test
    void curvesAreLaidOutByEpochOrByTime() throws Exception {
        compareThree();
        robot.moveTo("#comparison-count");
        int[] byEpoch = picture();
        robot.clickOn("#comparison-time");
        robot.clickOn("#comparison-time");
        assertThat(fixture.controller.view().bar.byTime.isSelected()).isTrue();
        assertThat(fixture.controller.view().bar.byEpoch.isSelected()).isFalse();
        assertThat(pictureIs(byEpoch)).isFalse();
        robot.clickOn("#comparison-epoch");
        robot.moveTo("#comparison-count");
        assertThat(pictureIs(byEpoch)).isTrue();
    }

    @Test
    void aDamagedFileIsNamedAndTheOthersAreCompared() throws Exception {
        fixture.show();
        Path essay = Files.writeString(fixture.folder.resolve("essay.latentlab"), "no run");
        fixture.compare(
                fixture.add("first", config -> config), essay, fixture.add("second", config -> config.withLatent(5)));
        untilShown("second");
        assertThat(remarks().getFirst()).startsWith(essay + " is no run file of Latent Lab");
        assertThat(table().getItems()).extracting(row -> row.compared().name()).containsExactly("first", "second");
    }

    @Test
    void whereNoFileCanBeReadThatIsSaidAndNothingShown() throws Exception {
        fixture.show();
        Path essay = Files.writeString(fixture.folder.resolve("essay.latentlab"), "no run");
        fixture.compare(essay);
        until("told", () -> fixture.notices.currentProperty().get() != null);
        assertThat(fixture.controller.view().isVisible()).isFalse();
    }

    @Test
    void escapeAndTheButtonGoBack() throws Exception {
        compareThree();
        assertThat(table().isFocused()).isTrue();
        robot.strike(KeyCode.ESCAPE);
        assertThat(fixture.controller.view().isVisible()).isFalse();
        onFx(() -> fixture.controller.view().setVisible(true));
        robot.clickOn("#comparison-back");
        assertThat(fixture.controller.view().isVisible()).isFalse();
    }

    @Test
    void lossesOfAnotherKindAreNotRanked() throws Exception {
        fixture.show();
        fixture.compare(
                fixture.add("first", config -> config),
                fixture.add("second", config -> config.with(Setting.LOSS, Loss.BCE)));
        untilShown("second");
        assertThat(remarks()).anySatisfy(remark -> assertThat(remark).startsWith("These losses are not of one kind"));
        assertThat(cells().filter(cell -> cell.getPseudoClassStates().contains(BEST)))
                .isEmpty();
    }

    @Test
    void everyControlSaysWhatItIsFor() throws Exception {
        compareThree();
        for (String control : List.of("beside", "epoch", "time", "table", "chart")) {
            assertThat(fixture.find("#comparison-" + control).getAccessibleText())
                    .as(control)
                    .isNotBlank();
        }
        assertThat(fixture.find("#comparison-chart").getAccessibleText()).contains("3 runs compared", "Best of all");
        for (TableColumn<?, ?> column : table().getColumns()) {
            assertThat(((Label) column.getGraphic()).getTooltip().getText())
                    .as(column.getId())
                    .isNotBlank();
        }
        assertThat(fixture.find("#comparison-chart").lookupAll("Canvas"))
                .allSatisfy(canvas -> assertThat(((Canvas) canvas).getWidth()).isPositive());
    }
}
