package latentlab.export.animation;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.export.ClassColours;
import latentlab.map.MapCollapse;
import latentlab.map.PointDensity;
import latentlab.run.Run;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * The latent map below the images of an animation: a dot for each of some test images, in the colour of its class. The
 * axes are the same in all frames, with room for every epoch, so that the dots move and the frame does not.
 */
final class AnimationMap {
    /** Dots are painted on whole pixels, all alike: that compresses well. */
    private static final AnimationDot DOT = AnimationDot.of(5);

    /** Grey of the lines round places where dots lie deep on one another. */
    private static final int LINE = 210;

    private final PointDensity density = new PointDensity();
    private final LatentPlaces places;
    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.POSITIVE_INFINITY;
    private double top = Double.NEGATIVE_INFINITY;
    /** What is painted of each pixel of the area, 0 for nothing. */
    private byte[] shades = {};

    /**
     * Goes through all epochs once, to find out how much room they need.
     *
     * @throws java.util.concurrent.CancellationException when cancelled through progress
     */
    AnimationMap(Run run, List<EpochResult> history, Progress progress) {
        places = new LatentPlaces(run);
        for (int i = 0; i < history.size(); i++) {
            progress.report((double) i / history.size(), Sentence.of("export.gif.map.progress", i + 1, history.size()));
            widen(places.at(history.get(i).epoch()));
        }
    }

    private void widen(float... xy) {
        for (int i = 0; i < xy.length; i += 2) {
            if (Float.isFinite(xy[i]) && Float.isFinite(xy[i + 1])) {
                left = Math.min(left, xy[i]);
                right = Math.max(right, xy[i]);
                bottom = Math.min(bottom, xy[i + 1]);
                top = Math.max(top, xy[i + 1]);
            }
        }
    }

    /** Names what the axes are. */
    LatentPlaces.Axes axes() {
        return places.axes();
    }

    /**
     * The one spot in which all images lie.
     *
     * @param why that is so
     * @param low whether it is in the lower half of the area
     */
    record Spot(MapCollapse why, boolean low) {}

    /**
     * @param pixels of the frame, of which the area is filled
     * @param width of the frame
     * @return null where images do not lie in one spot
     */
    Spot paint(int epoch, int[] pixels, int width, Rectangle area) {
        if (shades.length != area.width * area.height) {
            shades = new byte[area.width * area.height];
        }
        Arrays.fill(shades, (byte) 0);
        for (int y = 0; y < area.height; y++) {
            int line = (area.y + y) * width + area.x;
            Arrays.fill(pixels, line, line + area.width, AnimationFrame.GREY * AnimationFrame.GROUND);
        }
        density.begin(area.width, area.height, PointDensity.CELL, DOT.side() / 2.0);
        float[] xy = places.at(epoch);
        double scaleX = (area.width - DOT.side()) / Math.max(right - left, Float.MIN_NORMAL);
        double scaleY = (area.height - DOT.side()) / Math.max(top - bottom, Float.MIN_NORMAL);
        if (axes() != LatentPlaces.Axes.STRIP) {
            // A step along one axis is as long as one along the other.
            scaleX = Math.min(scaleX, scaleY);
            scaleY = scaleX;
        }
        double heights = 0;
        int count = 0;
        for (int i = 0; i < xy.length / 2; i++) {
            double x = (xy[2 * i] - (left + right) / 2) * scaleX + area.width / 2.0;
            double y = ((bottom + top) / 2 - xy[2 * i + 1]) * scaleY + area.height / 2.0;
            if (Double.isFinite(x) && Double.isFinite(y)) {
                stamp(
                        (int) Math.round(x - DOT.side() / 2.0),
                        (int) Math.round(y - DOT.side() / 2.0),
                        places.label(i),
                        pixels,
                        width,
                        area);
                density.add(x, y);
                heights += y;
                count++;
            }
        }
        if (axes() != LatentPlaces.Axes.STRIP) {
            density.blur();
            density.lines((x, y, strength) -> {
                if (strength >= 0.5 && x < area.width && y < area.height) {
                    pixels[(area.y + y) * width + area.x + x] = AnimationFrame.GREY * LINE;
                }
            });
        }
        MapCollapse collapse = places.collapse(epoch, xy);
        return collapse == null ? null : new Spot(collapse, heights > count * (area.height / 2.0));
    }

    /** Where dots meet, the later one covers the other; its faint edge does not. */
    private void stamp(int x, int y, int label, int[] pixels, int width, Rectangle area) {
        Color colour = ClassColours.onDark(label);
        Color edge = ClassColours.edgeOnDark(label);
        for (int row = 0; row < DOT.side(); row++) {
            for (int column = 0; column < DOT.side(); column++) {
                int shade = DOT.shade(column, row);
                int at = (y + row) * area.width + x + column;
                if (shade > 0 && (shade >= shades[at] || 2 * shade > AnimationDot.SHADES)) {
                    shades[at] = (byte) shade;
                    pixels[(area.y + y + row) * width + area.x + x + column] =
                            AnimationDot.onGround(DOT.edge(column, row) ? edge : colour, shade);
                }
            }
        }
    }
}
