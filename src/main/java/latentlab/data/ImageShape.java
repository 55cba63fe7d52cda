package latentlab.data;

/**
 * What one image measures. Its values lie channel by channel, each row by row, as PyTorch has them.
 *
 * @param channels 1 for grey, 3 for red, green and blue
 * @param height rows, in pixels
 * @param width columns, in pixels
 */
public record ImageShape(int channels, int height, int width) {
    public ImageShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("no image is " + channels + "x" + height + "x" + width);
        }
    }

    /** A grey image. */
    public static ImageShape grey(int height, int width) {
        return new ImageShape(1, height, width);
    }

    /** An image of red, green and blue. */
    public static ImageShape colour(int height, int width) {
        return new ImageShape(3, height, width);
    }

    /**
     * The colour of a pixel of a grey image, or of one of red, green and blue.
     *
     * @param values of images, unsigned bytes
     * @param offset where the image begins among them
     * @param pixel row by row, 0 to {@link #pixels()} - 1
     * @return 0xRRGGBB
     */
    public int rgb(byte[] values, int offset, int pixel) {
        int red = values[offset + pixel] & 0xFF;
        if (grey()) {
            return red << 16 | red << 8 | red;
        }
        int green = values[offset + pixels() + pixel] & 0xFF;
        int blue = values[offset + 2 * pixels() + pixel] & 0xFF;
        return red << 16 | green << 8 | blue;
    }

    /** Values of one image: channels x height x width. */
    public int size() {
        return channels * height * width;
    }

    /** Whether an image has but one channel: how light each pixel is. */
    public boolean grey() {
        return channels == 1;
    }

    /** Pixels of one channel: height x width. */
    public int pixels() {
        return height * width;
    }
}
