package latentlab.view.latent.paint;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import latentlab.data.ImageSet;

/**
 * Paints tens of thousands of small dots, or hundreds of pictures, into one image, pixel by pixel: a node, or even a
 * canvas call, for each would be too slow to follow training or to zoom. All dots of a painting have one size, so that
 * their edges are computed once, for each quarter of a pixel a dot may begin at.
 */
final class PointRaster {
    /** Alpha goes from 0 to this. */
    private static final int OPAQUE = 256;
    /** Two channels in one number, with room above each to multiply by alpha. */
    private static final int CHANNELS = 0xFF00FF;

    private static final int HALVES = 0x800080;
    private static final int PART_BITS = 2;
    /** Parts of a pixel that are told apart, along each axis. */
    private static final int PARTS = 1 << PART_BITS;

    private int width;
    private int height;
    private int[] pixels = {};
    private PixelBuffer<IntBuffer> buffer;
    private WritableImage image;

    private int left;
    private int top;
    private int right;
    private int bottom;

    private double radius;
    private double opacity;
    /** Pixels from a dot's middle to the furthest it may touch. */
    private int reach;
    /** Shape [PARTS, PARTS]: a dot whose middle lies in that part of a pixel, downwards and to the right. */
    private final Stamp[] stamps = new Stamp[PARTS * PARTS];

    /**
     * A dot.
     *
     * @param count of pixels it touches
     * @param columns of them, from that of its middle
     * @param rows likewise
     * @param alphas 1 to {@link #OPAQUE}
     */
    private record Stamp(int count, int[] columns, int[] rows, int[] alphas) {}

    /** Clears the raster. @return whether the image is a new one, since the size has changed */
    boolean begin(int newWidth, int newHeight) {
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

    WritableImage image() {
        return image;
    }

    /** Paints nothing outside of this from here on; right and bottom are outside. All measures in pixels. */
    void clip(int newLeft, int newTop, int newRight, int newBottom) {
        left = Math.max(0, newLeft);
        top = Math.max(0, newTop);
        right = Math.min(width, newRight);
        bottom = Math.min(height, newBottom);
    }

    /** @param newOpacity 0 to 1. Of the dots from here on */
    void dots(double newRadius, double newOpacity) {
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
        int count = 0;
        for (int row = -reach; row <= reach; row++) {
            for (int column = -reach; column <= reach; column++) {
                double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                int alpha = (int) Math.round(OPAQUE * opacity * Math.clamp(radius + 0.5 - distance, 0, 1));
                if (alpha > 0) {
                    columns[count] = column;
                    rows[count] = row;
                    alphas[count] = alpha;
                    count++;
                }
            }
        }
        return new Stamp(count, columns, rows, alphas);
    }

    /** Puts a dot over what is there. @param colour 0xRRGGBB */
    void dot(double x, double y, int colour) {
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

    /**
     * Puts an image in a border over what is there.
     *
     * @param x where the border begins
     * @param y where the border begins
     * @param which index of the image
     * @param times pixels a pixel of it becomes along each axis
     * @param shrunk pixels of it that become one, along each axis; their mean
     * @param inks its colours
     * @param border its thickness
     * @param colour of the border, 0xRRGGBB
     */
    void picture(
            int x,
            int y,
            ImageSet images,
            int which,
            int times,
            int shrunk,
            ThumbnailInks inks,
            int border,
            int colour) {
        int side = Math.ceilDiv(images.width(), shrunk) * times + 2 * border;
        int standing = Math.ceilDiv(images.height(), shrunk) * times + 2 * border;
        int toRow = Math.min(bottom, y + standing);
        int toColumn = Math.min(right, x + side);
        for (int row = Math.max(top, y); row < toRow; row++) {
            int down = row - y - border;
            boolean above = down < 0 || row >= y + standing - border;
            for (int column = Math.max(left, x); column < toColumn; column++) {
                int along = column - x - border;
                boolean outside = above || along < 0 || column >= x + side - border;
                int here = outside
                        ? colour
                        : inks.colour(images, which, Math.floorDiv(down, times), Math.floorDiv(along, times), shrunk);
                pixels[row * width + column] = 0xFF000000 | here;
            }
        }
    }

    /** Shows what has been painted since {@link #begin}. */
    void end() {
        buffer.updateBuffer(_ -> null);
    }
}
