package latentlab.view.loss;

import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.scene.paint.Color;
import latentlab.diagnosis.Histogram;
import latentlab.figure.AxisScale;
import latentlab.view.ThemeColours;

/**
 * The histograms of one layer as columns of pixels, from top to bottom. Each is made once: with every epoch that is
 * trained, all those before are painted again. Of a run that is gone none are kept.
 */
final class HistogramColumns {
    private static final int STRONGEST = 255;

    /** Colours from none to most of the numbers. */
    record Shades(Color ground, Color full) {
        private int[] made() {
            int[] shades = new int[STRONGEST + 1];
            Arrays.setAll(shades, i -> 0xFF << 24 | ThemeColours.rgb(ground.interpolate(full, (double) i / STRONGEST)));
            return shades;
        }
    }

    private final Shades colours;
    private final AxisScale scale;
    private final int height;
    private final int[] shades;
    private final Map<Histogram, int[]> made = new WeakHashMap<>();

    /** @param height of a column, in pixels */
    HistogramColumns(Shades colours, AxisScale scale, int height) {
        this.colours = colours;
        this.scale = scale;
        this.height = height;
        shades = colours.made();
    }

    /** Whether these are what columns made with the same arguments would be. */
    boolean are(Shades otherColours, AxisScale otherScale, int otherHeight) {
        return colours.equals(otherColours) && scale.equals(otherScale) && height == otherHeight;
    }

    /** @return 0xAARRGGBB, shape [height], not to be written to */
    int[] of(Histogram histogram) {
        return made.computeIfAbsent(histogram, this::make);
    }

    private int[] make(Histogram histogram) {
        int[] column = new int[height];
        int most = Math.max(1, Arrays.stream(histogram.counts()).max().orElse(1));
        for (int y = 0; y < height; y++) {
            double top = scale.value(1 - (double) y / height);
            double bottom = scale.value(1 - (y + 1.0) / height);
            double share = (double) count(histogram, bottom, top) / most;
            // The root, so that few numbers far out are seen too.
            column[y] = shades[(int) Math.round(Math.sqrt(share) * STRONGEST)];
        }
        return column;
    }

    /** Of the bin in the middle of a row: numbers that lie closer together than a row is high are seen all the same. */
    private static int count(Histogram histogram, double bottom, double top) {
        // Of no finite number the ends are NaN, which this is false of too.
        if (!(top >= histogram.low() && bottom <= histogram.high())) {
            return 0;
        }
        double range = histogram.high() - histogram.low();
        double middle = Math.clamp((top + bottom) / 2, histogram.low(), histogram.high());
        int bin = range > 0 ? (int) ((middle - histogram.low()) / range * Histogram.BINS) : 0;
        return histogram.counts()[Math.min(Histogram.BINS - 1, bin)];
    }
}
