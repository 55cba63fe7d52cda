package latentlab.view.paint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import latentlab.data.ImageShape;

/**
 * Paints the images of a dataset pixel by pixel, the same in every theme: grey ones white on black, others in their own
 * colours.
 */
public final class ImagePixels {
    /** One unsigned byte a pixel: 0 is black, 255 white. */
    private static final PixelFormat<ByteBuffer> GREY = PixelFormat.createByteIndexedInstance(table());

    private ImagePixels() {}

    private static int[] table() {
        int[] greys = new int[256];
        Arrays.setAll(greys, grey -> 0xFF000000 | grey << 16 | grey << 8 | grey);
        return greys;
    }

    /** @param values shape [channels, height, width] from {@code offset} on */
    public static WritableImage of(byte[] values, int offset, ImageShape shape) {
        WritableImage image = new WritableImage(shape.width(), shape.height());
        write(image.getPixelWriter(), 0, 0, values, offset, shape);
        return image;
    }

    /**
     * Paints one image into a larger picture.
     *
     * @param x left end in the picture
     * @param y upper end in the picture
     * @param values shape [channels, height, width] from {@code offset} on
     */
    public static void write(PixelWriter picture, int x, int y, byte[] values, int offset, ImageShape shape) {
        int width = shape.width();
        int height = shape.height();
        if (shape.grey()) {
            picture.setPixels(x, y, width, height, GREY, values, offset, width);
            return;
        }
        int[] colours = new int[shape.pixels()];
        Arrays.setAll(colours, pixel -> 0xFF000000 | shape.rgb(values, offset, pixel));
        picture.setPixels(x, y, width, height, PixelFormat.getIntArgbInstance(), colours, 0, width);
    }
}
