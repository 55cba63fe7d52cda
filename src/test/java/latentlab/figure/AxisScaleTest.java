package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisScaleTest {
    @Test
    void linearTicksAreRoundAndReachTheEnds() {
        assertThat(ticks(0, 1, false, 5)).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
        assertThat(ticks(0.0312, 0.0688, false, 4)).containsExactly(0.04, 0.05, 0.06);
        assertThat(ticks(-1, 1, false, 4)).containsExactly(-1.0, -0.5, 0.0, 0.5, 1.0);
    }

    @Test
    void epochsAreCountedInWholeNumbers() {
        assertThat(new AxisScale(0, 3, false).wholeTicks(8)).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(new AxisScale(0, 50, false).wholeTicks(6)).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
        assertThat(new AxisScale(0, 1000, false).wholeTicks(5))
                .containsExactly(0.0, 200.0, 400.0, 600.0, 800.0, 1000.0);
    }

    @Test
    void logarithmicTicksAreOneTwoFiveInEachDecade() {
        assertThat(ticks(0.009, 1.1, true, 9)).containsExactly(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0);
    }

    @Test
    void logarithmicTicksOfManyDecadesArePowersOfTen() {
        assertThat(ticks(1e-6, 1, true, 7)).containsExactly(1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1.0);
        assertThat(ticks(1e-12, 1, true, 4)).containsExactly(1e-12, 1e-9, 1e-6, 1e-3, 1.0);
    }

    /** What the losses of a run span: from the untrained 0.23 down to something. */
    @ParameterizedTest
    @CsvSource({"0.055,0.236", "0.03,0.25", "0.01,0.25", "0.0676,0.24", "0.11,0.12", "0.06,0.061", "1e-5,0.25", "20,300"
    })
    void shortAndLongLogarithmicAxesHaveThreeTicksOrMoreAndNoneOnAnother(double min, double max) {
        for (int wanted = 3; wanted <= 12; wanted++) {
            AxisScale axis = new AxisScale(min, max, true);
            List<Double> ticks = axis.ticks(wanted);
            assertThat(ticks)
                    .as("%d wanted", wanted)
                    .hasSizeBetween(3, 3 * wanted)
                    .isSorted();
            assertThat(ticks).allSatisfy(tick -> assertThat(tick).isBetween(min, max));
            for (int i = 1; i < ticks.size(); i++) {
                assertThat(axis.fraction(ticks.get(i)) - axis.fraction(ticks.get(i - 1)))
                        .as("room between %s and %s, %d wanted", ticks.get(i - 1), ticks.get(i), wanted)
                        .isGreaterThan(0.3 / wanted);
            }
        }
    }

    @Test
    void valuesLieWhereTheirFractionIs() {
        for (boolean logarithmic : new boolean[] {false, true}) {
            AxisScale axis = new AxisScale(0.01, 1, logarithmic);
            assertThat(axis.fraction(0.01)).isZero();
            assertThat(axis.fraction(1)).isEqualTo(1);
            assertThat(axis.value(axis.fraction(0.3))).isCloseTo(0.3, within(1e-12));
        }
        assertThat(new AxisScale(0.01, 1, true).fraction(0.1)).isCloseTo(0.5, within(1e-12));
        assertThat(new AxisScale(0.01, 1, true).fraction(0)).isNaN();
    }

    /** As of a map that is laid out before it has any room. */
    @Test
    @Timeout(60)
    void anAxisWithoutALengthHasAnEnd() {
        assertThat(ticks(0.3, 0.3, false, 2)).isEmpty();
        assertThat(ticks(2, 2, false, 2)).containsExactly(2.0);
        assertThat(ticks(Double.NaN, Double.NaN, false, 2)).isEmpty();
        assertThat(ticks(0, Double.POSITIVE_INFINITY, false, 2)).isEmpty();
    }

    @Test
    void leavesAirAroundTheValuesAtBothEnds() {
        for (boolean logarithmic : new boolean[] {false, true}) {
            AxisScale axis = AxisScale.around(0.03, 0.23, logarithmic);
            assertThat(axis.fraction(0.03)).isBetween(0.04, 0.1);
            assertThat(axis.fraction(0.23)).isBetween(0.9, 0.96);
            AxisScale same = AxisScale.around(0.03, 0.03, logarithmic);
            assertThat(same.fraction(0.03)).isBetween(0.4, 0.6);
            AxisScale none = AxisScale.around(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, logarithmic);
            assertThat(none.max()).isGreaterThan(none.min());
        }
    }

    private static List<Double> ticks(double min, double max, boolean logarithmic, int wanted) {
        return new AxisScale(min, max, logarithmic).ticks(wanted);
    }
}
