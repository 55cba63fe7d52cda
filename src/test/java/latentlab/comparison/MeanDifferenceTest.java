package latentlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanDifferenceTest {
    /** The sums are added up in another order. */
    private static final double ROUNDING = 1e-12;

    /** Of three and three numbers all 729 resamples can be listed, each as likely as any other. */
    private static List<Double> allDifferences(double[] greater, double[] less) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < 729; i++) {
            double sum = greater[i % 3] + greater[i / 3 % 3] + greater[i / 9 % 3];
            sum -= less[i / 27 % 3] + less[i / 81 % 3] + less[i / 243 % 3];
            all.add(sum / 3);
        }
        Collections.sort(all);
        return all;
    }

    @Test
    void isThePercentileIntervalOfAllResamples() {
        double[] greater = {0.31, 0.35, 0.42};
        double[] less = {0.3, 0.28, 0.33};
        MeanDifference difference = MeanDifference.of(greater, less);
        List<Double> all = allDifferences(greater, less);
        assertThat(difference.difference()).isEqualTo(0.36 - 0.91 / 3, within(1e-12));
        // A quantile of 10,000 drawn ones is off by 0.6 percent, four places here, only once in thousands.
        assertThat(difference.low()).isBetween(all.get(13) - ROUNDING, all.get(22) + ROUNDING);
        assertThat(difference.high()).isBetween(all.get(706) - ROUNDING, all.get(715) + ROUNDING);
        assertThat(difference).isEqualTo(MeanDifference.of(greater, less));
    }

    @Test
    void tellsWhetherThereMayBeNoDifference() {
        assertThat(MeanDifference.of(new double[] {1, 2, 3}, new double[] {1.5, 2, 2.5})
                        .maybeNone())
                .isTrue();
        assertThat(MeanDifference.of(new double[] {4, 5, 6}, new double[] {1, 2, 3})
                        .maybeNone())
                .isFalse();
        assertThat(MeanDifference.of(new double[] {1, 2, 3}, new double[] {4, 5, 6})
                        .maybeNone())
                .isFalse();
        assertThat(MeanDifference.of(new double[] {2}, new double[] {2}).maybeNone())
                .isTrue();
    }
}
