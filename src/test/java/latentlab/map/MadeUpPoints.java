package latentlab.map;

import java.util.List;
import java.util.SplittableRandom;
import latentlab.map.MapPoints.Axes;
import latentlab.map.MapPoints.Frame;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapPoints.Range;

/** Points of no run. */
final class MadeUpPoints {
    private MadeUpPoints() {}

    static MapPoints of(Kind kind, float[] x, float[] y) {
        Range xRange = Range.around(x, 1e-6);
        Range yRange = Range.around(y, 1e-6);
        boolean framed = kind == Kind.UNITS || kind == Kind.STRIP;
        Frame frame = framed ? new Frame(xRange, yRange) : null;
        return new MapPoints(null, 1, kind, x, y, xRange, yRange, frame, Double.NaN, false, null, Axes.NONE, List.of());
    }

    /** A cloud with some points on one spot and some that are not on the map. */
    static MapPoints cloud(Kind kind, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] x = new float[count];
        float[] y = new float[count];
        for (int i = 0; i < count; i++) {
            boolean spot = i % 7 == 0;
            x[i] = spot ? 0.25f : (float) (random.nextGaussian() * 3);
            y[i] = spot ? 0.5f : (float) random.nextGaussian();
            if (i % 11 == 0) {
                x[i] = Float.NaN;
                y[i] = Float.NaN;
            }
        }
        return of(kind, x, y);
    }
}
