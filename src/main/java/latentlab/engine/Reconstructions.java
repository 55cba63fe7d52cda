package latentlab.engine;

import java.util.Arrays;

/**
 * What a model makes of some images.
 *
 * @param size pixels of an image
 * @param pixels shape [count, size], one unsigned byte each: 255 times the model's output, rounded
 * @param errors shape [count], mean squared error of each reconstruction over its pixels
 */
public record Reconstructions(int size, byte[] pixels, double[] errors) {
    public int count() {
        return errors.length;
    }

    /** @return a copy of the pixels of one reconstruction */
    public byte[] image(int index) {
        return Arrays.copyOfRange(pixels, index * size, (index + 1) * size);
    }
}
