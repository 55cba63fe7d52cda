package latentlab.engine.kernels.convolution;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/** {@link Convolution#forward} by the Vector API. */
final class MapsFromImages {
    private final ConvolutionShape shape;
    private final Images images;
    private final int many;
    private final Gathering gathering;
    private final float[] weights;
    private final int pixels;
    private final int filters;
    /** Filters of a pixel in the room, whole vectors; as many as there are where these are whole vectors. */
    private final int padded;
    /** Where maps are computed, if their filters are no whole vectors. */
    private final MemorySegment room;

    private final float[] ragged;

    MapsFromImages(ConvolutionShape shape) {
        this.shape = shape;
        filters = shape.filters();
        padded = VectorConvolution.vectors(filters);
        pixels = shape.outHeight() * shape.outWidth();
        images = new Images(shape, 0);
        many = VectorConvolution.together(images.size());
        weights = new float[shape.weights()];
        int[] outs = IntStream.range(0, pixels).map(p -> p * padded).toArray();
        gathering = new Gathering(Gather.maps(shape, images), many, images.size(), outs, pixels * padded);
        boolean whole = padded == filters;
        room = whole ? null : Arena.ofAuto().allocate((long) Float.BYTES * many * pixels * padded, 64);
        ragged = whole ? null : new float[many * pixels * padded];
    }

    void compute(MemorySegment from, MemorySegment weight, MemorySegment maps, int count) {
        MemorySegment.copy(weight, JAVA_FLOAT, 0, weights, 0, weights.length);
        gathering.pack(weights);
        for (int first = 0; first < count; first += many) {
            int now = Math.min(many, count - first);
            images.take(from, first, now);
            long at = (long) Float.BYTES * first * shape.mapSize();
            if (room == null) {
                gathering.compute(images.numbers(), now, maps, at);
            } else {
                gathering.compute(images.numbers(), now, room, 0);
                MemorySegment.copy(room, JAVA_FLOAT, 0, ragged, 0, now * pixels * padded);
                for (int p = 1; p < now * pixels; p++) {
                    System.arraycopy(ragged, p * padded, ragged, p * filters, filters);
                }
                MemorySegment.copy(ragged, 0, maps, JAVA_FLOAT, at, now * pixels * filters);
            }
        }
    }
}
