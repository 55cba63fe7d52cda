package latentlab.engine.kernels.convolution;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of gradients of {@link VectorConvolution}, as those of {@link PixelProducts} are.
 */
final class GradientProducts {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final int LANES = FLOATS.length();
    /** Weights at a time. */
    static final int WEIGHTS = 12;

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    /**
     * Vectors are as short as this where there is no multiplication and addition in one, which Java would then imitate.
     */
    private static final int UNFUSED = 4;

    private GradientProducts() {}

    /**
     * Adds up, for twelve weights of two vectors of filters, the products of what the weights meet with the maps.
     *
     * @param in the room of {@link Images}
     * @param starts of each pixel's first run
     * @param offset from there to what the first of the weights meets
     * @param maps with the filters of a pixel together, from {@code mapsAt} (in bytes) on
     * @param mapStride numbers from pixel to pixel
     * @param sums [12, two vectors] from {@code sumsAt} on, which the sums are added to
     */
    static void two(
            float[] in,
            int[] starts,
            int pixels,
            int offset,
            MemorySegment maps,
            long mapsAt,
            int mapStride,
            float[] sums,
            int sumsAt) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector a4 = FloatVector.zero(FLOATS);
        FloatVector a5 = FloatVector.zero(FLOATS);
        FloatVector a6 = FloatVector.zero(FLOATS);
        FloatVector a7 = FloatVector.zero(FLOATS);
        FloatVector a8 = FloatVector.zero(FLOATS);
        FloatVector a9 = FloatVector.zero(FLOATS);
        FloatVector a10 = FloatVector.zero(FLOATS);
        FloatVector a11 = FloatVector.zero(FLOATS);
        FloatVector b0 = FloatVector.zero(FLOATS);
        FloatVector b1 = FloatVector.zero(FLOATS);
        FloatVector b2 = FloatVector.zero(FLOATS);
        FloatVector b3 = FloatVector.zero(FLOATS);
        FloatVector b4 = FloatVector.zero(FLOATS);
        FloatVector b5 = FloatVector.zero(FLOATS);
        FloatVector b6 = FloatVector.zero(FLOATS);
        FloatVector b7 = FloatVector.zero(FLOATS);
        FloatVector b8 = FloatVector.zero(FLOATS);
        FloatVector b9 = FloatVector.zero(FLOATS);
        FloatVector b10 = FloatVector.zero(FLOATS);
        FloatVector b11 = FloatVector.zero(FLOATS);
        for (int p = 0; p < pixels; p++) {
            int s = starts[p] + offset;
            long at = mapsAt + 4L * p * mapStride;
            FloatVector v = load(maps, at);
            FloatVector w = load(maps, at + 4L * LANES);
            FloatVector x = FloatVector.broadcast(FLOATS, in[s]);
            a0 = multiplyAdd(x, v, a0);
            b0 = multiplyAdd(x, w, b0);
            x = FloatVector.broadcast(FLOATS, in[s + 1]);
            a1 = multiplyAdd(x, v, a1);
            b1 = multiplyAdd(x, w, b1);
            x = FloatVector.broadcast(FLOATS, in[s + 2]);
            a2 = multiplyAdd(x, v, a2);
            b2 = multiplyAdd(x, w, b2);
            x = FloatVector.broadcast(FLOATS, in[s + 3]);
            a3 = multiplyAdd(x, v, a3);
            b3 = multiplyAdd(x, w, b3);
            x = FloatVector.broadcast(FLOATS, in[s + 4]);
            a4 = multiplyAdd(x, v, a4);
            b4 = multiplyAdd(x, w, b4);
            x = FloatVector.broadcast(FLOATS, in[s + 5]);
            a5 = multiplyAdd(x, v, a5);
            b5 = multiplyAdd(x, w, b5);
            x = FloatVector.broadcast(FLOATS, in[s + 6]);
            a6 = multiplyAdd(x, v, a6);
            b6 = multiplyAdd(x, w, b6);
            x = FloatVector.broadcast(FLOATS, in[s + 7]);
            a7 = multiplyAdd(x, v, a7);
            b7 = multiplyAdd(x, w, b7);
            x = FloatVector.broadcast(FLOATS, in[s + 8]);
            a8 = multiplyAdd(x, v, a8);
            b8 = multiplyAdd(x, w, b8);
            x = FloatVector.broadcast(FLOATS, in[s + 9]);
            a9 = multiplyAdd(x, v, a9);
            b9 = multiplyAdd(x, w, b9);
            x = FloatVector.broadcast(FLOATS, in[s + 10]);
            a10 = multiplyAdd(x, v, a10);
            b10 = multiplyAdd(x, w, b10);
            x = FloatVector.broadcast(FLOATS, in[s + 11]);
            a11 = multiplyAdd(x, v, a11);
            b11 = multiplyAdd(x, w, b11);
        }
        int at = sumsAt;
        FloatVector.fromArray(FLOATS, sums, at).add(a0).intoArray(sums, at);
        FloatVector.fromArray(FLOATS, sums, at + LANES).add(b0).intoArray(sums, at + LANES);
        FloatVector.fromArray(FLOATS, sums, at + 2 * LANES).add(a1).intoArray(sums, at + 2 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 3 * LANES).add(b1).intoArray(sums, at + 3 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 4 * LANES).add(a2).intoArray(sums, at + 4 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 5 * LANES).add(b2).intoArray(sums, at + 5 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 6 * LANES).add(a3).intoArray(sums, at + 6 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 7 * LANES).add(b3).intoArray(sums, at + 7 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 8 * LANES).add(a4).intoArray(sums, at + 8 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 9 * LANES).add(b4).intoArray(sums, at + 9 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 10 * LANES).add(a5).intoArray(sums, at + 10 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 11 * LANES).add(b5).intoArray(sums, at + 11 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 12 * LANES).add(a6).intoArray(sums, at + 12 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 13 * LANES).add(b6).intoArray(sums, at + 13 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 14 * LANES).add(a7).intoArray(sums, at + 14 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 15 * LANES).add(b7).intoArray(sums, at + 15 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 16 * LANES).add(a8).intoArray(sums, at + 16 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 17 * LANES).add(b8).intoArray(sums, at + 17 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 18 * LANES).add(a9).intoArray(sums, at + 18 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 19 * LANES).add(b9).intoArray(sums, at + 19 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 20 * LANES).add(a10).intoArray(sums, at + 20 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 21 * LANES).add(b10).intoArray(sums, at + 21 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 22 * LANES).add(a11).intoArray(sums, at + 22 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 23 * LANES).add(b11).intoArray(sums, at + 23 * LANES);
    }

    /** The same for one vector of filters. */
    static void one(
            float[] in,
            int[] starts,
            int pixels,
            int offset,
            MemorySegment maps,
            long mapsAt,
            int mapStride,
            float[] sums,
            int sumsAt) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector a4 = FloatVector.zero(FLOATS);
        FloatVector a5 = FloatVector.zero(FLOATS);
        FloatVector a6 = FloatVector.zero(FLOATS);
        FloatVector a7 = FloatVector.zero(FLOATS);
        FloatVector a8 = FloatVector.zero(FLOATS);
        FloatVector a9 = FloatVector.zero(FLOATS);
        FloatVector a10 = FloatVector.zero(FLOATS);
        FloatVector a11 = FloatVector.zero(FLOATS);
        for (int p = 0; p < pixels; p++) {
            int s = starts[p] + offset;
            long at = mapsAt + 4L * p * mapStride;
            FloatVector v = load(maps, at);
            FloatVector x = FloatVector.broadcast(FLOATS, in[s]);
            a0 = multiplyAdd(x, v, a0);
            x = FloatVector.broadcast(FLOATS, in[s + 1]);
            a1 = multiplyAdd(x, v, a1);
            x = FloatVector.broadcast(FLOATS, in[s + 2]);
            a2 = multiplyAdd(x, v, a2);
            x = FloatVector.broadcast(FLOATS, in[s + 3]);
            a3 = multiplyAdd(x, v, a3);
            x = FloatVector.broadcast(FLOATS, in[s + 4]);
            a4 = multiplyAdd(x, v, a4);
            x = FloatVector.broadcast(FLOATS, in[s + 5]);
            a5 = multiplyAdd(x, v, a5);
            x = FloatVector.broadcast(FLOATS, in[s + 6]);
            a6 = multiplyAdd(x, v, a6);
            x = FloatVector.broadcast(FLOATS, in[s + 7]);
            a7 = multiplyAdd(x, v, a7);
            x = FloatVector.broadcast(FLOATS, in[s + 8]);
            a8 = multiplyAdd(x, v, a8);
            x = FloatVector.broadcast(FLOATS, in[s + 9]);
            a9 = multiplyAdd(x, v, a9);
            x = FloatVector.broadcast(FLOATS, in[s + 10]);
            a10 = multiplyAdd(x, v, a10);
            x = FloatVector.broadcast(FLOATS, in[s + 11]);
            a11 = multiplyAdd(x, v, a11);
        }
        int at = sumsAt;
        FloatVector.fromArray(FLOATS, sums, at).add(a0).intoArray(sums, at);
        FloatVector.fromArray(FLOATS, sums, at + LANES).add(a1).intoArray(sums, at + LANES);
        FloatVector.fromArray(FLOATS, sums, at + 2 * LANES).add(a2).intoArray(sums, at + 2 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 3 * LANES).add(a3).intoArray(sums, at + 3 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 4 * LANES).add(a4).intoArray(sums, at + 4 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 5 * LANES).add(a5).intoArray(sums, at + 5 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 6 * LANES).add(a6).intoArray(sums, at + 6 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 7 * LANES).add(a7).intoArray(sums, at + 7 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 8 * LANES).add(a8).intoArray(sums, at + 8 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 9 * LANES).add(a9).intoArray(sums, at + 9 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 10 * LANES).add(a10).intoArray(sums, at + 10 * LANES);
        FloatVector.fromArray(FLOATS, sums, at + 11 * LANES).add(a11).intoArray(sums, at + 11 * LANES);
    }

    private static FloatVector multiplyAdd(FloatVector x, FloatVector w, FloatVector sum) {
        return LANES > UNFUSED ? x.fma(w, sum) : x.mul(w).add(sum);
    }

    private static FloatVector load(MemorySegment array, long at) {
        return FloatVector.fromMemorySegment(FLOATS, array, at, ORDER);
    }
}
