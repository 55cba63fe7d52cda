package latentlab.view.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Axes;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapPoints.Range;
import latentlab.map.MapProjection;
import latentlab.map.MapZoom;
import org.junit.jupiter.api.Test;

class DensityLinesTest {
    private static final Range UNIT = new Range(0, 1);
    private static final int SIDE = 400;
    private static final double RADIUS = 3;

    /** @return how many pixels are painted for so many points around the middle */
    private static int painted(int points, double spread) {
        SplittableRandom random = new SplittableRandom(1);
        float[] x = new float[points];
        float[] y = new float[points];
        for (int i = 0; i < points; i++) {
            x[i] = (float) (0.5 + spread * random.nextGaussian());
            y[i] = (float) (0.5 + spread * random.nextGaussian());
        }
        MapPoints map = new MapPoints(
                null, 1, Kind.TSNE, x, y, UNIT, UNIT, null, Double.NaN, false, null, new Axes(-1, -1), List.of());
        boolean[] visible = new boolean[points];
        Arrays.fill(visible, true);
        int[] painted = {0};
        PointRaster raster = new PointRaster() {
            @Override
            void blend(int atX, int atY, int colour, double strength) {
                painted[0]++;
            }
        };
        new DensityLines().paint(raster, new MapProjection(map, SIDE, SIDE, 0, MapZoom.WHOLE), visible, RADIUS, 1, 0);
        return painted[0];
    }

    @Test
    void whereDotsHardlyOverlapThereAreNone() {
        assertThat(painted(300, 0.2)).isZero();
        assertThat(painted(0, 0)).isZero();
    }

    @Test
    void theMoreLieOnOneAnotherTheMoreLinesGoRoundThem() {
        int some = painted(2000, 0.06);
        int more = painted(20_000, 0.06);
        assertThat(some).isPositive();
        assertThat(more).isGreaterThan(2 * some);
    }
}
