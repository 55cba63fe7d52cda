package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Of many dimensions only two axes are computed; they are those that all would have. */
class PrincipalPlaneTest {
    /**
     * Points that vary along each dimension by less than along the one before, padded with dimensions they do not vary
     * along.
     */
    private static float[] points(int count, int dimension) {
        float[] points = new float[count * dimension];
        for (int d = 0; d < 60; d++) {
            float size = 3f / (d + 1);
            float[] column = MapKernelsTest.random(count, -size, size, d);
            for (int i = 0; i < count; i++) {
                points[i * dimension + d] = column[i] + 0.5f;
            }
        }
        return points;
    }

    @Test
    void findsTheSamePlaneWithAndWithoutTheOtherAxes() {
        PrincipalPlane all = PrincipalPlane.of(points(2500, 60), 60);
        PrincipalPlane leading = PrincipalPlane.of(points(2500, 784), 784);
        assertThat(leading.share()).isCloseTo(all.share(), within(1e-6));
        for (int axis = 0; axis < 2; axis++) {
            double overlap = 0;
            for (int d = 0; d < 60; d++) {
                overlap += leading.axes()[axis][d] * all.axes()[axis][d];
            }
            assertThat(Math.abs(overlap)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void fewOrEqualPointsHaveAPlaneToo() {
        for (int count : new int[] {1, 2, 3}) {
            PrincipalPlane plane = PrincipalPlane.of(points(count, 784), 784);
            assertThat(plane.share()).isCloseTo(1, within(1e-6));
            for (float place : plane.along(1, points(count, 784))) {
                assertThat(place).isFinite();
            }
        }
        float[] equal = new float[10 * 200];
        Arrays.fill(equal, 3);
        assertThat(PrincipalPlane.of(equal, 200).along(0, equal)).containsOnly(0);
    }
}
