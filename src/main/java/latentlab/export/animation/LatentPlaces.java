package latentlab.export.animation;

import java.util.Arrays;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.embedding.PrincipalPlane;
import latentlab.map.MapChoice;
import latentlab.map.MapCollapse;
import latentlab.map.MapPoints;
import latentlab.run.Run;

/**
 * Where test images lie in a run's latent space, one epoch after the other: on its principal plane, as on the window's
 * map; by the units themselves where there are two of them; where there is one, by that along x, each class in a band
 * of its own.
 */
final class LatentPlaces {
    /** Of the test images, spread evenly: what a small map has room for. */
    private static final int IMAGES = 2000;

    /** Multiples of it spread evenly over a band, however many there are. */
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private final Run run;
    private final int[] images;
    private final int bands;

    LatentPlaces(Run run) {
        this.run = run;
        ImageSet test = run.dataset().test();
        images = ImageSet.spread(test.count(), IMAGES);
        bands = Math.max(0, IntStream.of(images).map(test::label).max().orElse(0)) + 1;
    }

    /** What the axes are; names a sentence. */
    enum Axes {
        PRINCIPAL,
        UNITS,
        STRIP
    }

    Axes axes() {
        int latent = run.model().latent();
        return latent == 1 ? Axes.STRIP : latent == 2 ? Axes.UNITS : Axes.PRINCIPAL;
    }

    /** @return the label of an image, by its place among those laid out; -1 where there is none */
    int label(int i) {
        return run.dataset().test().label(images[i]);
    }

    /** @return shape [images, 2]; NaN where codes are no numbers */
    float[] at(int epoch) {
        float[] codes = run.latent(epoch, images);
        return switch (axes()) {
            case PRINCIPAL -> onPlane(epoch, codes);
            case UNITS -> codes;
            case STRIP -> pairs(codes, inBands());
        };
    }

    /**
     * Asks all images only where those laid out say that it may be so.
     *
     * @param places as {@link #at} has them after that epoch
     * @return why all images lie in one spot; null where they do not
     */
    MapCollapse collapse(int epoch, float[] places) {
        boolean across = MapPoints.onOneSpot(run, along(places, 0));
        boolean up = axes() == Axes.STRIP || MapPoints.onOneSpot(run, along(places, 1));
        return across && up && finite(run.latent(epoch))
                ? MapCollapse.of(MapPoints.of(
                        run, epoch, MapChoice.forDimension(run.model().latent()), () -> true))
                : null;
    }

    private static float[] along(float[] places, int axis) {
        float[] values = new float[places.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = places[2 * i + axis];
        }
        return values;
    }

    private float[] onPlane(int epoch, float[] codes) {
        if (images.length == 0 || !finite(codes)) {
            float[] nowhere = new float[2 * images.length];
            Arrays.fill(nowhere, Float.NaN);
            return nowhere;
        }
        PrincipalPlane plane = run.principalPlane(epoch, () -> true);
        return pairs(plane.along(0, codes), plane.along(1, codes));
    }

    private static boolean finite(float... codes) {
        for (float code : codes) {
            if (!Float.isFinite(code)) {
                return false;
            }
        }
        return true;
    }

    private float[] inBands() {
        float[] y = new float[images.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) (bands - 1 - Math.max(0, label(i)) + 0.15 + 0.7 * (i * GOLDEN_RATIO % 1));
        }
        return y;
    }

    private static float[] pairs(float[] x, float[] y) {
        float[] pairs = new float[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            pairs[2 * i] = x[i];
            pairs[2 * i + 1] = y[i];
        }
        return pairs;
    }
}
