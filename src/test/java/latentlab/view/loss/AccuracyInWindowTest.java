package latentlab.view.loss;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import latentlab.PlainAccuracy;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person lays over the losses how much the latent space knows of the classes. */
class AccuracyInWindowTest {
    private static final Color CURVE = Color.web("#4a3b00");

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private TrainingModel model() {
        return fixture.window.model();
    }

    private void train(int epochs) {
        until("ready", () -> model().history().size() == 1);
        onFx(() -> model().setSettings(model().settingsProperty().get().withEpochs(epochs)));
        onFx(() -> model().train());
        until("trained", () -> model().history().size() == epochs + 1);
    }

    /** @return what is to be read of an epoch, by a computation that knows nothing of the one behind the curve */
    private String plain(int epoch) {
        Run run = model().runProperty().get();
        ImageSet test = run.dataset().test();
        int[] labels = IntStream.range(0, test.count()).map(test::label).toArray();
        double share = PlainAccuracy.of(run.latent(epoch), run.model().latent(), labels);
        return String.format(Locale.ENGLISH, "10-NN in latent space %.1f %%", 100 * share);
    }

    private String told() {
        return fixture.find("#loss-chart").getAccessibleText();
    }

    /** @return share of the chart's columns, axes left out, in which something has the curve's colour */
    private double painted() {
        WritableImage chart = fixture.snapshot("#loss-chart");
        int right = (int) chart.getWidth() - 60;
        return IntStream.range(60, right)
                        .filter(x -> IntStream.range(30, (int) chart.getHeight() - 40)
                                .anyMatch(y -> near(chart.getPixelReader().getColor(x, y), CURVE)))
                        .count()
                / (right - 60.0);
    }

    private static boolean near(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 0.14
                && Math.abs(a.getGreen() - b.getGreen()) < 0.14
                && Math.abs(a.getBlue() - b.getBlue()) < 0.14;
    }

    @Test
    void showsTheAccuracyOfEveryEpochOnceItIsSwitchedOn() {
        train(20);
        robot.moveTo("#train");
        onFx(() -> assertThat(painted()).as("off at first").isZero());
        assertThat(told()).doesNotContain("10-NN");

        robot.clickOn("#loss-accuracy").moveTo("#train");
        String last = plain(20);
        until("the last epoch is told", () -> told().endsWith(last));
        until("a curve from end to end", () -> painted() > 0.8);

        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        String first = plain(0);
        until("the first epoch is told", () -> told().endsWith(first));
        assertThat(first).isNotEqualTo(last);

        robot.clickOn("#loss-accuracy").moveTo("#train");
        until("gone", () -> painted() == 0 && !told().contains("10-NN"));
    }

    @Test
    void saysHowFarTheCurveHasComeSoThatItsFirstDotsAreNotTakenForAll() {
        train(20);
        Label progress = fixture.find("#loss-progress");
        List<String> told = new ArrayList<>();
        onFx(() -> progress.textProperty().subscribe(text -> told.add(text)));
        robot.clickOn("#loss-accuracy");
        String last = plain(20);
        until("the last epoch is told", () -> told().endsWith(last));
        until("nothing is left to compute", () -> !progress.isVisible());
        onFx(() -> {
            assertThat(told)
                    .contains(
                            "10-NN in latent space: 1 of 21 epochs worked out",
                            "10-NN in latent space: 20 of 21 epochs worked out");
            assertThat(told).as("whole at the end").endsWith("");
        });
    }

    @Test
    void theNotebooksThreePanelsHaveNoRoomForIt() {
        train(2);
        robot.clickOn("#loss-accuracy");
        until("told", () -> told().contains("10-NN"));
        robot.clickOn("#loss-threePanels");
        assertThat(fixture.<ToggleButton>find("#loss-accuracy").isSelected()).isFalse();
        assertThat(told()).doesNotContain("10-NN");
        robot.clickOn("#loss-accuracy");
        assertThat(fixture.<ToggleButton>find("#loss-threePanels").isSelected()).isFalse();
        until("told again", () -> told().contains("10-NN"));
    }

    @Test
    void goesOnWithTheTrainingAndStartsAnewWithTheNextRun() {
        until("ready", () -> model().history().size() == 1);
        robot.clickOn("#loss-accuracy");
        String untrained = plain(0);
        until("the untrained model is told", () -> told().endsWith(untrained));
        train(15);
        String last = plain(15);
        until("the last epoch is told", () -> told().endsWith(last));

        onFx(() -> model().setSettings(model().settingsProperty().get().withSeed(9)));
        onFx(() -> model().reset());
        until("a new run", () -> model().history().size() == 1);
        String other = plain(0);
        until("the new run is told", () -> told().endsWith(other));
        assertThat(other).isNotEqualTo(untrained);
        assertThat(fixture.complaints).isEmpty();
    }

    @Test
    void saysWhyThereIsNoneForImagesWithoutLabels() {
        until("ready", () -> model().history().size() == 1);
        ToggleButton toggle = fixture.find("#loss-accuracy");
        assertThat(toggle.isDisabled()).isFalse();
        robot.clickOn("#loss-accuracy");
        Dataset labelled = model().datasetProperty().get();
        onFx(() -> model().setDataset(new Dataset(
                labelled.name(), labelled.origin(), labelled.train(), unlabelled(labelled.test()), List.of())));
        until("other data", () -> !model().runProperty().get().dataset().test().labelled());
        until("off", toggle::isDisabled);
        robot.moveTo("#loss-accuracy");
        until(
                "told",
                () -> javafx.stage.Window.getWindows().stream()
                        .anyMatch(window ->
                                window instanceof Tooltip tip && tip.getText().contains("labels")));
        assertThat(told()).doesNotContain("10-NN");

        onFx(() -> model().setDataset(labelled));
        until("on again", () -> !toggle.isDisabled() && told().contains("10-NN"));
    }

    private static ImageSet unlabelled(ImageSet images) {
        return new ImageSet(images.count(), images.shape(), images.pixels(), null);
    }
}
