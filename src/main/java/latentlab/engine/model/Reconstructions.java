package latentlab.engine.model;

import java.util.Arrays;
import latentlab.engine.settings.Loss;

/**
 * What a model makes of some images.
 *
 * @param size values of an image: channels x height x width
 * @param pixels shape [count, size], one unsigned byte each: 255 times the model's output, rounded, cut off at 0 and
 *     255
 * @param noisy what the model saw instead of the images, of the same shape; null where it sees the images themselves
 * @param errors shape [count], the run's loss for each image: the mean over its pixels, or their sum for
 *     {@link Loss#SSE}
 */
public record Reconstructions(int size, byte[] pixels, byte[] noisy, double[] errors) {
    public int count() {
        return errors.length;
    }

    /** @return a copy of the pixels of one reconstruction */
    public byte[] image(int index) {
        return Arrays.copyOfRange(pixels, index * size, (index + 1) * size);
    }
}
