package latentlab.view.loss;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import latentlab.diagnosis.Histogram;
import latentlab.figure.AxisScale;
import org.junit.jupiter.api.Test;

/** What a histogram looks like as one column of a heat map. */
class HistogramColumnsTest {
    private static final int GROUND = 0xFF000000;
    private static final int FULL = 0xFFFFFFFF;

    private static final HistogramColumns.Shades SHADES = new HistogramColumns.Shades(Color.BLACK, Color.WHITE);

    private static HistogramColumns columns(double low, double high, int height) {
        return new HistogramColumns(SHADES, new AxisScale(low, high, false), height);
    }

    private static Histogram histogram(float... numbers) {
        return Histogram.of(numbers, 0, numbers.length);
    }

    @Test
    void isStrongestWhereMostNumbersLie() {
        int[] column = columns(-2, 5, 7).of(histogram(0, 0, 0, 0, 3));
        assertThat(column[0]).as("above the greatest").isEqualTo(GROUND);
        assertThat(column[6]).as("below the least").isEqualTo(GROUND);
        int[] fine = columns(0, 3, Histogram.BINS).of(histogram(0, 0, 0, 0, 3));
        assertThat(fine[0]).as("a quarter of the most, by its root").isEqualTo(0xFF808080);
        assertThat(fine[Histogram.BINS / 2]).isEqualTo(GROUND);
        assertThat(fine[Histogram.BINS - 1]).isEqualTo(FULL);
    }

    @Test
    void numbersThatAreAllTheSameAreSeen() {
        assertThat(columns(-1, 1, 4).of(histogram(0.25f, 0.25f))).containsExactly(GROUND, FULL, GROUND, GROUND);
    }

    @Test
    void whereNoNumberIsFiniteNothingIsSeen() {
        assertThat(columns(-1, 1, 3).of(histogram(Float.NaN))).containsOnly(GROUND);
    }

    @Test
    void anEpochIsNotDrawnAgainWithTheNextOne() {
        HistogramColumns columns = columns(0, 3, 8);
        Histogram first = histogram(0, 1, 2, 3);
        int[] drawn = columns.of(first);
        columns.of(histogram(0, 1, 1, 3));
        assertThat(columns.of(first)).isSameAs(drawn);
        assertThat(columns.are(SHADES, new AxisScale(0, 3, false), 8)).isTrue();
        assertThat(columns.are(SHADES, new AxisScale(0, 4, false), 8)).isFalse();
        assertThat(columns.are(SHADES, new AxisScale(0, 3, false), 9)).isFalse();
        assertThat(columns.are(new HistogramColumns.Shades(Color.WHITE, Color.BLACK), new AxisScale(0, 3, false), 8))
                .isFalse();
    }
}
