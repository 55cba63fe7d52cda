package latentlab.data;

import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Grey images of one size, with or without labels. The arrays are shared, not copied: nobody writes to them.
 *
 * @param count number of images, 0 or more
 * @param height rows of an image, in pixels
 * @param width columns of an image, in pixels
 * @param pixels shape [count, height, width], row by row, one unsigned byte each: 0 is background, 255 full ink
 * @param labels shape [count], the class of each image from 0 to 255, or null when nobody has labelled them
 */
public record ImageSet(int count, int height, int width, byte[] pixels, byte[] labels) {
    public ImageSet {
        Objects.requireNonNull(pixels);
        if (count < 0 || height < 1 || width < 1 || pixels.length != (long) count * height * width) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are not " + count + " images of " + height + "x" + width);
        }
        if (labels != null && labels.length != count) {
            throw new IllegalArgumentException(labels.length + " labels for " + count + " images");
        }
    }

    /** Pixels of one image. */
    public int size() {
        return height * width;
    }

    public boolean labelled() {
        return labels != null;
    }

    /** @return the class of image {@code index}, or -1 when there are no labels */
    public int label(int index) {
        return labels == null ? -1 : labels[index] & 0xFF;
    }

    /** @return one more than the highest label; 0 when there are no labels */
    public int classes() {
        int classes = 0;
        for (int i = 0; labelled() && i < count; i++) {
            classes = Math.max(classes, label(i) + 1);
        }
        return classes;
    }

    /** @return shape [indices.length, height, width]: ink of some images, 0 to 1 */
    public float[] ink(int... indices) {
        float[] ink = new float[Math.multiplyExact(indices.length, size())];
        for (int i = 0; i < indices.length; i++) {
            for (int place = 0; place < size(); place++) {
                ink[i * size() + place] = ink(indices[i], place);
            }
        }
        return ink;
    }

    /**
     * Some of many, evenly spread, since some sets are sorted by class.
     *
     * @return {@code wanted} indices from 0 to {@code all} - 1 in order, or all where there are no more
     */
    public static int[] spread(int all, int wanted) {
        int count = Math.min(all, wanted);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * all / count))
                .toArray();
    }

    /** @return ink at a place of an image, 0 to 1 */
    public float ink(int index, int place) {
        return (pixels[index * size() + place] & 0xFF) / 255f;
    }
}
