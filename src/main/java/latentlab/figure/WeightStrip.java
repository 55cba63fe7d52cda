package latentlab.figure;

import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.ImageShape;

/**
 * The weights of one layer as images, one a unit. Of images in colour either one channel is seen, in the colours of
 * negative and positive weights, or all of them together, each as light as its weight: grey weighs nothing.
 */
public final class WeightStrip implements ImageGridFigure.Images {
    /** Instead of a channel. */
    public static final int TOGETHER = -1;

    private final byte[] levels;
    private final ImageShape shape;
    private final int channel;

    /** One of the images, and where it is drawn. */
    public record Placed(int unit, Area area) {}

    /**
     * @param weights shape [units, channels, height, width]
     * @param greatest magnitude of a weight, which has the strongest colour
     * @param channel which one is seen, or {@link #TOGETHER}; of grey images there is but one
     */
    public WeightStrip(float[] weights, float greatest, ImageShape shape, int channel) {
        this.shape = shape;
        this.channel = shape.grey() ? 0 : channel;
        levels = new byte[weights.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) WeightScale.level(weights[i], greatest);
        }
    }

    @Override
    public int count() {
        return levels.length / shape.size();
    }

    @Override
    public void draw(Pen pen, List<Area> places) {
        pen.weights(
                this,
                IntStream.range(0, places.size())
                        .mapToObj(unit -> new Placed(unit, places.get(unit)))
                        .toList());
    }

    /** @return shape [units, channels, height, width], unsigned bytes, see {@link WeightScale}: not to be changed */
    public byte[] levels() {
        return levels;
    }

    /** @return width of an image, in pixels */
    public int width() {
        return shape.width();
    }

    /** @return height of an image, in pixels */
    public int height() {
        return shape.height();
    }

    /** Whether all channels of colour images are seen in one. */
    public boolean together() {
        return channel == TOGETHER;
    }

    /** @return where the image of a unit begins among the levels; its first channel where they are seen together */
    public int offset(int unit) {
        return unit * shape.size() + Math.max(0, channel) * shape.pixels();
    }

    /** @return of a unit whose channels are seen together, shape [height, width]: 0xRRGGBB */
    public int[] colours(int unit) {
        int[] rgb = new int[shape.pixels()];
        for (int each = 0; each < shape.channels(); each++) {
            int from = offset(unit) + each * shape.pixels();
            for (int pixel = 0; pixel < rgb.length; pixel++) {
                rgb[pixel] = rgb[pixel] << 8 | WeightScale.light(levels[from + pixel] & 0xFF);
            }
        }
        return rgb;
    }
}
