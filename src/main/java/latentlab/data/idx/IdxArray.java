package latentlab.data.idx;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * What one IDX file holds.
 *
 * @param file where it was read
 * @param count number of images or labels, at least 1
 * @param height rows of an image; 1 for labels
 * @param width columns of an image; 1 for labels
 * @param values shape [count, height, width], unsigned bytes
 */
public record IdxArray(Path file, int count, int height, int width, byte[] values) {
    /** @return shape [count x height x width], 0 to 255 each */
    int[] unsigned() {
        int[] unsigned = new int[values.length];
        Arrays.setAll(unsigned, i -> values[i] & 0xFF);
        return unsigned;
    }
}
