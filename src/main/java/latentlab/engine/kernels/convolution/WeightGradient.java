package latentlab.engine.kernels.convolution;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** {@link Convolution#gradient} by the Vector API. */
final class WeightGradient {
    private static final int LANES = GradientProducts.LANES;
    private static final int WEIGHTS = GradientProducts.WEIGHTS;
    /** Twelve weights by two vectors need more registers than shorter vectors have. */
    private static final int WIDE = LANES >= 16 ? 2 * LANES : LANES;

    private final ConvolutionShape shape;
    private final Images images;
    private final int many;
    private final int[] starts;
    private final int pixels;
    private final int filters;
    private final int padded;
    /** Maps whose filters are whole vectors, if they are not by themselves. */
    private final MemorySegment room;

    private final float[] ragged;
    private final float[] wholes;
    /**
     * For each run in twelves, which the last ones of a run may not fill, and each two vectors of filters: their sums.
     */
    private final float[] sums;

    private final float[] gradient;

    WeightGradient(ConvolutionShape shape) {
        this.shape = shape;
        filters = shape.filters();
        padded = VectorConvolution.vectors(filters);
        pixels = shape.outHeight() * shape.outWidth();
        images = new Images(shape, WEIGHTS);
        many = VectorConvolution.together(images.size());
        starts = VectorConvolution.repeated(images.starts(), many, images.size());
        boolean whole = padded == filters;
        room = whole ? null : Arena.ofAuto().allocate((long) Float.BYTES * many * pixels * padded, 64);
        ragged = whole ? null : new float[many * pixels * filters];
        wholes = whole ? null : new float[many * pixels * padded];
        sums = new float[images.runs() * Math.ceilDiv(images.runLength(), WEIGHTS) * WEIGHTS * padded];
        gradient = new float[shape.weights()];
    }

    void compute(MemorySegment from, MemorySegment maps, MemorySegment to, int count) {
        Arrays.fill(sums, 0);
        for (int first = 0; first < count; first += many) {
            int now = Math.min(many, count - first);
            images.take(from, first, now);
            long at = (long) Float.BYTES * first * shape.mapSize();
            if (room == null) {
                add(now * pixels, maps, at);
            } else {
                MemorySegment.copy(maps, JAVA_FLOAT, at, ragged, 0, now * pixels * filters);
                for (int p = 0; p < now * pixels; p++) {
                    System.arraycopy(ragged, p * filters, wholes, p * padded, filters);
                }
                MemorySegment.copy(wholes, 0, room, JAVA_FLOAT, 0, now * pixels * padded);
                add(now * pixels, room, 0);
            }
        }
        give();
        MemorySegment.copy(gradient, 0, to, JAVA_FLOAT, 0, gradient.length);
    }

    private void add(int places, MemorySegment maps, long mapsAt) {
        int sumsAt = 0;
        for (int run = 0; run < images.runs(); run++) {
            for (int j = 0; j < images.runLength(); j += WEIGHTS) {
                int offset = run * images.runStride() + j;
                for (int first = 0; first < padded; first += WIDE) {
                    long at = mapsAt + (long) Float.BYTES * first;
                    int width = Math.min(WIDE, padded - first);
                    if (width == 2 * LANES) {
                        GradientProducts.two(images.numbers(), starts, places, offset, maps, at, padded, sums, sumsAt);
                    } else {
                        GradientProducts.one(images.numbers(), starts, places, offset, maps, at, padded, sums, sumsAt);
                    }
                    sumsAt += WEIGHTS * width;
                }
            }
        }
    }

    private void give() {
        int sumsAt = 0;
        for (int run = 0; run < images.runs(); run++) {
            for (int j = 0; j < images.runLength(); j += WEIGHTS) {
                int weights = Math.min(WEIGHTS, images.runLength() - j);
                for (int first = 0; first < padded; first += WIDE) {
                    int width = Math.min(WIDE, padded - first);
                    for (int k = 0; k < weights; k++) {
                        int at = (run * images.runLength() + j + k) * filters + first;
                        System.arraycopy(sums, sumsAt + k * width, gradient, at, Math.min(width, filters - first));
                    }
                    sumsAt += WEIGHTS * width;
                }
            }
        }
    }
}
