package latentlab.map;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import latentlab.map.MapPoints.Range;
import latentlab.run.Run;

/**
 * Values that the points are coloured by.
 *
 * @param values shape [test images]
 * @param low value at the lower end of the scale; smaller values get its colour too
 * @param high value at the upper end
 */
public record PointValues(float[] values, double low, double high) {
    /** Share of the errors that lie on the scale, so that a few bad ones do not make all the others look alike. */
    private static final double SHARE_ON_SCALE = 0.99;

    /**
     * Computes the values; may take long: call it in the background.
     *
     * @param wanted whether they are still asked for
     * @return the values for the map's run and epoch, or null if there are none of this kind
     * @throws java.util.concurrent.CancellationException if they are no longer asked for
     */
    public static PointValues of(MapPoints points, MapColouring colouring, BooleanSupplier wanted) {
        Run run = points.run();
        int latent = run.model().latent();
        return switch (colouring.what()) {
            case CLASS -> null;
            case ERROR -> errors(run.errors(points.epoch(), wanted));
            case UNIT -> colouring.unit() < latent ? unit(points, colouring.unit()) : null;
        };
    }

    private static PointValues errors(double[] errors) {
        float[] values = new float[errors.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) errors[i];
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return new PointValues(values, sorted[0], sorted[(int) (SHARE_ON_SCALE * (sorted.length - 1))]);
    }

    private static PointValues unit(MapPoints points, int unit) {
        float[] values = MapPoints.unit(
                points.run().latent(points.epoch()), points.run().model().latent(), unit);
        Range possible = MapPoints.possible(points.run());
        if (possible != null) {
            return new PointValues(values, possible.min(), possible.max());
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return new PointValues(values, sorted[0], sorted[sorted.length - 1]);
    }

    /** @return position of an image's value on the scale, 0 to 1; 0 for NaN */
    public double onScale(int image) {
        double length = high - low;
        double share = length > 0 ? (values[image] - low) / length : 0;
        return share >= 0 ? Math.min(1, share) : 0;
    }
}
