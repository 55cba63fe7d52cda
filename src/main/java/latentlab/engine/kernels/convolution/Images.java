package latentlab.engine.kernels.convolution;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;

/**
 * Room for some images as their kernels meet them: with a border of zeros, so that each row of a kernel is one run of
 * numbers. Images of few channels are unfolded, all numbers of a place of the kernel one after the other, since runs of
 * three numbers would be all beginning and end.
 */
final class Images {
    /** Numbers of a run up to which images are unfolded. */
    private static final int SHORT = 12;

    private static final int LANES = PixelProducts.LANES;

    private final ConvolutionShape shape;
    private final boolean unfolds;
    private final int wide;
    /** Numbers of an image with its border. */
    private final int bordered;
    /** Of the image that is being unfolded, or of all images. */
    private final float[] room;

    private final float[] unfolded;
    private final float[] row;

    /** @param slack numbers behind the last run that may be read */
    Images(ConvolutionShape shape, int slack) {
        this.shape = shape;
        wide = shape.width() + 2 * shape.padding();
        bordered = (shape.height() + 2 * shape.padding()) * wide * shape.channels();
        unfolds = shape.kernel() * shape.channels() < SHORT;
        row = new float[shape.width()];
        int many = VectorConvolution.together(size());
        int more = Math.max(slack, LANES);
        room = new float[bordered * (unfolds ? 1 : many) + more];
        unfolded = unfolds ? new float[size() * many + more] : room;
    }

    /** Numbers an image takes up. */
    int size() {
        return unfolds ? shape.outHeight() * shape.outWidth() * shape.window() : bordered;
    }

    /** Where all images are. */
    float[] numbers() {
        return unfolded;
    }

    int runs() {
        return unfolds ? 1 : shape.kernel();
    }

    int runStride() {
        return wide * shape.channels();
    }

    int runLength() {
        return unfolds ? shape.window() : shape.kernel() * shape.channels();
    }

    /** Where the first run of each place of the kernel starts. */
    int[] starts() {
        int[] starts = new int[shape.outHeight() * shape.outWidth()];
        for (int p = 0; p < starts.length; p++) {
            starts[p] = unfolds ? p * shape.window() : start(p);
        }
        return starts;
    }

    private int start(int place) {
        int y = place / shape.outWidth();
        int x = place % shape.outWidth();
        return (y * wide + x) * shape.stride() * shape.channels();
    }

    /** @param from which of the images is the first to be taken */
    void take(MemorySegment images, int from, int count) {
        for (int i = 0; i < count; i++) {
            border(images, (long) (from + i) * shape.imageSize(), unfolds ? 0 : i * bordered);
            if (unfolds) {
                unfold(i * size());
            }
        }
    }

    private void border(MemorySegment images, long from, int to) {
        int channels = shape.channels();
        int width = shape.width();
        int height = shape.height();
        int start = to + (wide + 1) * shape.padding() * channels;
        for (int y = 0; y < height; y++) {
            int at = start + y * wide * channels;
            if (!shape.planar() || channels == 1) {
                int length = width * channels;
                MemorySegment.copy(images, JAVA_FLOAT, Float.BYTES * (from + (long) y * length), room, at, length);
            } else {
                for (int channel = 0; channel < channels; channel++) {
                    long plane = from + (long) (channel * height + y) * width;
                    MemorySegment.copy(images, JAVA_FLOAT, Float.BYTES * plane, row, 0, width);
                    for (int x = 0; x < width; x++) {
                        room[at + x * channels + channel] = row[x];
                    }
                }
            }
        }
    }

    private void unfold(int to) {
        int length = shape.kernel() * shape.channels();
        int step = shape.stride() * shape.channels();
        int at = to;
        for (int y = 0; y < shape.outHeight(); y++) {
            int top = y * shape.stride() * wide * shape.channels();
            for (int x = 0; x < shape.outWidth(); x++) {
                for (int i = 0; i < shape.kernel(); i++) {
                    int from = top + i * wide * shape.channels() + x * step;
                    // By whole vectors: what is too much, the next run is written over.
                    for (int j = 0; j < length; j += LANES) {
                        FloatVector.fromArray(PixelProducts.FLOATS, room, from + j)
                                .intoArray(unfolded, at + j);
                    }
                    at += length;
                }
            }
        }
    }
}
