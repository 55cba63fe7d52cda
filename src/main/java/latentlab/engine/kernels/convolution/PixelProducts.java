package latentlab.engine.kernels.convolution;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of {@link VectorConvolution}, with their sums in the processor's registers, written out since the
 * just-in-time compiler keeps no array of vectors there. Single numbers come from Java arrays, where it folds a load
 * into a broadcast and leaves the check of an index out of the loop; from a memory segment they were ten times as slow.
 */
final class PixelProducts {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final int LANES = FLOATS.length();
    /** Pixels at a time. */
    static final int PIXELS = 8;

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    /**
     * Vectors are as short as this where there is no multiplication and addition in one, which Java would then imitate.
     */
    private static final int UNFUSED = 4;

    private PixelProducts() {}

    /**
     * Two vectors of columns of all pixels, eight pixels at a time; where there are fewer left, the last one several
     * times.
     *
     * @param in the room of a {@link Gather}
     * @param starts of each pixel's first run
     * @param outs where each pixel's columns go, counted from {@code outAt}
     * @param weights packed [depth, two vectors], from {@code weightsAt} (in bytes) on
     */
    static void two(
            float[] in,
            int[] starts,
            int[] outs,
            int pixels,
            Gather gather,
            MemorySegment weights,
            long weightsAt,
            MemorySegment out,
            long outAt) {
        int runs = gather.runs();
        int runLength = gather.runLength();
        int runStride = gather.runStride();
        int last = pixels - 1;
        for (int p = 0; p < pixels; p += PIXELS) {
            int s0 = starts[p];
            int s1 = starts[Math.min(p + 1, last)];
            int s2 = starts[Math.min(p + 2, last)];
            int s3 = starts[Math.min(p + 3, last)];
            int s4 = starts[Math.min(p + 4, last)];
            int s5 = starts[Math.min(p + 5, last)];
            int s6 = starts[Math.min(p + 6, last)];
            int s7 = starts[Math.min(p + 7, last)];
            FloatVector a0 = FloatVector.zero(FLOATS);
            FloatVector a1 = FloatVector.zero(FLOATS);
            FloatVector a2 = FloatVector.zero(FLOATS);
            FloatVector a3 = FloatVector.zero(FLOATS);
            FloatVector a4 = FloatVector.zero(FLOATS);
            FloatVector a5 = FloatVector.zero(FLOATS);
            FloatVector a6 = FloatVector.zero(FLOATS);
            FloatVector a7 = FloatVector.zero(FLOATS);
            FloatVector b0 = FloatVector.zero(FLOATS);
            FloatVector b1 = FloatVector.zero(FLOATS);
            FloatVector b2 = FloatVector.zero(FLOATS);
            FloatVector b3 = FloatVector.zero(FLOATS);
            FloatVector b4 = FloatVector.zero(FLOATS);
            FloatVector b5 = FloatVector.zero(FLOATS);
            FloatVector b6 = FloatVector.zero(FLOATS);
            FloatVector b7 = FloatVector.zero(FLOATS);
            for (int run = 0; run < runs; run++) {
                long runAt = weightsAt + 8L * LANES * run * runLength;
                for (int j = 0; j < runLength; j++) {
                    long at = runAt + 8L * LANES * j;
                    FloatVector v = load(weights, at);
                    FloatVector w = load(weights, at + 4L * LANES);
                    FloatVector x = FloatVector.broadcast(FLOATS, in[s0 + j]);
                    a0 = multiplyAdd(x, v, a0);
                    b0 = multiplyAdd(x, w, b0);
                    x = FloatVector.broadcast(FLOATS, in[s1 + j]);
                    a1 = multiplyAdd(x, v, a1);
                    b1 = multiplyAdd(x, w, b1);
                    x = FloatVector.broadcast(FLOATS, in[s2 + j]);
                    a2 = multiplyAdd(x, v, a2);
                    b2 = multiplyAdd(x, w, b2);
                    x = FloatVector.broadcast(FLOATS, in[s3 + j]);
                    a3 = multiplyAdd(x, v, a3);
                    b3 = multiplyAdd(x, w, b3);
                    x = FloatVector.broadcast(FLOATS, in[s4 + j]);
                    a4 = multiplyAdd(x, v, a4);
                    b4 = multiplyAdd(x, w, b4);
                    x = FloatVector.broadcast(FLOATS, in[s5 + j]);
                    a5 = multiplyAdd(x, v, a5);
                    b5 = multiplyAdd(x, w, b5);
                    x = FloatVector.broadcast(FLOATS, in[s6 + j]);
                    a6 = multiplyAdd(x, v, a6);
                    b6 = multiplyAdd(x, w, b6);
                    x = FloatVector.broadcast(FLOATS, in[s7 + j]);
                    a7 = multiplyAdd(x, v, a7);
                    b7 = multiplyAdd(x, w, b7);
                }
                s0 += runStride;
                s1 += runStride;
                s2 += runStride;
                s3 += runStride;
                s4 += runStride;
                s5 += runStride;
                s6 += runStride;
                s7 += runStride;
            }
            long o0 = outAt + 4L * outs[p];
            a0.intoMemorySegment(out, o0, ORDER);
            b0.intoMemorySegment(out, o0 + 4L * LANES, ORDER);
            long o1 = outAt + 4L * outs[Math.min(p + 1, last)];
            a1.intoMemorySegment(out, o1, ORDER);
            b1.intoMemorySegment(out, o1 + 4L * LANES, ORDER);
            long o2 = outAt + 4L * outs[Math.min(p + 2, last)];
            a2.intoMemorySegment(out, o2, ORDER);
            b2.intoMemorySegment(out, o2 + 4L * LANES, ORDER);
            long o3 = outAt + 4L * outs[Math.min(p + 3, last)];
            a3.intoMemorySegment(out, o3, ORDER);
            b3.intoMemorySegment(out, o3 + 4L * LANES, ORDER);
            long o4 = outAt + 4L * outs[Math.min(p + 4, last)];
            a4.intoMemorySegment(out, o4, ORDER);
            b4.intoMemorySegment(out, o4 + 4L * LANES, ORDER);
            long o5 = outAt + 4L * outs[Math.min(p + 5, last)];
            a5.intoMemorySegment(out, o5, ORDER);
            b5.intoMemorySegment(out, o5 + 4L * LANES, ORDER);
            long o6 = outAt + 4L * outs[Math.min(p + 6, last)];
            a6.intoMemorySegment(out, o6, ORDER);
            b6.intoMemorySegment(out, o6 + 4L * LANES, ORDER);
            long o7 = outAt + 4L * outs[Math.min(p + 7, last)];
            a7.intoMemorySegment(out, o7, ORDER);
            b7.intoMemorySegment(out, o7 + 4L * LANES, ORDER);
        }
    }

