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

    /** Values of one image: channels x height x width. */
    public int size() {
        return channels * height * width;
    }

    /** Pixels of one channel: height x width. */
    public int pixels() {
        return height * width;
    }
}
