package latentlab.view;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Makes pictures of ink, white on black in every theme, as the data is. */
public final class GreyImages {
    /** One unsigned byte a pixel: 0 is black, 255 white. */
    public static final PixelFormat<ByteBuffer> FORMAT = PixelFormat.createByteIndexedInstance(table());

    private GreyImages() {}

    private static int[] table() {
        int[] greys = new int[256];
        Arrays.setAll(greys, grey -> 0xFF000000 | grey << 16 | grey << 8 | grey);
        return greys;
    }

    /** @param pixels shape [height, width] from {@code offset} on */
    public static WritableImage of(byte[] pixels, int offset, int height, int width) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, FORMAT, pixels, offset, width);
        return image;
    }
}
