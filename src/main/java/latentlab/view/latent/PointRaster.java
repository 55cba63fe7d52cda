package latentlab.view.latent;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Paints thousands of small discs into one image, pixel by pixel: a node, or even a canvas call, for each would be too slow to
 * follow training.
 */
final class PointRaster {
    private static final int OPAQUE = 0xFF;

    private int width;
    private int height;
    private int[] pixels = {};
    private PixelBuffer<IntBuffer> buffer;
    private WritableImage image;

    /** Clears the raster. @return whether the image is a new one, since the size has changed */
    boolean begin(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            Arrays.fill(pixels, 0);
            return false;
        }
        width = newWidth;
        height = newHeight;
        pixels = new int[width * height];
        buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
        return true;
    }

    WritableImage image() {
        return image;
    }

    /** Puts a disc over what is there. @param colour 0xRRGGBB; all measures in pixels */
    void disc(double x, double y, double radius, int colour, double opacity) {
        int fromX = Math.max(0, (int) Math.floor(x - radius - 0.5));
        int toX = Math.min(width - 1, (int) Math.ceil(x + radius + 0.5));
        int fromY = Math.max(0, (int) Math.floor(y - radius - 0.5));
        int toY = Math.min(height - 1, (int) Math.ceil(y + radius + 0.5));
        for (int row = fromY; row <= toY; row++) {
            double dy = row + 0.5 - y;
            for (int column = fromX; column <= toX; column++) {
                double dx = column + 0.5 - x;
                double cover = radius + 0.5 - Math.sqrt(dx * dx + dy * dy);
                if (cover > 0) {
                    blend(row * width + column, colour, (int) (OPAQUE * opacity * Math.min(1, cover)));
                }
            }
        }
    }

    private void blend(int at, int colour, int alpha) {
        int under = pixels[at];
        int rest = OPAQUE - alpha;
        int red = ((colour >> 16 & OPAQUE) * alpha + (under >> 16 & OPAQUE) * rest) / OPAQUE;
        int green = ((colour >> 8 & OPAQUE) * alpha + (under >> 8 & OPAQUE) * rest) / OPAQUE;
        int blue = ((colour & OPAQUE) * alpha + (under & OPAQUE) * rest) / OPAQUE;
        int all = alpha + (under >>> 24) * rest / OPAQUE;
        pixels[at] = all << 24 | red << 16 | green << 8 | blue;
    }

    /** Shows what has been painted since {@link #begin}. */
    void end() {
        buffer.updateBuffer(_ -> null);
    }
}
