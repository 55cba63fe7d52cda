package latentlab.view.paint;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import latentlab.figure.Area;
import latentlab.figure.Track;

/**
 * Draws many thin curves into one picture. A canvas strokes each as an outline of its own, which takes several times as
 * long as there is between two frames for a hundred curves; here each pixel column or row of a line is a span.
 */
final class CurveRaster {
    private final Area area;
    private final double scale;
    private final int width;
    private final int height;
    /** Shape [height, width], premultiplied. */
    private final int[] argb;
    /** How much of each pixel the curve under way covers, 0 to 255: its lines overlap where they meet. */
    private final int[] coverage;
    /** Where that is not 0. */
    private int[] touched = new int[4096];

    private int count;

    /**
     * @param area that is drawn into, in points
     * @param scale pixels a point
     */
    CurveRaster(Area area, double scale) {
        this.area = area;
        this.scale = scale;
        width = (int) Math.ceil(area.width() * scale);
        height = (int) Math.ceil(area.height() * scale);
        argb = new int[width * height];
        coverage = new int[width * height];
    }

    /**
     * @param thickness in points
     * @param rgb 0xRRGGBB
     * @param opacity 0 to 1
     */
    void add(Track track, double thickness, int rgb, double opacity) {
        double[] last = new double[2];
        track.walk((pointX, pointY, start) -> {
            double x = (pointX - area.x()) * scale;
            double y = (pointY - area.y()) * scale;
            if (!start) {
                line(last[0], last[1], x, y, thickness * scale / 2);
            }
            last[0] = x;
            last[1] = y;
        });
        paint(rgb, opacity);
    }

    /** A flat line is a span of each column, a steep one of each row. */
    private void line(double fromX, double fromY, double toX, double toY, double half) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double length = Math.hypot(dx, dy);
        if (length == 0) {
            return;
        }
        if (Math.abs(dx) >= Math.abs(dy)) {
            spans(fromX, fromY, toX, dy / dx, half * length / Math.abs(dx), false);
        } else {
            spans(fromY, fromX, toY, dx / dy, half * length / Math.abs(dy), true);
        }
    }

    /**
     * @param from where the line begins along the steps
     * @param across where that is across them
     * @param slope how much it goes across with each step
     * @param half of a span
     * @param rows whether the steps are rows
     */
    private void spans(double from, double across, double to, double slope, double half, boolean rows) {
        int end = rows ? height : width;
        int most = rows ? width : height;
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        int last = (int) Math.min(end - 1, Math.floor(high));
        for (int step = (int) Math.max(0, Math.floor(low)); step <= last; step++) {
            double centre = across + slope * (Math.clamp(step + 0.5, low, high) - from);
            double top = centre - half;
            double bottom = centre + half;
            int bottomPixel = (int) Math.min(most - 1, Math.floor(bottom));
            for (int pixel = (int) Math.max(0, Math.floor(top)); pixel <= bottomPixel; pixel++) {
                double covered = Math.min(bottom, pixel + 1) - Math.max(top, pixel);
                cover(rows ? step * width + pixel : pixel * width + step, (int) Math.round(255 * covered));
            }
        }
    }

    private void cover(int pixel, int covered) {
        if (covered <= coverage[pixel]) {
            return;
        }
        if (coverage[pixel] == 0) {
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, 2 * count);
            }
            touched[count++] = pixel;
        }
        coverage[pixel] = covered;
    }

    private void paint(int rgb, double opacity) {
        for (int i = 0; i < count; i++) {
            int pixel = touched[i];
            int alpha = (int) Math.round(opacity * coverage[pixel]);
            coverage[pixel] = 0;
            int below = argb[pixel];
            argb[pixel] = over(255, below >>> 24, alpha) << 24
                    | over(rgb >> 16 & 0xFF, below >> 16 & 0xFF, alpha) << 16
                    | over(rgb >> 8 & 0xFF, below >> 8 & 0xFF, alpha) << 8
                    | over(rgb & 0xFF, below & 0xFF, alpha);
        }
        count = 0;
    }

    private static int over(int channel, int below, int alpha) {
        return (channel * alpha + below * (255 - alpha) + 127) / 255;
    }

    /** @return how opaque a pixel is, 0 to 255 */
    int alpha(int x, int y) {
        return argb[y * width + x] >>> 24;
    }

    Image image() {
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }
}
