package latentlab.view.latent;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import latentlab.data.ImageSet;

/**
 * Paints tens of thousands of small dots, or hundreds of pictures, into one image, pixel by pixel: a node, or even a canvas call, for each would be too slow
 * to follow training or to zoom. All dots of a painting have one size, so that their edges are computed once, for each quarter of a
 * pixel a dot may begin at.
 */
final class PointRaster {
    /** Alpha goes from 0 to this. */
    private static final int OPAQUE = 256;
    /** Two channels in one number, with room above each to multiply by alpha. */
    private static final int CHANNELS = 0xFF00FF;

    private static final int HALVES = 0x800080;
    /** Parts of a pixel that are told apart, along each axis. */
    private static final int PARTS = 4;

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
    /** For each part of a pixel, how opaque the dot is there, row by row: shape [PARTS * PARTS, (2 * reach + 1)²], 0 to OPAQUE. */
    private final int[][] stamps = new int[PARTS * PARTS][];

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
        int side = 2 * reach + 1;
        for (int part = 0; part < stamps.length; part++) {
            int[] stamp = new int[side * side];
            double x = reach + (double) (part % PARTS) / PARTS;
            double y = reach + (double) Math.floorDiv(part, PARTS) / PARTS;
            for (int i = 0; i < stamp.length; i++) {
                double dx = i % side + 0.5 - x;
                double dy = Math.floorDiv(i, side) + 0.5 - y;
                double cover = Math.clamp(radius + 0.5 - Math.sqrt(dx * dx + dy * dy), 0, 1);
                stamp[i] = (int) Math.round(OPAQUE * opacity * cover);
            }
            stamps[part] = stamp;
        }
    }

    /** Puts a dot over what is there. @param colour 0xRRGGBB */
    void dot(double x, double y, int colour) {
        // Far outside, where numbers would be too large for what follows.
        if (!(x > left - reach - 1 && x < right + reach + 1 && y > top - reach - 1 && y < bottom + reach + 1)) {
            return;
        }
        int partX = (int) Math.floor(x * PARTS + 0.5);
        int partY = (int) Math.floor(y * PARTS + 0.5);
        int[] stamp = stamps[Math.floorMod(partY, PARTS) * PARTS + Math.floorMod(partX, PARTS)];
        int side = 2 * reach + 1;
        int startX = Math.floorDiv(partX, PARTS) - reach;
        int startY = Math.floorDiv(partY, PARTS) - reach;
        int fromX = Math.max(left, startX);
        int toX = Math.min(right, startX + side);
        int toY = Math.min(bottom, startY + side);
        int redAndBlue = colour & CHANNELS;
        int alphaAndGreen = 0xFF0000 | colour >> 8 & 0xFF;
        for (int row = Math.max(top, startY); row < toY; row++) {
            int in = (row - startY) * side - startX;
            for (int column = fromX; column < toX; column++) {
                int alpha = stamp[in + column];
                if (alpha > 0) {
                    int at = row * width + column;
                    int under = pixels[at];
                    int rest = OPAQUE - alpha;
                    // Premultiplied: all four channels alike.
                    int low = redAndBlue * alpha + (under & CHANNELS) * rest + HALVES;
                    int high = alphaAndGreen * alpha + (under >>> 8 & CHANNELS) * rest + HALVES;
                    pixels[at] = low >>> 8 & CHANNELS | high & ~CHANNELS;
                }
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
     * @param inks shape [256], the colour of each ink, 0xRRGGBB
     * @param border its thickness
     * @param colour of the border, 0xRRGGBB
     */
    void picture(int x, int y, ImageSet images, int which, int times, int shrunk, int[] inks, int border, int colour) {
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
                        : inks[ink(images, which, Math.floorDiv(down, times), Math.floorDiv(along, times), shrunk)];
                pixels[row * width + column] = 0xFF000000 | here;
            }
        }
    }

    /** @return mean ink of a block of pixels, 0 to 255 */
    private static int ink(ImageSet images, int which, int blockRow, int blockColumn, int block) {
        int toRow = Math.min(images.height(), (blockRow + 1) * block);
        int toColumn = Math.min(images.width(), (blockColumn + 1) * block);
        int sum = 0;
        int count = 0;
        for (int row = blockRow * block; row < toRow; row++) {
            for (int column = blockColumn * block; column < toColumn; column++) {
                sum += images.pixels()[which * images.size() + row * images.width() + column] & 0xFF;
                count++;
            }
        }
        return sum / count;
    }

    /** Shows what has been painted since {@link #begin}. */
    void end() {
        buffer.updateBuffer(_ -> null);
    }
}
