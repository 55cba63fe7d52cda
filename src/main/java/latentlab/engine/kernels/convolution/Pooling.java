package latentlab.engine.kernels.convolution;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The largest of each square of pixels, channel by channel, and the way back; and the nearest pixel of a smaller image.
 * Images have the channels of a pixel together. With room of its own, so that each thread needs its own.
 */
public final class Pooling {
    private final int channels;
    private final int height;
    private final int width;
    private final int low;
    private final int narrow;
    private final int size;
    private final float[] large;
    private final float[] small;
    private final float[] which;

    /**
     * @param height rows of the larger images
     * @param width columns of the larger images
     * @param size rows and columns of a square; rows and columns beyond the last whole one are left out
     */
    public Pooling(int channels, int height, int width, int size) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.size = size;
        low = height / size;
        narrow = width / size;
        large = new float[channels * height * width];
        small = new float[channels * low * narrow];
        which = new float[small.length];
    }

    /**
     * @param images [count, height, width, channels]
     * @param largest receives each square's largest number, of equal ones the first
     * @param places of the same shape, receives which of its square's pixels that is, row by row
     */
    public void largest(MemorySegment images, MemorySegment largest, MemorySegment places, int count) {
        for (int image = 0; image < count; image++) {
            get(images, image, large);
            int at = 0;
            for (int row = 0; row < low; row++) {
                for (int column = 0; column < narrow; column++) {
                    for (int channel = 0; channel < channels; channel++) {
                        largestOf(((row * width + column) * size) * channels + channel, at++);
                    }
                }
            }
            set(small, largest, image);
            set(which, places, image);
        }
    }

    private void largestOf(int from, int to) {
        float most = large[from];
        int place = 0;
        for (int k = 1; k < size * size; k++) {
            float number = large[from + offset(k)];
            // As in PyTorch, what is no number comes out.
            if (number > most || Float.isNaN(number)) {
                most = number;
                place = k;
            }
        }
        small[to] = most;
        which[to] = place;
    }

    private int offset(int place) {
        return (place / size * width + place % size) * channels;
    }

    /**
     * The way back: each delta to the pixel that was the largest, 0 to all others.
     *
     * @param deltas [count, low, narrow, channels]
     * @param places as {@link #largest} has left them
     * @param below [count, height, width, channels], which is written
     */
    public void back(MemorySegment deltas, MemorySegment places, MemorySegment below, int count) {
        for (int image = 0; image < count; image++) {
            get(deltas, image, small);
            get(places, image, which);
            Arrays.fill(large, 0);
            int at = 0;
            for (int row = 0; row < low; row++) {
                for (int column = 0; column < narrow; column++) {
                    for (int channel = 0; channel < channels; channel++) {
                        int from = (row * width + column) * size * channels + channel;
                        large[from + offset((int) which[at])] = small[at];
                        at++;
                    }
                }
            }
            set(large, below, image);
        }
    }

    /**
     * Larger images of smaller ones, each pixel the nearest: PyTorch's {@code nn.Upsample(mode="nearest")}.
     *
     * @param images [count, low, narrow, channels]
     * @param enlarged [count, height, width, channels], which is written
     */
    public void enlarge(MemorySegment images, MemorySegment enlarged, int count) {
        for (int image = 0; image < count; image++) {
            get(images, image, small);
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    int from = nearest(row, column);
                    System.arraycopy(small, from, large, (row * width + column) * channels, channels);
                }
            }
            set(large, enlarged, image);
        }
    }

    /** The way back of {@link #enlarge}: the sum of all deltas of pixels that have come from one. */
    public void reduce(MemorySegment deltas, MemorySegment below, int count) {
        for (int image = 0; image < count; image++) {
            get(deltas, image, large);
            Arrays.fill(small, 0);
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    int to = nearest(row, column);
                    int from = (row * width + column) * channels;
                    for (int channel = 0; channel < channels; channel++) {
                        small[to + channel] += large[from + channel];
                    }
                }
            }
            set(small, below, image);
        }
    }

    private int nearest(int row, int column) {
        return (nearest(row, low, height) * narrow + nearest(column, narrow, width)) * channels;
    }

    /** PyTorch's formula, in float32 as it has it. */
    private static int nearest(int place, int from, int to) {
        return Math.min((int) (place * ((float) from / to)), from - 1);
    }

    private static void get(MemorySegment from, int image, float[] numbers) {
        MemorySegment.copy(from, JAVA_FLOAT, (long) Float.BYTES * image * numbers.length, numbers, 0, numbers.length);
    }

    private static void set(float[] numbers, MemorySegment to, int image) {
        MemorySegment.copy(numbers, 0, to, JAVA_FLOAT, (long) Float.BYTES * image * numbers.length, numbers.length);
    }
}
