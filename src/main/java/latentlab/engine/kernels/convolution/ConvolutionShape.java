package latentlab.engine.kernels.convolution;

/**
 * What a convolution goes from and to: images [channels, height, width] to maps [filters, outHeight, outWidth], by
 * square kernels of weights. A transposed convolution is the same read backwards, from maps to images.
 *
 * <p>In memory maps have the channels of a pixel together: [outHeight, outWidth, filters]. So have images, unless they
 * are {@code planar}: then each channel is a picture of its own, [channels, height, width]. Weights are [kernel,
 * kernel, channels, filters].
 *
 * @param kernel rows and columns of a kernel
 * @param stride pixels from one place of the kernel to the next
 * @param padding rows and columns of zeros around an image
 * @param planar whether images lie in memory channel by channel
 */
public record ConvolutionShape(
        int channels, int height, int width, int filters, int kernel, int stride, int padding, boolean planar) {
    /** Rows of a map; less than 1 where the kernel is larger than the image with its padding. */
    public int outHeight() {
        return places(height);
    }

    /** Columns of a map, as {@link #outHeight}. */
    public int outWidth() {
        return places(width);
    }

    private int places(int size) {
        return Math.floorDiv(size + 2 * padding - kernel, stride) + 1;
    }

    /** Numbers of an image. */
    public int imageSize() {
        return channels * height * width;
    }

    /** Numbers of all maps of an image. */
    public int mapSize() {
        return filters * outHeight() * outWidth();
    }

    /** Numbers of the image that go into one number of a map. */
    public int window() {
        return kernel * kernel * channels;
    }

    /** Numbers of the weight. */
    public int weights() {
        return window() * filters;
    }

    /** Where a pixel's number lies in an image. */
    int imagePlace(int channel, int row, int column) {
        return planar ? (channel * height + row) * width + column : (row * width + column) * channels + channel;
    }
}
