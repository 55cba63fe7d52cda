package latentlab.engine.kernels.convolution;

import java.lang.foreign.MemorySegment;
import latentlab.natives.VectorApi;

/**
 * A convolution's three sums of products, of float32 numbers in native memory: see {@link ConvolutionShape} for how
 * they lie there. It has no bias. With room of its own to compute in, so that each thread needs its own. Numbers are
 * added in the same order from call to call, and those of an image do not depend on the images beside it, but for a
 * gradient.
 */
public interface Convolution {
    /** The fastest there is on this JVM: the Vector API where its module is present, else {@link PlainConvolution}. */
    static Convolution fastest(ConvolutionShape shape) {
        return VectorApi.present() ? VectorConvolution.create(shape) : new PlainConvolution(shape);
    }

    /**
     * maps = weights * images: the way forward of a convolution, and of a transposed one the way back.
     *
     * @param images [count, image]
     * @param maps [count, map], which are written
     */
    void forward(MemorySegment images, MemorySegment weights, MemorySegment maps, int count);

    /**
     * images = weights' * maps: the way back of a convolution, and of a transposed one the way forward.
     *
     * @param maps [count, map]
     * @param images [count, image], which are written
     */
    void transposed(MemorySegment maps, MemorySegment weights, MemorySegment images, int count);

    /**
     * The gradient of the weights, summed over all images and pixels; its numbers are written.
     *
     * @param images [count, image]: what went in, or of a transposed convolution the delta of what came out
     * @param maps [count, map]: the delta of what came out, or of a transposed convolution what went in
     */
    void gradient(MemorySegment images, MemorySegment maps, MemorySegment gradient, int count);
}
