package latentlab.view.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {
    @Test
    void averagesThePastWithTheStartCorrected() {
        double[] smooth = Smoothing.smooth(new double[] {9, 4, 2}, 0.5);
        assertThat(smooth[1]).isCloseTo(4, within(1e-12));
        assertThat(smooth[2]).isCloseTo((0.25 * 4 + 0.5 * 2) / 0.75, within(1e-12));
    }

    /**
     * Only validation has a loss before training: smoothed with it, that curve would lie above training's for epochs.
     */
    @Test
    void theUntrainedEpochLiftsNoCurve() {
        double[] train = Smoothing.smooth(new double[] {Double.NaN, 0.07, 0.06, 0.05}, 0.8);
        double[] valid = Smoothing.smooth(new double[] {0.23, 0.06, 0.05, 0.04}, 0.8);
        assertThat(train[0]).isNaN();
        assertThat(valid[0]).isEqualTo(0.23);
        for (int epoch = 1; epoch < train.length; epoch++) {
            assertThat(valid[epoch]).isLessThan(train[epoch]);
        }
    }

    @Test
    void aGapStaysAGap() {
        double[] smooth = Smoothing.smooth(new double[] {1, 2, Double.NaN, 2}, 0.9);
        assertThat(smooth[2]).isNaN();
        assertThat(smooth[3]).isCloseTo(2, within(1e-12));
    }
}
