package latentlab.engine.kernels.convolution;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A {@link Gather} at work, with its weights in the order in which they are needed. */
final class Gathering {
    private static final int LANES = PixelProducts.LANES;
    /** Eight pixels by two vectors need more registers than shorter vectors have. */
    private static final int WIDE = LANES >= 16 ? 2 * LANES : LANES;

    private final Gather gather;
    private final int[] starts;
    private final int[] outs;
    private final int columns;
    private final float[] packed;
    private final MemorySegment weights;

    /**
     * @param many images at most at a time
     * @param inSize numbers of an image in the room
     * @param outs where each pixel's columns go, of which there are whole vectors
     * @param outSize numbers from image to image there
     */
    Gathering(Gather gather, int many, int inSize, int[] outs, int outSize) {
        this.gather = gather;
        starts = VectorConvolution.repeated(gather.in(), many, inSize);
        this.outs = VectorConvolution.repeated(outs, many, outSize);
        columns = VectorConvolution.vectors(gather.columns());
        packed = new float[gather.depth() * columns];
        weights = Arena.ofAuto().allocate((long) Float.BYTES * packed.length + 1, (long) Float.BYTES * LANES);
    }

    /** Takes the weights, for as many images as there are. */
    void pack(float[] all) {
        int[] places = gather.weights();
        int real = gather.columns();
        int depth = gather.depth();
        for (int first = 0; first < columns; first += WIDE) {
            int width = Math.min(WIDE, columns - first);
            int used = Math.min(width, real - first);
            for (int k = 0; k < depth; k++) {
                int to = first * depth + k * width;
                int from = k * real + first;
                for (int c = 0; c < used; c++) {
                    packed[to + c] = all[places[from + c]];
                }
            }
        }
        MemorySegment.copy(packed, 0, weights, JAVA_FLOAT, 0, packed.length);
    }

    /**
     * @param in the room
     * @param count images in it
     * @param outAt where the first image goes, in bytes
     */
    void compute(float[] in, int count, MemorySegment out, long outAt) {
        int pixels = gather.in().length * count;
        for (int first = 0; first < columns; first += WIDE) {
            long weightsAt = (long) Float.BYTES * first * gather.depth();
            long to = outAt + (long) Float.BYTES * first;
            if (columns - first >= 2 * LANES && WIDE == 2 * LANES) {
                PixelProducts.two(in, starts, outs, pixels, gather, weights, weightsAt, out, to);
            } else {
                PixelProducts.one(in, starts, outs, pixels, gather, weights, weightsAt, out, to);
            }
        }
    }
}