    /** One vector of columns of all pixels; otherwise as {@link #two}. */
    static void one(
            float[] in,
            int[] starts,
            int[] outs,
            int pixels,
            Gather gather,
            MemorySegment weights,
            long weightsAt,
            MemorySegment out,
            long outAt) {
        int runs = gather.runs();
        int runLength = gather.runLength();
        int runStride = gather.runStride();
        int last = pixels - 1;
        for (int p = 0; p < pixels; p += PIXELS) {
            int s0 = starts[p];
            int s1 = starts[Math.min(p + 1, last)];
            int s2 = starts[Math.min(p + 2, last)];
            int s3 = starts[Math.min(p + 3, last)];
            int s4 = starts[Math.min(p + 4, last)];
            int s5 = starts[Math.min(p + 5, last)];
            int s6 = starts[Math.min(p + 6, last)];
            int s7 = starts[Math.min(p + 7, last)];
            FloatVector a0 = FloatVector.zero(FLOATS);
            FloatVector a1 = FloatVector.zero(FLOATS);
            FloatVector a2 = FloatVector.zero(FLOATS);
            FloatVector a3 = FloatVector.zero(FLOATS);
            FloatVector a4 = FloatVector.zero(FLOATS);
            FloatVector a5 = FloatVector.zero(FLOATS);
            FloatVector a6 = FloatVector.zero(FLOATS);
            FloatVector a7 = FloatVector.zero(FLOATS);
            for (int run = 0; run < runs; run++) {
                long runAt = weightsAt + 4L * LANES * run * runLength;
                for (int j = 0; j < runLength; j++) {
                    long at = runAt + 4L * LANES * j;
                    FloatVector v = load(weights, at);
                    FloatVector x = FloatVector.broadcast(FLOATS, in[s0 + j]);
                    a0 = multiplyAdd(x, v, a0);
                    x = FloatVector.broadcast(FLOATS, in[s1 + j]);
                    a1 = multiplyAdd(x, v, a1);
                    x = FloatVector.broadcast(FLOATS, in[s2 + j]);
                    a2 = multiplyAdd(x, v, a2);
                    x = FloatVector.broadcast(FLOATS, in[s3 + j]);
                    a3 = multiplyAdd(x, v, a3);
                    x = FloatVector.broadcast(FLOATS, in[s4 + j]);
                    a4 = multiplyAdd(x, v, a4);
                    x = FloatVector.broadcast(FLOATS, in[s5 + j]);
                    a5 = multiplyAdd(x, v, a5);
                    x = FloatVector.broadcast(FLOATS, in[s6 + j]);
                    a6 = multiplyAdd(x, v, a6);
                    x = FloatVector.broadcast(FLOATS, in[s7 + j]);
                    a7 = multiplyAdd(x, v, a7);
                }
                s0 += runStride;
                s1 += runStride;
                s2 += runStride;
                s3 += runStride;
                s4 += runStride;
                s5 += runStride;
                s6 += runStride;
                s7 += runStride;
            }
            long o0 = outAt + 4L * outs[p];
            a0.intoMemorySegment(out, o0, ORDER);
            long o1 = outAt + 4L * outs[Math.min(p + 1, last)];
            a1.intoMemorySegment(out, o1, ORDER);
            long o2 = outAt + 4L * outs[Math.min(p + 2, last)];
            a2.intoMemorySegment(out, o2, ORDER);
            long o3 = outAt + 4L * outs[Math.min(p + 3, last)];
            a3.intoMemorySegment(out, o3, ORDER);
            long o4 = outAt + 4L * outs[Math.min(p + 4, last)];
            a4.intoMemorySegment(out, o4, ORDER);
            long o5 = outAt + 4L * outs[Math.min(p + 5, last)];
            a5.intoMemorySegment(out, o5, ORDER);
            long o6 = outAt + 4L * outs[Math.min(p + 6, last)];
            a6.intoMemorySegment(out, o6, ORDER);
            long o7 = outAt + 4L * outs[Math.min(p + 7, last)];
            a7.intoMemorySegment(out, o7, ORDER);
        }
    }

    private static FloatVector multiplyAdd(FloatVector x, FloatVector w, FloatVector sum) {
        return LANES > UNFUSED ? x.fma(w, sum) : x.mul(w).add(sum);
    }

    private static FloatVector load(MemorySegment array, long at) {
        return FloatVector.fromMemorySegment(FLOATS, array, at, ORDER);
    }
}
