package latentlab.view.selection;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.run.Run;
import latentlab.session.Selection;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person picks images out by what they know of them, looks at them, and takes them along. */
class SelectionInWindowTest {
    private static final int EPOCHS = 2;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private Run run;

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, config -> config.withLatent(2));
        run = fixture.run();
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT6);
    }

    private void type(String text) {
        robot.clickOn("#selection-field");
        onFx(fixture.<TextField>find("#selection-field")::clear);
        robot.write(text);
        robot.strike(KeyCode.ENTER);
    }

    private void findByClass() {
        onFx(() ->
                fixture.<ComboBox<?>>find("#selection-by").getSelectionModel().select(1));
    }

    private Selection selection() {
        return fixture.window.selection();
    }

    private int[] selected() {
        return selection().imagesProperty().get().inOrder();
    }

    private String line() {
        return fixture.<Label>find("#selection-line").getText();
    }

    private int[] ofClass(int label) {
        return IntStream.range(0, run.dataset().test().count())
                .filter(image -> run.dataset().test().label(image) == label)
                .toArray();
    }

    /** The images of the smallest errors first. */
    private int[] byError(int epoch) {
        double[] errors = run.reconstruct(epoch, run.dataset().test()).errors();
        return IntStream.range(0, errors.length)
                .boxed()
                .sorted(Comparator.comparingDouble(image -> errors[image]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void findsImagesByIndexAndByClassAndSaysWhatTheyAre() {
        type("137");
        until("one", () -> Arrays.equals(selected(), new int[] {137}));
        int label = run.dataset().test().label(137);
        assertThat(line()).isEqualTo("1 of 2,000 test images:  " + label + " × 1");
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT2);
        until("looked at", () -> fixture.<Spinner<Integer>>find("#decode-image").getValue() == 137);
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT6);

        findByClass();
        type("7");
        until("a class", () -> Arrays.equals(selected(), ofClass(7)));
        assertThat(line()).isEqualTo(ofClass(7).length + " of 2,000 test images:  7 × " + ofClass(7).length);
        robot.clickOn("#selection-add");
        type("3");
        until("two classes", () -> selected().length == ofClass(7).length + ofClass(3).length);
        assertThat(line()).contains("7 × " + ofClass(7).length, "3 × " + ofClass(3).length);

        robot.clickOn("#selection-clear");
        until("none", () -> selected().length == 0);
        assertThat(fixture.find("#selection-clear").isDisabled()).isTrue();
        assertThat(fixture.find("#selection-strip").isVisible()).isFalse();
    }

    @Test
    void saysInOneSentenceWhatIsWrongAndKeepsTheSelection() {
        type("3, 5");
        until("two", () -> selected().length == 2);
        type("2000");
        assertThat(line()).isEqualTo("There is no test image 2000: type a number from 0 to 1999.");
        assertThat(selected()).containsExactly(3, 5);
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        assertThat(line()).startsWith("テスト画像 2000 はありません");
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.ENGLISH));
        findByClass();
        assertThat(line()).as("another question").startsWith("2 of 2,000");
        type("cat");
        assertThat(line()).isEqualTo("No test image is of class “cat”: type one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9.");
        assertThat(fixture.find("#selection-field").getAccessibleHelp()).isEqualTo(line());
        robot.write("s");
        assertThat(line()).as("corrected").startsWith("2 of 2,000");
    }

    @Test
    void picksTheWorstAndTheBestReconstructedAtTheEpochSelected() {
        int[] order = byError(EPOCHS);
        robot.clickOn("#selection-worst");
        until("the worst", () -> selected().length == 10);
        int last = order.length - 1;
        assertThat(selected())
                .containsExactly(
                        IntStream.range(0, 10).map(i -> order[last - i]).toArray());
        onFx(() -> fixture.<ComboBox<Integer>>find("#selection-count").setValue(50));
        onFx(() -> fixture.window.model().select(0));
        robot.clickOn("#selection-best");
        until("the best before training", () -> selected().length == 50);
        assertThat(selected()).containsExactly(Arrays.copyOf(byError(0), 50));
    }

    @Test
    void showsWhatTheModelOfTheEpochMakesOfThemInARowThatKeysWalk() {
        type("0-99");
        until("a hundred", () -> selected().length == 100);
        Node strip = fixture.find("#selection-strip");
        onFx(strip::requestFocus);
        robot.strike(KeyCode.TAB);
        robot.strike(KeyCode.SHIFT, KeyCode.TAB);
        robot.strike(KeyCode.END);
        double error = run.reconstruct(EPOCHS, 99).errors()[0];
        String told = String.format(Locale.ENGLISH, "test image 99  ·  error %.5f", error);
        until("the last", () -> strip.getAccessibleText().endsWith(told));
        WritableImage trained = fixture.picture("#selection-strip");
        onFx(() -> fixture.window.model().select(0));
        until("before training", () -> !WindowFixture.samePixels(trained, fixture.snapshot("#selection-strip")));
        robot.strike(KeyCode.DELETE);
        until("taken out", () -> selected().length == 99);
        robot.strike(KeyCode.HOME);
        robot.strike(KeyCode.RIGHT);
        robot.strike(KeyCode.ENTER);
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT2);
        until("looked at", () -> fixture.<Spinner<Integer>>find("#decode-image").getValue() == 1);
        assertThat(fixture.window.model().selectedEpochProperty().get())
                .as("the arrows are the row's")
                .isZero();
    }

    @Test
    void showsTheFirstTenInTheGridAndLeadsBackToTheSamples() {
        type("40-60");
        until("some", () -> selected().length == 21);
        WritableImage samples = grid();
        robot.clickOn("#selection-grid");
        until(
                "the grid comes",
                () -> fixture.find("#reconstruction-grid").localToScene(0, 0).getY() > 0
                        && fixture.find("#reconstruction-grid")
                                .getParent()
                                .getParent()
                                .isVisible());
        until("of the selection", () -> !WindowFixture.samePixels(samples, fixture.snapshot("#reconstruction-grid")));
        WritableImage first = grid();
        assertThat(toldInGrid(9)).contains("test image 49");
        onFx(() -> fixture.window.model().select(0));
        until("at the epoch", () -> !WindowFixture.samePixels(first, fixture.snapshot("#reconstruction-grid")));
        onFx(() -> fixture.window.model().select(EPOCHS));
        until("and back", () -> WindowFixture.samePixels(first, fixture.snapshot("#reconstruction-grid")));
        onFx(fixture.<ToggleButton>find("#reconstruction-selection")::fire);
        until("the samples", () -> WindowFixture.samePixels(samples, fixture.snapshot("#reconstruction-grid")));
        assertThat(fixture.<ToggleButton>find("#selection-grid").isSelected()).isFalse();
    }

    private WritableImage grid() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.moveTo("#train");
        until(
                "painted",
                () -> fixture.<Label>find("#reconstruction-caption").getText().startsWith("epoch " + EPOCHS));
        WritableImage picture = fixture.picture("#reconstruction-grid");
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT6);
        return picture;
    }

    /** What the grid says of one of its columns. */
    private String toldInGrid(int column) {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT1);
        Node grid = fixture.find("#reconstruction-grid");
        onFx(grid::requestFocus);
        robot.strike(KeyCode.HOME);
        for (int i = 0; i < column; i++) {
            robot.strike(KeyCode.RIGHT);
        }
        List<String> told = new ArrayList<>();
        onFx(() -> told.add(grid.getAccessibleText()));
        onFx(() -> fixture.find("#latent-map").requestFocus());
        return told.getFirst();
    }

    @Test
    void savesThemWithTheirErrorsAndCodes() throws Exception {
        type("7, 3");
        until("two", () -> selected().length == 2);
        onFx(() -> fixture.window.model().select(1));
        fixture.answers.add(fixture.folder.resolve("picked"));
        NotificationPane notices = fixture.find("#notices");
        robot.clickOn("#selection-save");
        until("saved", () -> notices.isShowing() && notices.getText().contains("picked.csv with 2 images"));
        Path file = fixture.folder.resolve("picked.csv");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).isEqualTo("index,label,class,error,code_0,code_1");
        float[] code = run.latent(1, 3);
        assertThat(lines.get(2))
                .isEqualTo(
                        "3,%s,%s,%s,%s,%s",
                        run.dataset().test().label(3),
                        run.dataset().className(run.dataset().test().label(3)),
                        run.reconstruct(1, 3).errors()[0],
                        code[0],
                        code[1]);
        assertThat(lines).hasSize(3);
    }
}
