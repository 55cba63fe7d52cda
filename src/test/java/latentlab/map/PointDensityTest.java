package latentlab.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointDensityTest {
    private final PointDensity density = new PointDensity();

    private int pieces(double[]... spots) {
        density.begin(400, 300, PointDensity.CELL, 2.5);
        for (double[] spot : spots) {
            for (int i = 0; i < spot[2]; i++) {
                density.add(spot[0], spot[1]);
            }
        }
        density.blur();
        int[] pieces = {0};
        density.lines((_, _, _, _) -> pieces[0]++);
        return pieces[0];
    }

    private static double[] spot(double x, double y, int points) {
        return new double[] {x, y, points};
    }

    /** Wherever the spot lies: in the middle of a cell, or where four of them meet, and a few dots beside it. */
    @Test
    void oneSpotHasNoLinesAroundIt() {
        assertThat(pieces()).isZero();
        assertThat(pieces(spot(202, 150, 1000))).isZero();
        assertThat(pieces(spot(199.9, 151.9, 500), spot(200.1, 152.1, 495), spot(30, 40, 5)))
                .isZero();
        assertThat(pieces(spot(202, 150, 1000), spot(30, 40, 100)))
                .as("two of them")
                .isPositive();
    }
}
