package latentlab.map;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import latentlab.map.MapPoints.Range;
import latentlab.run.Run;

/**
 * Numbers to colour the points by.
 *
 * @param values shape [test images]
 * @param low the value of the scale's one end; what is below has its colour too
 * @param high the value of its other end
 */
public record PointValues(float[] values, double low, double high) {
    /** Of the errors, so that a few bad ones do not make all the others look alike. */
    private static final double SHARE_ON_SCALE = 0.99;

    /**
     * Computed in the background.
     *
     * @param wanted whether it is still asked for
     * @return the numbers of the map's run and epoch, or null where there are none of the kind
     * @throws java.util.concurrent.CancellationException if it is not wanted any more
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

    /** @return where the value of an image lies on the scale, 0 to 1; 0 for what is no number */
    public double onScale(int image) {
        double length = high - low;
        double share = length > 0 ? (values[image] - low) / length : 0;
        return share >= 0 ? Math.min(1, share) : 0;
    }
}
