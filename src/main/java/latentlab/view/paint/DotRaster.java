package latentlab.view.paint;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapProjection;

/**
 * Paints tens of thousands of small dots into one image, pixel by pixel: a node, or even a canvas call, for each would
 * be too slow to follow training or to zoom. All dots of a painting have one size, so that
 * their edges are computed once, for each quarter of a pixel a dot may begin at.
 */
public class DotRaster {
    private static final double LEAST_RADIUS = 1.2;
    private static final double MOST_RADIUS = 4.5;
    /** Points of a strip at most: larger ones would lie in the next band too. */
    private static final double BAND_RADIUS = 3;

    /** Of a dot's edge, in pixels within its radius; half a pixel more fades outside of it. */
    private static final double EDGE = 0.5;
    /** Alpha goes from 0 to this. */
    private static final int OPAQUE = 256;
    /** Two channels in one number, with room above each to multiply by alpha. */
    private static final int CHANNELS = 0xFF00FF;

    private static final int HALVES = 0x800080;
    private static final int PART_BITS = 2;
    /** Parts of a pixel that are told apart, along each axis. */
    private static final int PARTS = 1 << PART_BITS;

    protected int width;
    private int height;
    protected int[] pixels = {};
    private PixelBuffer<IntBuffer> buffer;
    private WritableImage image;

    protected int left;
    protected int top;
    protected int right;
    protected int bottom;

    private double radius;
    private double opacity;
    /** Pixels from a dot's middle to the furthest it may touch. */
    private int reach;
    /** Shape [PARTS, PARTS]: a dot whose middle lies in that part of a pixel, downwards and to the right. */
    private final Stamp[] stamps = new Stamp[PARTS * PARTS];

    /**
     * A dot.
     *
     * @param inner pixels it touches that are not of its edge; they come first
     * @param count of all pixels it touches
     * @param columns of them, from that of its middle
     * @param rows likewise
     * @param alphas 1 to {@link #OPAQUE}
     */
    private record Stamp(int inner, int count, int[] columns, int[] rows, int[] alphas) {}

    /**
     * Fewer points are larger, so that a small test set is seen as well as a large one; so are those one zooms in on.
     */
    public static double radius(MapProjection places) {
        MapPoints points = places.points();
        double room = Math.sqrt(places.width() * places.height() / Math.max(1, points.x().length));
        return Math.clamp(
                0.42 * room * places.zoom().factor(),
                LEAST_RADIUS,
                points.kind() == Kind.STRIP ? BAND_RADIUS : MOST_RADIUS);
    }

    /** Clears the raster. @return whether the image is a new one, since the size has changed */
    public boolean begin(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            Arrays.fill(pixels, 0);
            clip(0, 0, width, height);
            return false;
        }
        width = newWidth;
        height = newHeight;
        clip(0, 0, width, height);
        pixels = new int[width * height];
        buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
        return true;
    }

    public WritableImage image() {
        return image;
    }

    /** Paints nothing outside of this from here on; right and bottom are outside. All measures in pixels. */
    public void clip(int newLeft, int newTop, int newRight, int newBottom) {
        left = Math.max(0, newLeft);
        top = Math.max(0, newTop);
        right = Math.min(width, newRight);
        bottom = Math.min(height, newBottom);
    }

    /** @param newOpacity 0 to 1. Of the dots from here on */
    public void dots(double newRadius, double newOpacity) {
        if (newRadius == radius && newOpacity == opacity) {
            return;
        }
        radius = newRadius;
        opacity = newOpacity;
        reach = (int) Math.ceil(radius + 0.5);
        for (int part = 0; part < stamps.length; part++) {
            stamps[part] = stamp((double) (part % PARTS) / PARTS, (double) (part >> PART_BITS) / PARTS);
        }
    }

    /** @param x where in a pixel the middle is, 0 to 1 */
    private Stamp stamp(double x, double y) {
        int side = 2 * reach + 1;
        int[] columns = new int[side * side];
        int[] rows = new int[side * side];
        int[] alphas = new int[side * side];
        int inner = 0;
        int count = 0;
        for (boolean edge : new boolean[] {false, true}) {
            for (int row = -reach; row <= reach; row++) {
                for (int column = -reach; column <= reach; column++) {
                    double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                    int alpha = (int) Math.round(OPAQUE * opacity * Math.clamp(radius + 0.5 - distance, 0, 1));
                    if (alpha > 0 && distance > radius - EDGE == edge) {
                        columns[count] = column;
                        rows[count] = row;
                        alphas[count] = alpha;
                        count++;
                    }
                }
            }
            inner = edge ? inner : count;
        }
        return new Stamp(inner, count, columns, rows, alphas);
    }

    /** Puts a dot over what is there. @param colour 0xRRGGBB @param edge of its edge, likewise */
    public void dot(double x, double y, int colour, int edge) {
        // Far outside, where numbers would be too large for what follows.
        if (!(x > left - reach - 1 && x < right + reach + 1 && y > top - reach - 1 && y < bottom + reach + 1)) {
            return;
        }
        int partX = (int) Math.floor(x * PARTS + 0.5);
        int partY = (int) Math.floor(y * PARTS + 0.5);
        Stamp stamp = stamps[(partY & PARTS - 1) << PART_BITS | partX & PARTS - 1];
        int middleX = partX >> PART_BITS;
        int middleY = partY >> PART_BITS;
        boolean inside = middleX - reach >= left
                && middleX + reach < right
                && middleY - reach >= top
                && middleY + reach < bottom;
        int redAndBlue = colour & CHANNELS;
        int alphaAndGreen = 0xFF0000 | colour >> 8 & 0xFF;
        for (int i = 0; i < stamp.count; i++) {
            if (i == stamp.inner) {
                redAndBlue = edge & CHANNELS;
                alphaAndGreen = 0xFF0000 | edge >> 8 & 0xFF;
            }
            int column = middleX + stamp.columns[i];
            int row = middleY + stamp.rows[i];
            if (inside || column >= left && column < right && row >= top && row < bottom) {
                int at = row * width + column;
                int alpha = stamp.alphas[i];
                int under = pixels[at];
                int rest = OPAQUE - alpha;
                // Premultiplied: all four channels alike.
                int low = redAndBlue * alpha + (under & CHANNELS) * rest + HALVES;
                int high = alphaAndGreen * alpha + (under >>> 8 & CHANNELS) * rest + HALVES;
                pixels[at] = low >>> 8 & CHANNELS | high & ~CHANNELS;
            }
        }
    }

    /** Shows what has been painted since {@link #begin}. */
    public void end() {
        buffer.updateBuffer(_ -> null);
    }
}
