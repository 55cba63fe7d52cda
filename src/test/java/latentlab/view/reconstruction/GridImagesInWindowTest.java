package latentlab.view.reconstruction;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javax.imageio.ImageIO;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.Dataset;
import latentlab.run.Run;
import latentlab.run.images.ChosenImages;
import latentlab.run.images.ErrorRanking;
import latentlab.session.Selection;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A person says which images the grid shows, orders them, and looks at one closely. */
class GridImagesInWindowTest {
    private static final int EPOCHS = 3;
    private static final Pattern TOLD = Pattern.compile("test image (\\d+)  ·  error (\\S+)");

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private Run run;

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, config -> config.withLatent(2));
        run = fixture.run();
        robot.moveTo("#train");
    }

    private void openCard() {
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        until("open", () -> there("#images-indices") && popUp("#images-indices").isFocused());
    }

    private boolean there(String selector) {
        return robot.lookup(selector).tryQuery().isPresent();
    }

    private <T extends Node> T popUp(String selector) {
        return robot.lookup(selector).query();
    }

    private String chosen() {
        return fixture.<Button>find("#images-open").getText();
    }

    private void untilChosen(String words) {
        until(words, () -> chosen().equals(words));
    }

    private Node grid() {
        return fixture.find("#reconstruction-grid");
    }

    /** The grid has the keys, and its first image is pointed at. */
    private void walkGrid() {
        onFx(() -> {
            grid().requestFocus();
        });
        robot.strike(KeyCode.TAB);
        robot.strike(KeyCode.SHIFT, KeyCode.TAB);
        robot.strike(KeyCode.HOME);
    }

    private String told() {
        List<String> told = new ArrayList<>();
        onFx(() -> told.add(grid().getAccessibleText()));
        return told.getFirst();
    }

    /** What the grid says of each column, in order. */
    private List<Integer> columns() {
        walkGrid();
        List<Integer> columns = new ArrayList<>();
        String last = "";
        for (int i = 0; i < Dataset.SAMPLES; i++) {
            Matcher found = TOLD.matcher(told());
            if (!found.find() || found.group().equals(last)) {
                break;
            }
            last = found.group();
            columns.add(Integer.valueOf(found.group(1)));
            robot.strike(KeyCode.RIGHT);
        }
        return columns;
    }

    private void untilColumns(Integer... wanted) {
        WaitForAsyncUtils.waitForFxEvents();
        until("reconstructed", () -> !grid().getAccessibleText().isEmpty());
        for (int tries = 0; tries < 50 && !columns().equals(List.of(wanted)); tries++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(columns()).containsExactly(wanted);
    }

    @Test
    void byIndexAndBackToTheNotebooks() {
        openCard();
        robot.write("3, 17, 42-44");
        robot.strike(KeyCode.ENTER);
        untilChosen("5 images by hand");
        onFx(() -> popUp("#images-notebook").requestFocus());
        robot.strike(KeyCode.SPACE);
        untilChosen("Images");
        assertThat(popUp("#images-notebook").isDisabled()).isTrue();
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> !there("#images-indices"));
        untilColumns(IntStream.of(run.samples()).boxed().toArray(Integer[]::new));
    }

    @Test
    void saysWhatIsWrongWithIndices() {
        openCard();
        robot.write("3, many");
        robot.strike(KeyCode.ENTER);
        until("refused", () -> this.<Label>popUp("#images-line").getText().startsWith("“many” is no index"));
        robot.write("x");
        until(
                "typing goes on",
                () -> this.<Label>popUp("#images-line").getText().isEmpty());
        assertThat(chosen()).isEqualTo("Images");
    }

    @Test
    void saysHowManyOfTheSelectedImagesThereIsRoomFor() {
        onFx(() -> {
            fixture.window
                    .selection()
                    .select(Selection.Mode.REPLACE, IntStream.range(0, 23).toArray());
            fixture.window.selection().showInGrid(true);
        });
        untilChosen("10 of 23 selected");
        onFx(() -> fixture.window.selection().select(Selection.Mode.REPLACE, 4, 2, 7));
        untilChosen("3 images selected");
    }

    @Test
    void atRandomByASeedAndOnceMoreByTheNext() {
        openCard();
        robot.clickOn("#images-draw");
        untilChosen("Random, seed 1");
        robot.clickOn("#images-draw");
        untilChosen("Random, seed 2");
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> !there("#images-indices"));
        untilColumns(ChosenImages.random(run.dataset(), 2).indices().toArray(Integer[]::new));
    }

    @Test
    void theWorstStayAtOtherEpochsAndInTheNextRun() {
        openCard();
        robot.clickOn("#images-worst");
        untilChosen("Worst 10 of epoch 3");
        robot.strike(KeyCode.ESCAPE);
        Integer[] worst = ChosenImages.ranked(ErrorRanking.WORST, run, EPOCHS, () -> true)
                .indices()
                .toArray(Integer[]::new);
        untilColumns(worst);
        onFx(() -> fixture.window.model().select(0));
        untilColumns(worst);
        assertThat(chosen()).isEqualTo("Worst 10 of epoch 3");
        onFx(() -> fixture.window.model().reset());
        untilChosen("Worst 10 of epoch 3, another run");
        untilColumns(worst);
    }

    @Test
    void sortedByTheirErrorsAtTheEpochShown() {
        openCard();
        robot.clickOn("#images-sort");
        untilChosen("Images, by error");
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> !there("#images-indices"));
        for (int epoch : new int[] {EPOCHS, 1}) {
            onFx(() -> fixture.window.model().select(epoch));
            untilColumns(IntStream.of(ByError.order(run, epoch, run.samples()))
                    .boxed()
                    .toArray(Integer[]::new));
        }
    }

    @Test
    void keysMoveAnImageReplaceItAndTakeItOut() {
        Integer[] order = IntStream.of(run.samples()).boxed().toArray(Integer[]::new);
        walkGrid();
        robot.strike(KeyCode.ALT, KeyCode.RIGHT);
        untilChosen("10 images by hand");
        Integer[] moved = order.clone();
        moved[0] = order[1];
        moved[1] = order[0];
        untilColumns(moved);
        walkGrid();
        robot.write("2");
        until("asked", () -> there("#column-image") && popUp("#column-image").isFocused());
        robot.write("99999");
        robot.strike(KeyCode.ENTER);
        until("refused", () -> this.<Label>popUp("#column-line").getText().startsWith("There is no test image 299999"));
        robot.strike(KeyCode.CONTROL, KeyCode.A);
        robot.write("class:7");
        robot.strike(KeyCode.ENTER);
        until("asked no more", () -> !there("#column-image"));
        moved[0] = IntStream.range(moved[0] + 1, run.dataset().test().count())
                .filter(image -> run.dataset().test().label(image) == 7)
                .findFirst()
                .orElseThrow();
        untilColumns(moved);
        walkGrid();
        robot.strike(KeyCode.DELETE);
        untilChosen("9 images by hand");
    }

    private Point2D on(int column) {
        List<Point2D> place = new ArrayList<>();
        onFx(() -> {
            ImageGrid grid = (ImageGrid) grid();
            double side = grid.figure().side();
            place.add(grid.localToScreen(grid.figure().x(column) + side / 2, side / 2));
        });
        return place.getFirst();
    }

    @Test
    void aDragMovesAnImageToWhereTheMarkIsAndEscapeLeavesIt() {
        Integer[] order = IntStream.of(run.samples()).boxed().toArray(Integer[]::new);
        robot.moveTo(on(0)).press(MouseButton.PRIMARY).moveTo(on(2)).moveTo(on(2).add(20, 0));
        robot.strike(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);
        robot.moveTo("#train");
        untilColumns(order);
        robot.moveTo(on(0)).press(MouseButton.PRIMARY).moveTo(on(2)).moveTo(on(2).add(20, 0));
        robot.release(MouseButton.PRIMARY);
        robot.moveTo("#train");
        untilChosen("10 images by hand");
        Integer[] moved = order.clone();
        moved[0] = order[1];
        moved[1] = order[2];
        moved[2] = order[0];
        untilColumns(moved);
    }

    @Test
    void aMenuDoesTheSameWithTheImageUnderThePointer() {
        Integer[] order = IntStream.of(run.samples()).boxed().toArray(Integer[]::new);
        robot.moveTo(on(3)).clickOn(MouseButton.SECONDARY);
        robot.clickOn("#column-left");
        robot.moveTo("#train");
        Integer[] moved = order.clone();
        moved[2] = order[3];
        moved[3] = order[2];
        untilColumns(moved);
        robot.moveTo(on(0)).clickOn(MouseButton.SECONDARY);
        robot.clickOn("#column-remove");
        untilChosen("9 images by hand");
    }

    @Test
    void oneIsEnlargedWithItsValuesAndItsErrorOverTheEpochs() {
        walkGrid();
        robot.strike(KeyCode.RIGHT);
        robot.strike(KeyCode.ENTER);
        int image = run.samples()[1];
        until(
                "open",
                () -> there("#enlarged-title")
                        && this.<Label>popUp("#enlarged-title").getText().endsWith("test image " + image)
                        && popUp("#enlarged-pixels").isFocused());
        robot.strike(KeyCode.RIGHT);
        robot.strike(KeyCode.DOWN);
        int pixel = 15 * 28 + 14;
        untilRead(image, pixel, EPOCHS);
        onFx(() -> fixture.window.model().select(1));
        untilRead(image, pixel, 1);
        until(
                "error",
                () -> this.<Label>popUp("#enlarged-error")
                        .getText()
                        .equals(String.format(
                                Locale.ENGLISH,
                                "Error over the epochs: %.5f at epoch 1",
                                run.reconstruct(1, image).errors()[0])));
        robot.clickOn("#enlarged-curve");
        until(
                "the epoch in the middle",
                () -> fixture.window.model().selectedEpochProperty().get() == 2
                        || fixture.window.model().selectedEpochProperty().get() == 1);
        robot.strike(KeyCode.L);
        until(
                "keys are the timeline's",
                () -> fixture.window.model().selectedEpochProperty().get() == EPOCHS);
        robot.clickOn("#timeline-first");
        untilRead(image, pixel, 0);
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> !there("#enlarged-title"));
    }

    private void untilRead(int image, int pixel, int epoch) {
        double original = Byte.toUnsignedInt(run.dataset().test().pixelsOf(image)[pixel]) / 255.0;
        double made = run.reconstructIntensities(epoch, image)[pixel];
        String wanted = String.format(
                Locale.ENGLISH,
                "Row 15, column 14:  original %.3f  ·  reconstruction %.3f  ·  difference %+.3f",
                original,
                made,
                made - original);
        until(wanted, () -> this.<Label>popUp("#enlarged-readout").getText().equals(wanted));
    }

    @Test
    void filesShowThemToo() throws Exception {
        openCard();
        robot.write("42 3");
        robot.strike(KeyCode.ENTER);
        untilChosen("2 images by hand");
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> !there("#images-indices"));
        Path file = fixture.folder.resolve("strip.png");
        fixture.answers.add(file);
        NotificationPane notices = fixture.find("#notices");
        robot.clickOn("#export").clickOn("#export-open");
        until("open", () -> there("#export-search"));
        robot.clickOn("#export-search").write("strip");
        robot.strike(KeyCode.ENTER);
        until("saved", () -> notices.isShowing() && notices.getText().contains("strip.png"));
        BufferedImage strip = ImageIO.read(file.toFile());
        assertThat(strip.getWidth()).isEqualTo(2 * 28);
        byte[] original = run.dataset().test().pixelsOf(42);
        for (int pixel = 0; pixel < original.length; pixel++) {
            assertThat(strip.getRaster().getSample(pixel % 28, pixel / 28, 0))
                    .isEqualTo(Byte.toUnsignedInt(original[pixel]));
        }
    }
}
