package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateMarksTest {
    private static final double WIDTH = 50;

    private static List<RateMarks.Label> labels(double... places) {
        double[] widths = new double[places.length];
        Arrays.fill(widths, WIDTH);
        return RateMarks.labels(places, widths, 0, 0, 300);
    }

    @Test
    void marksFarApartHaveTheirLabelsInOneRow() {
        assertThat(labels(20, 120, 220)).extracting(RateMarks.Label::row).containsExactly(0, 0, 0);
    }

    @Test
    void labelsOfCloseMarksStandBelowEachOther() {
        List<RateMarks.Label> labels = labels(20, 30, 40);
        assertThat(labels).extracting(RateMarks.Label::mark).containsExactly(0, 1, 2);
        assertThat(labels).extracting(RateMarks.Label::row).containsExactly(0, 1, 2);
    }

    @Test
    void noTwoLabelsOverlapAndNoneLeavesThePlotHoweverManyMarksThereAre() {
        double[] places = new double[100];
        for (int i = 0; i < places.length; i++) {
            places[i] = 3 * i;
        }
        List<RateMarks.Label> labels = labels(places);
        assertThat(labels).hasSizeGreaterThan(10);
        assertThat(labels).allSatisfy(label -> assertThat(label.x()).isBetween(0.0, 300 - WIDTH));
        for (RateMarks.Label a : labels) {
            for (RateMarks.Label b : labels) {
                boolean apart = a == b || a.row() != b.row() || Math.abs(a.x() - b.x()) >= WIDTH;
                assertThat(apart).as("%s and %s", a, b).isTrue();
            }
        }
    }
}
