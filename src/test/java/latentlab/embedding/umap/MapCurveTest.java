package latentlab.embedding.umap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapCurveTest {
    /** What umap-learn's find_ab_params(1, 0.1) gives. */
    @Test
    void theUsualCurveIsThatOfUmapLearn() {
        MapCurve curve = MapCurve.of(0.1);
        assertThat(curve.a()).isCloseTo(1.5769, within(1e-3));
        assertThat(curve.b()).isCloseTo(0.8951, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.1, 0.25, 0.5, 0.8, 1})
    void noCurveBesideItFitsBetter(double minimalDistance) {
        MapCurve curve = MapCurve.of(minimalDistance);
        double best = misfit(curve, minimalDistance);
        for (double step : new double[] {-1e-3, 1e-3}) {
            assertThat(misfit(new MapCurve(curve.a() + step, curve.b()), minimalDistance))
                    .isGreaterThan(best);
            assertThat(misfit(new MapCurve(curve.a(), curve.b() + step), minimalDistance))
                    .isGreaterThan(best);
        }
    }

    private static double misfit(MapCurve curve, double minimalDistance) {
        double sum = 0;
        for (int i = 0; i < 300; i++) {
            double d = 3.0 * i / 299;
            double wanted = d < minimalDistance ? 1 : Math.exp(-(d - minimalDistance));
            sum += Math.pow(likeness(curve, d) - wanted, 2);
        }
        return sum;
    }

    private static double likeness(MapCurve curve, double distance) {
        return 1 / (1 + curve.a() * Math.pow(distance, 2 * curve.b()));
    }

    /** By differences: neighbours make their likeness more probable, strangers that there is none. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 1, 2.5, 9})
    void forcesAreTheSlopesOfTheLogarithms(double distance) {
        MapCurve curve = MapCurve.of(0.1);
        double h = 1e-5 * distance;
        double pulled = Math.log(likeness(curve, distance + h)) - Math.log(likeness(curve, distance - h));
        assertThat(curve.attraction(distance * distance) * distance)
                .isCloseTo(pulled / (2 * h), withinPercentage(0.01));
        double pushed = Math.log(1 - likeness(curve, distance + h)) - Math.log(1 - likeness(curve, distance - h));
        // The constant that keeps it finite makes it less, the more the nearer.
        double softened = distance * distance / (0.001 + distance * distance);
        assertThat(curve.repulsion(distance * distance) * distance)
                .isCloseTo(pushed / (2 * h) * softened, withinPercentage(0.01));
    }

    @Test
    void theTablesAreAsGoodAsTheFormulas() {
        MapCurve curve = MapCurve.of(0.1);
        ForceTable pull = new ForceTable(curve::attraction);
        ForceTable push = new ForceTable(curve::repulsion);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            float squared = (float) Math.pow(2, random.nextDouble(-29.9, 29.9));
            assertThat((double) pull.at(squared)).isCloseTo(curve.attraction(squared), withinPercentage(0.03));
            assertThat((double) push.at(squared)).isCloseTo(curve.repulsion(squared), withinPercentage(0.03));
        }
        for (float end : new float[] {0, Float.MIN_VALUE, 1e-12f, 1e12f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertThat(pull.at(end)).isFinite().isNotPositive();
            assertThat(push.at(end)).isFinite().isPositive();
        }
    }
}
