package latentlab.map;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.embedding.PrincipalPlane;
import latentlab.engine.model.StuckUnits;
import latentlab.map.ClassMiddles.Middle;
import latentlab.run.PixelPlane;
import latentlab.run.Run;

/**
 * The place of every test image on the map at one epoch.
 *
 * @param run whose test images they are
 * @param epoch of the codes
 * @param kind of the axes
 * @param x shape [test images]; NaN, here and in y, for images that are not on the map
 * @param y shape [test images]
 * @param xRange part of x that the map shows
 * @param yRange part of y that the map shows
 * @param frame box drawn around the points if the axes are units: the bounds of their activation, or the range of their
 *     values. Null for principal axes, t-SNE and UMAP, which have no scale of their own
 * @param share of the variance of codes or pixels that the map shows, 0 to 1; NaN if the axes are no principal
 *     components, or the codes hardly vary
 * @param collapsed whether nearly all images lie in one spot
 * @param stuck units that do not tell images apart; null on a map of pixels, or where it was not asked for
 * @param axes what lies along them
 * @param middles places of the class labels
 */
public record MapPoints(
        Run run,
        int epoch,
        Kind kind,
        float[] x,
        float[] y,
        Range xRange,
        Range yRange,
        Frame frame,
        double share,
        boolean collapsed,
        StuckUnits stuck,
        Axes axes,
        List<Middle> middles) {
    /** The kinds of axes. */
    public enum Kind {
        /** The first two principal components, on one common scale. */
        PRINCIPAL,
        /** Two units. */
        UNITS,
        /** A t-SNE: both axes on one common scale, neither with a meaning of its own. */
        TSNE,
        /** A UMAP, likewise. */
        UMAP,
        /** The only unit along x; the classes one above the other, each in a band. */
        STRIP;

        /** Whether the points were laid out step by step, and axes have no meaning. */
        public boolean laidOut() {
            return this == TSNE || this == UMAP;
        }
    }

    /**
     * What lies along the axes: the index of a unit or of a principal component, from 0.
     *
     * @param x {@value #NOTHING} where the axis has no meaning of its own
     * @param y likewise
     */
    public record Axes(int x, int y) {
        public static final int NOTHING = -1;
        static final Axes NONE = new Axes(NOTHING, NOTHING);
    }

    /** Largest size of one spot, as a share of the range of the codes. */
    private static final double SPOT = 0.01;

    /** Share of images that may lie elsewhere on a map that counts as collapsed. */
    private static final double STRAYS = 0.01;

    /**
     * The box drawn around the points if the axes are units.
     *
     * @param x range of the unit along x
     * @param y range of the unit along y; on a strip, of the bands
     */
    public record Frame(Range x, Range y) {}

    /** A part of an axis. */
    public record Range(double min, double max) {
        /** @param least minimum length, so that values that are practically one are shown as one */
        public static Range around(float[] values, double least) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (float value : values) {
                if (!Float.isNaN(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            if (!(low <= high)) {
                return new Range(-least / 2, least / 2);
            }
            double half = Math.max(least, 1.08 * (high - low)) / 2;
            double middle = (low + (double) high) / 2;
            return new Range(middle - half, middle + half);
        }

        /** Adds a margin, since the values of trained units lie near the bounds. */
        public Range withAir() {
            return new Range(min - 0.04 * length(), max + 0.04 * length());
        }

        public double length() {
            return max - min;
        }

        public double middle() {
            return (min + max) / 2;
        }
    }

    /**
     * Computes the map in tens of milliseconds; the first principal plane of a late epoch takes much longer.
     *
     * @param wanted whether it is still asked for
     * @throws java.util.concurrent.CancellationException if it is no longer asked for before it is done
     */
    public static MapPoints of(Run run, int epoch, MapChoice choice, BooleanSupplier wanted) {
        if (choice.source() == MapSource.PIXELS) {
            PixelPlane plane = run.pixelPlane();
            return principal(run, epoch, plane.x(), plane.y(), plane.share(), 1, null);
        }
        int units = run.model().latent();
        if (units == 1) {
            return strip(run, epoch, run.latent(epoch));
        }
        if (choice.method() == MapMethod.PRINCIPAL) {
            PrincipalPlane plane = run.principalPlane(epoch, wanted);
            float[] codes = run.latent(epoch);
            return principal(
                    run,
                    epoch,
                    plane.along(0, codes),
                    plane.along(1, codes),
                    plane.share(),
                    freedom(run),
                    stuck(run, codes));
        }
        return units(run, epoch, run.latent(epoch), choice);
    }

    /** @return which of a run's units are stuck; codes shape [images, units] */
    public static StuckUnits stuck(Run run, float[] codes) {
        return StuckUnits.of(codes, run.model().latent(), run.config().codeActivation());
    }

    /**
     * Of a map that was laid out step by step.
     *
     * @param kind {@link Kind#TSNE} or {@link Kind#UMAP}
     * @param images indices of the mapped test images; the places of the others are NaN
     * @param positions shape [images.length, 2]
     * @param stuck of the codes mapped; null for pixels, or where it is not asked for
     */
    public static MapPoints laidOut(Kind kind, Run run, int epoch, int[] images, float[] positions, StuckUnits stuck) {
        float[] x = new float[run.dataset().test().count()];
        float[] y = new float[x.length];
        Arrays.fill(x, Float.NaN);
        Arrays.fill(y, Float.NaN);
        for (int i = 0; i < images.length; i++) {
            x[images[i]] = positions[2 * i];
            y[images[i]] = positions[2 * i + 1];
        }
        return new MapPoints(
                run,
                epoch,
                kind,
                x,
                y,
                Range.around(x, 1e-6),
                Range.around(y, 1e-6),
                null,
                Double.NaN,
                false,
                stuck,
                Axes.NONE,
                middles(run, x, y));
    }

    /** @return the same points on a map that shows other parts of x and y */
    public MapPoints within(Range otherX, Range otherY) {
        return new MapPoints(run, epoch, kind, x, y, otherX, otherY, frame, share, collapsed, stuck, axes, middles);
    }

    /** @return indices of the test images that are on the map */
    public int[] mapped() {
        return IntStream.range(0, x.length).filter(i -> !Float.isNaN(x[i])).toArray();
    }

    /** @return places of some of the test images, shape [images.length, 2] */
    public float[] places(int... images) {
        float[] places = new float[2 * images.length];
        for (int i = 0; i < images.length; i++) {
            places[2 * i] = x[images[i]];
            places[2 * i + 1] = y[images[i]];
        }
        return places;
    }

    private static MapPoints principal(
            Run run, int epoch, float[] x, float[] y, double share, double free, StuckUnits stuck) {
        boolean collapsed = onOneSpot(x, free) && onOneSpot(y, free);
        double least = collapsed ? free : 1e-6 * free;
        return new MapPoints(
                run,
                epoch,
                Kind.PRINCIPAL,
                x,
                y,
                Range.around(x, least),
                Range.around(y, least),
                null,
                collapsed ? Double.NaN : share,
                collapsed,
                stuck,
                new Axes(0, 1),
                middles(run, x, y));
    }

    private static MapPoints units(Run run, int epoch, float[] codes, MapChoice choice) {
        int units = run.model().latent();
        float[] x = unit(codes, units, choice.unitX());
        float[] y = unit(codes, units, choice.unitY());
        double free = freedom(run);
        boolean collapsed = onOneSpot(x, free) && onOneSpot(y, free);
        Range possible = possible(run);
        Frame frame = possible == null
                ? new Frame(Range.around(x, free * SPOT), Range.around(y, free * SPOT))
                : new Frame(possible, possible);
        return new MapPoints(
                run,
                epoch,
                Kind.UNITS,
                x,
                y,
                possible == null ? frame.x() : possible.withAir(),
                possible == null ? frame.y() : possible.withAir(),
                frame,
                Double.NaN,
                collapsed,
                stuck(run, codes),
                new Axes(choice.unitX(), choice.unitY()),
                middles(run, x, y));
    }

    private static MapPoints strip(Run run, int epoch, float[] codes) {
        ImageSet test = run.dataset().test();
        int bands = 1;
        for (int i = 0; i < test.count(); i++) {
            bands = Math.max(bands, test.label(i) + 1);
        }
        float[] y = new float[codes.length];
        for (int i = 0; i < y.length; i++) {
            // Multiples of the golden ratio are spread evenly, whatever their number.
            double spread = i * 0.6180339887498949 % 1;
            y[i] = (float) (bands - 1 - Math.max(0, test.label(i)) + 0.15 + 0.7 * spread);
        }
        Range possible = possible(run);
        Frame frame =
                new Frame(possible == null ? Range.around(codes, freedom(run) * SPOT) : possible, new Range(0, bands));
        return new MapPoints(
                run,
                epoch,
                Kind.STRIP,
                codes,
                y,
                possible == null ? frame.x() : possible.withAir(),
                frame.y(),
                frame,
                Double.NaN,
                onOneSpot(codes, freedom(run)),
                stuck(run, codes),
                new Axes(0, Axes.NOTHING),
                middles(run, codes, y));
    }

    private static List<Middle> middles(Run run, float[] x, float[] y) {
        return ClassMiddles.of(run.dataset().test(), x, y);
    }

    /** @return the values of a unit, shape [images] */
    static float[] unit(float[] codes, int units, int unit) {
        int wanted = Math.min(unit, units - 1);
        float[] values = new float[codes.length / units];
        for (int i = 0; i < values.length; i++) {
            values[i] = codes[i * units + wanted];
        }
        return values;
    }

    /** @return the bounds of a latent unit's values, or null if there are none */
    static Range possible(Run run) {
        return switch (run.config().codeActivation()) {
            case SIGMOID -> new Range(0, 1);
            case TANH -> new Range(-1, 1);
            default -> null;
        };
    }

    /** @return the range of a latent unit's values; without bounds, a usual one after initialisation */
    private static double freedom(Run run) {
        Range possible = possible(run);
        return possible == null ? 1 : possible.length();
    }

    /** @return whether values along an axis of a run's codes, but for strays, are as good as one */
    public static boolean onOneSpot(Run run, float[] values) {
        return onOneSpot(values, freedom(run));
    }

    private static boolean onOneSpot(float[] values, double free) {
        if (values.length == 0) {
            return false;
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int strays = (int) (STRAYS / 2 * sorted.length);
        return sorted[sorted.length - 1 - strays] - sorted[strays] < SPOT * free;
    }
}
