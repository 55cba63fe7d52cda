package latentlab.view.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import latentlab.figure.LossPanel.Curve;
import latentlab.figure.LossPanel.Measure;
import latentlab.figure.Role;
import latentlab.map.LabelPlaces.Box;
import latentlab.run.RateChange;
import latentlab.view.Texts;
import latentlab.view.loss.LossReadout.Line;
import org.junit.jupiter.api.Test;

class LossReadoutTest {
    private static final double[] TRAIN = {Double.NaN, 0.1, 0.05};
    private static final double[] VALID = {0.25, 0.12, 0.06};
    private static final Curve TRAIN_CURVE = new Curve("train", Role.TRAIN, Measure.LOSS, TRAIN, null);
    private static final Curve VALID_CURVE = new Curve("validation", Role.VALID, Measure.LOSS, VALID, null);

    private static List<String> read(int epoch, Curve... curves) {
        return LossReadout.of(new Texts(), epoch, List.of(curves), List.of(new RateChange(2, 0.01, 0.002)), 0)
                .lines()
                .stream()
                .map(Line::text)
                .toList();
    }

    @Test
    void namesEachCurveOfItsPanelAndNoOther() {
        assertThat(read(1, TRAIN_CURVE, VALID_CURVE)).containsExactly("epoch 1", "train 0.10000", "validation 0.12000");
        assertThat(read(1, VALID_CURVE)).containsExactly("epoch 1", "validation 0.12000");
    }

    /** With smoothed values it is wider than half of a narrow chart. */
    @Test
    void neverLiesOverWhatIsPointedAt() {
        for (double width = 200; width <= 500; width += 50) {
            for (double x = 50; x < width; x += 10) {
                for (double y = 24; y <= 210; y += 10) {
                    Box box = LossReadout.place(new Point2D(x, y), 30, 290, 76, new Dimension2D(width, 240));
                    assertThat(box.overlaps(new Box(x, y, 12, 12)))
                            .as("%.0f, %.0f of %.0f", x, y, width)
                            .isFalse();
                }
            }
        }
        Dimension2D wide = new Dimension2D(900, 240);
        assertThat(LossReadout.place(new Point2D(300, 200), 30, 290, 76, wide).y())
                .as("at the top as long as there is room beside")
                .isEqualTo(30 + 38);
    }

    /** What lies beyond the canvas is not painted. */
    @Test
    void isWhollyInANarrowAndLowChart() {
        for (double width = 200; width <= 500; width += 50) {
            for (double height = 120; height <= 240; height += 20) {
                for (double x = 20; x < width; x += 10) {
                    for (double y = 10; y < height; y += 10) {
                        Box box = LossReadout.place(new Point2D(x, y), 30, 290, 110, new Dimension2D(width, height));
                        assertThat(box.x() - box.width() / 2).isNotNegative();
                        assertThat(box.x() + box.width() / 2).isLessThanOrEqualTo(width);
                        assertThat(box.y() - box.height() / 2).isNotNegative();
                        assertThat(box.y() + box.height() / 2).isLessThanOrEqualTo(height);
                        boolean squeezed = Math.max(x, width - x) - 12 >= 0.6 * Math.min(290, width);
                        assertThat(squeezed && box.overlaps(new Box(x, y, 12, 12)))
                                .as("%.0f, %.0f of %.0f x %.0f", x, y, width, height)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void saysTheErrorBesideItsRatioInDecibels() {
        Curve psnr = new Curve("PSNR (dB)", Role.VALID, Measure.PSNR, new double[] {Double.NaN, 20}, null);
        assertThat(read(1, psnr)).containsExactly("epoch 1", "PSNR (dB) 20.00, MSE 0.01000");
    }

    @Test
    void saysWhatIsOfTheRunThatABranchHasLeft() {
        assertThat(branched(0)).endsWith("of the run it was branched from");
        assertThat(branched(1)).endsWith("branched here from another run");
        assertThat(branched(2)).endsWith("validation 0.06000");
    }

    private static List<String> branched(int epoch) {
        return LossReadout.of(new Texts(), epoch, List.of(VALID_CURVE), List.of(), 1).lines().stream()
                .map(Line::text)
                .toList();
    }

    @Test
    void leavesOutWhatAnEpochHasNot() {
        assertThat(read(0, TRAIN_CURVE, VALID_CURVE)).containsExactly("epoch 0", "validation 0.25000");
    }

    @Test
    void saysBothTheRawAndTheSmoothedValue() {
        Curve smoothed = new Curve("train", Role.TRAIN, Measure.LOSS, TRAIN, new double[] {Double.NaN, 0.1, 0.07});
        assertThat(read(2, smoothed))
                .containsExactly("epoch 2", "train 0.05000 (smoothed 0.07000)", "rate 0.01 → 0.002");
    }

    @Test
    void saysSharesInPercentAndOnlyWhereItIsKnown() {
        Curve accuracy =
                new Curve("10-NN accuracy", Role.ACCURACY, Measure.SHARE, new double[] {Double.NaN, 0.9349}, null);
        assertThat(read(0, VALID_CURVE, accuracy)).containsExactly("epoch 0", "validation 0.25000");
        assertThat(read(1, VALID_CURVE, accuracy))
                .containsExactly("epoch 1", "validation 0.12000", "10-NN accuracy 93.5 %");
        assertThat(read(2, accuracy)).as("not worked out yet").containsExactly("epoch 2", "rate 0.01 → 0.002");
    }
}
