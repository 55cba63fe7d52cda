package latentlab.data;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Images of one shape, with or without labels. The arrays are shared, not copied: nobody writes to them.
 *
 * @param count number of images, 0 or more
 * @param shape of every image: grey, or red, green and blue
 * @param pixels shape [count, channels, height, width], one unsigned byte a value: 0 is background or no light of a
 *     colour, 255 full ink or all of it
 * @param labels shape [count], the class of each image from 0 on, or null when nobody has labelled them
 */
public record ImageSet(int count, ImageShape shape, byte[] pixels, int[] labels) {
    public ImageSet {
        Objects.requireNonNull(pixels);
        if (count < 0 || pixels.length != (long) count * shape.size()) {
            throw new IllegalArgumentException(pixels.length + " values are not " + count + " images of " + shape);
        }
        if (shape.channels() != 1 && shape.channels() != 3) {
            throw new IllegalArgumentException("neither grey nor colour images: " + shape);
        }
        if (labels != null && labels.length != count) {
            throw new IllegalArgumentException(labels.length + " labels for " + count + " images");
        }
        if (labels != null && IntStream.of(labels).anyMatch(label -> label < 0)) {
            throw new IllegalArgumentException("labels are 0 or more");
        }
    }

    /** Rows of an image, in pixels. */
    public int height() {
        return shape.height();
    }

    /** Columns of an image, in pixels. */
    public int width() {
        return shape.width();
    }

    /** Values of one image: channels x height x width. */
    public int size() {
        return shape.size();
    }

    /** @return a copy of the values of some images, shape [indices.length, channels, height, width] */
    public byte[] pixelsOf(int... indices) {
        byte[] some = new byte[Math.multiplyExact(indices.length, size())];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, indices[i] * size(), some, i * size(), size());
        }
        return some;
    }

    /** @return some images with their labels, in the order of the indices */
    public ImageSet pick(int... indices) {
        return new ImageSet(
                indices.length,
                shape,
                pixelsOf(indices),
                labelled() ? IntStream.of(indices).map(i -> labels[i]).toArray() : null);
    }

    public boolean labelled() {
        return labels != null;
    }

    /** Whether there are several images and they are all the same. */
    public boolean allSame() {
        return count > 1 && IntStream.range(1, count).allMatch(i -> same(0, this, i));
    }

    /** Whether an image is the same as one of other images of this shape. */
    boolean same(int index, ImageSet others, int other) {
        int size = size();
        return Arrays.equals(pixels, index * size, (index + 1) * size, others.pixels, other * size, (other + 1) * size);
    }

    /** @return the class of image {@code index}, or -1 when there are no labels */
    public int label(int index) {
        return labels == null ? -1 : labels[index];
    }

    /** @return one more than the highest label; 0 when there are no labels */
    public int classes() {
        int classes = 0;
        for (int i = 0; labelled() && i < count; i++) {
            classes = Math.max(classes, label(i) + 1);
        }
        return classes;
    }

    /** @return shape [indices.length, channels, height, width]: values of some images, 0 to 1 */
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

    /** @return value at a place of an image, 0 to 1; places go channel by channel, row by row */
    public float ink(int index, int place) {
        return (pixels[index * size() + place] & 0xFF) / 255f;
    }
}
