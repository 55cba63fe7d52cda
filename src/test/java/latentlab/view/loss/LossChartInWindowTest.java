package latentlab.view.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import latentlab.engine.settings.Loss;
import latentlab.figure.LossPanel;
import latentlab.figure.LossPanel.Curve;
import latentlab.figure.LossPanel.Measure;
import latentlab.figure.LossStyle;
import latentlab.figure.Role;
import latentlab.glossary.Term;
import latentlab.preferences.LossOptions;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.words.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the chart paints of losses that are not all there. */
@ExtendWith(ApplicationExtension.class)
class LossChartInWindowTest {
    private static final double GONE = Double.NaN;
    private static final Color TRAIN = Color.web("#ff0000");
    private static final Color VALID = Color.web("#0000ff");
    private static final Color ACCURACY = Color.web("#00ff00");

    private LossChart chart;

    @Start
    void start(Stage stage) {
        ThemeColours colours = new ThemeColours();
        chart = new LossChart(new Texts(), colours, _ -> {});
        StackPane root = new StackPane(colours, chart);
        Scene scene = new Scene(root, 460, 300);
        // Colours of their own for the two curves; grid, axes and texts are not to be mistaken for them.
        scene.getStylesheets()
                .add(("data:text/css," + ".role-train{-fx-fill:%23ff0000}.role-valid{-fx-fill:%230000ff}"
                        + ".role-accuracy{-fx-fill:%2300ff00}"
                        + ".role-text,.role-muted,.role-grid,.role-marker{-fx-fill:%23cccccc}"
                        + ".role-background{-fx-fill:white}"));
        stage.setScene(scene);
        stage.show();
    }

    /** @return for each epoch but the last whether the way to the next one has a pixel of the colour in its middle */
    private boolean[] joined(double[] train, double[] valid, LossOptions options, Color colour) {
        return joined(train, valid, null, options, colour);
    }

    private boolean[] joined(double[] train, double[] valid, double[] accuracy, LossOptions options, Color colour) {
        AtomicReference<boolean[]> joined = new AtomicReference<>();
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            chart.show(options);
            chart.show(new LossCurves(train, valid, Map.of(), List.of(), train.length - 1));
            chart.showAccuracy(accuracy, 10);
            chart.applyCss();
            chart.layout();
            WritableImage picture = chart.snapshot(null, null);
            boolean[] result = new boolean[train.length - 1];
            double left = LossStyle.WINDOW.room().left();
            double right = LossStyle.WINDOW.room().right() + (accuracy == null ? 0 : LossPanel.SHARES_ROOM);
            double width = chart.getWidth() - left - right;
            for (int epoch = 0; epoch < result.length; epoch++) {
                int x = (int) (left + (epoch + 0.5) / result.length * width);
                // Below the heading, above the axis.
                for (int y = (int) LossStyle.WINDOW.room().top();
                        y < picture.getHeight() - LossStyle.WINDOW.room().bottom();
                        y++) {
                    result[epoch] |= near(picture.getPixelReader().getColor(x, y), colour);
                }
            }
            joined.set(result);
        });
        return joined.get();
    }

    private static boolean near(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 0.4
                && Math.abs(a.getGreen() - b.getGreen()) < 0.4
                && Math.abs(a.getBlue() - b.getBlue()) < 0.4;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neverJoinsAGap(boolean logarithmic) {
        double[] train = {GONE, 0.2, 0.15, 0.12, 0.10, 0.09, 0.08, 0.07, 0.06, 0.055, 0.05};
        double[] valid = {0.21, 0.21, 0.17, GONE, GONE, 0.11, 0.10, GONE, 0.09, 0.08, 0.07};
        LossOptions options = LossOptions.DEFAULT.withLogarithmic(logarithmic);

        assertThat(joined(train, valid, options, TRAIN))
                .containsExactly(false, true, true, true, true, true, true, true, true, true);
        assertThat(joined(train, valid, options, VALID))
                .containsExactly(true, true, false, false, false, true, false, false, true, true);
    }

    @Test
    void doesNotJoinGapsOfTheSmoothedCurveEither() {
        double[] train = new double[9];
        Arrays.fill(train, GONE);
        double[] valid = {0.21, 0.21, 0.17, GONE, 0.15, 0.11, GONE, 0.10, 0.08};
        assertThat(joined(train, valid, LossOptions.DEFAULT.withSmoothing(0.6), VALID))
                .containsExactly(true, true, false, false, true, false, false, true);
    }

    @Test
    void leavesAGapWhereALossCannotBeOnALogarithmicAxis() {
        double[] train = new double[6];
        Arrays.fill(train, GONE);
        double[] valid = {0.25, 0.2, 0.1, 0, 0.1, 0.05};
        assertThat(joined(train, valid, LossOptions.DEFAULT.withLogarithmic(true), VALID))
                .containsExactly(true, true, false, false, true);
    }

    @Test
    void laysTheAccuracyOverTheLossesWhereItIsKnown() {
        double[] losses = {0.25, 0.2, 0.1, 0.08, 0.06, 0.05, 0.04};
        double[] accuracy = {0.5, GONE, 0.7, 0.8, 0.85, GONE, 0.9};
        LossOptions options = LossOptions.DEFAULT.withSmoothing(0.6);
        assertThat(joined(losses, losses, accuracy, options, ACCURACY))
                .containsExactly(false, false, true, true, false, false);
        assertThat(joined(losses, losses, null, options, ACCURACY)).containsOnly(false);
        double[] first = {0.5, 0.6};
        assertThat(joined(losses, losses, first, options, ACCURACY))
                .as("epochs that have come since")
                .containsExactly(true, false, false, false, false, false);
    }

    @Test
    void whatItsAxesAreCalledIsExplainedThere() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            chart.show(Loss.BCE);
            chart.show(new LossCurves(new double[] {GONE, 1}, new double[] {2, 1}, Map.of(), List.of(), 1));
            chart.applyCss();
            chart.layout();
            Label losses = (Label) chart.lookup("#loss-axis");
            Label epochs = (Label) chart.lookup("#loss-epoch-axis");
            assertThat(Terms.of(losses)).isEqualTo(Term.CROSS_ENTROPY);
            assertThat(losses.getTooltip().getText()).startsWith(said(Term.CROSS_ENTROPY));
            assertThat(epochs.getTooltip().getText()).startsWith(said(Term.EPOCH));
            assertThat(losses.getBoundsInParent().getMaxY())
                    .as("above the plot")
                    .isLessThan(LossStyle.WINDOW.room().top());
            assertThat(epochs.getBoundsInParent().getMinY())
                    .as("below the plot")
                    .isGreaterThan(chart.getHeight() - LossStyle.WINDOW.room().bottom());
            assertThat(losses.getBoundsInParent().getMaxX())
                    .as("where it is written, at the right end")
                    .isGreaterThan(
                            chart.getWidth() - 2 * LossStyle.WINDOW.room().right());
            assertThat(losses.getBoundsInParent().getMinX()).isGreaterThan(chart.getWidth() / 3);
            assertThat(losses.getAccessibleText()).isNotBlank();
            Curve rates = new Curve("rate", Role.VALID, Measure.LOSS, new double[] {1, 1}, null);
            chart.show(new LossChart.Other("rate", Term.LEARNING_RATE, List.of(rates)));
            chart.layout();
            assertThat(losses.getTooltip().getText()).startsWith(said(Term.LEARNING_RATE));
        });
    }

    private static String said(Term term) {
        return new Texts().get(term.sentence());
    }
}
