package latentlab.figure;

import latentlab.data.ImageShape;

/**
 * The weights of one layer as images, one a unit. The channels of a unit stand below one another, since a weight's
 * colour tells its sign and not the colour it weighs.
 */
public final class WeightStrip {
    private final byte[] levels;
    private final ImageShape shape;

    /** One of the images, and where it is drawn. */
    public record Placed(int unit, Area area) {}

    /**
     * @param weights shape [units, channels, height, width]
     * @param greatest magnitude of a weight, which has the strongest colour
     */
    public WeightStrip(float[] weights, float greatest, ImageShape shape) {
        this.shape = shape;
        levels = new byte[weights.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) WeightScale.level(weights[i], greatest);
        }
    }

    /** @return shape [units, height, width], one unsigned byte each, see {@link WeightScale}: not to be changed */
    public byte[] levels() {
        return levels;
    }

    /** @return width of an image, in pixels */
    public int width() {
        return shape.width();
    }

    /** @return height of an image with all its channels, in pixels */
    public int height() {
        return shape.channels() * shape.height();
    }

    /** @return where the image of a unit begins among the levels */
    public int offset(int unit) {
        return unit * shape.size();
    }
}
