package latentlab.figure;

import latentlab.data.ImageShape;

/** Images of one shape: white on black as the data are, or in their own colours. */
public final class ImageStrip {
    private final byte[] values;
    private final ImageShape shape;

    /** @param values shape [count, channels, height, width], one unsigned byte each; not changed any more */
    public ImageStrip(byte[] values, ImageShape shape) {
        this.values = values;
        this.shape = shape;
    }

    public int count() {
        return values.length / shape.size();
    }

    /** The shape of each image. */
    public ImageShape shape() {
        return shape;
    }

    /** @return the values themselves, shape [count, channels, height, width]: not to be changed */
    public byte[] values() {
        return values;
    }
}
