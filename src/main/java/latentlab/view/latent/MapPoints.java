package latentlab.view.latent;

import java.util.List;
import latentlab.data.ImageSet;
import latentlab.embedding.PrincipalPlane;
import latentlab.run.Run;
import latentlab.view.latent.ClassMiddles.Middle;

/**
 * Where every test image lies on the map at one epoch.
 *
 * @param run whose test images they are
 * @param epoch the codes are of
 * @param x shape [test images]
 * @param y shape [test images]
 * @param xRange what the map shows of x
 * @param yRange what the map shows of y
 * @param sameScale whether a step in x is as long as one in y
 * @param share of the codes' variance the map shows, 0 to 1; NaN where the axes are units
 * @param middles where the classes' labels go
 */
record MapPoints(
        Run run,
        int epoch,
        float[] x,
        float[] y,
        Range xRange,
        Range yRange,
        boolean sameScale,
        double share,
        List<Middle> middles) {
    /** Some air around the sigmoid's range, where trained units like to be. */
    private static final Range UNIT = new Range(-0.04, 1.04);

    /** A part of an axis. */
    record Range(double min, double max) {
        static Range around(float[] values) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (float value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            if (!(low < high)) {
                double middle = low <= high ? low : 0;
                return new Range(middle - 0.5, middle + 0.5);
            }
            double air = 0.04 * (high - low);
            return new Range(low - air, high + air);
        }

        double length() {
            return max - min;
        }

        double middle() {
            return (min + max) / 2;
        }
    }

    /** Computes the map; takes tens of milliseconds. */
    static MapPoints of(Run run, int epoch, MapAxes axes) {
        float[] codes = run.latent(epoch);
        int units = run.model().latent();
        if (units == 1) {
            return strip(run, epoch, codes);
        }
        if (axes.principal()) {
            PrincipalPlane plane = run.principalPlane(epoch);
            float[] x = plane.along(0, codes);
            float[] y = plane.along(1, codes);
            return new MapPoints(
                    run, epoch, x, y, Range.around(x), Range.around(y), true, plane.share(), middles(run, x, y));
        }
        float[] x = unit(codes, units, axes.unitX());
        float[] y = unit(codes, units, axes.unitY());
        return new MapPoints(run, epoch, x, y, UNIT, UNIT, false, Double.NaN, middles(run, x, y));
    }

    private static List<Middle> middles(Run run, float[] x, float[] y) {
        return ClassMiddles.of(run.dataset().test(), x, y);
    }

    private static float[] unit(float[] codes, int units, int unit) {
        int wanted = Math.min(unit, units - 1);
        float[] values = new float[codes.length / units];
        for (int i = 0; i < values.length; i++) {
            values[i] = codes[i * units + wanted];
        }
        return values;
    }

    /** One unit: it goes along x, and the classes lie above each other, each a band of points. */
    private static MapPoints strip(Run run, int epoch, float[] codes) {
        ImageSet test = run.dataset().test();
        int bands = 1;
        for (int i = 0; i < test.count(); i++) {
            bands = Math.max(bands, test.label(i) + 1);
        }
        float[] y = new float[codes.length];
        for (int i = 0; i < y.length; i++) {
            // Multiples of the golden ratio spread evenly however many there are.
            double spread = i * 0.6180339887498949 % 1;
            y[i] = (float) (bands - 1 - Math.max(0, test.label(i)) + 0.15 + 0.7 * spread);
        }
        return new MapPoints(
                run, epoch, codes, y, UNIT, new Range(0, bands), false, Double.NaN, middles(run, codes, y));
    }
}
