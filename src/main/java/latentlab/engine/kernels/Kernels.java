package latentlab.engine.kernels;

import java.lang.foreign.MemorySegment;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Optimiser;
import latentlab.natives.VectorApi;

/**
 * The element-wise half of a training step, on ND4J's own buffers; the matrix products are BLAS's. All matrices are
 * float32, column-major, one image a column: pixels [inputs, batch], units [units, batch].
 */
public interface Kernels {
    /**
     * A sigmoid goes down to 1e-38. Of a unit or a pixel that stays black for ever its product with a weight, its
     * square in a delta and the product of both in a gradient would be denormal, below 2^-126, where a multiplication
     * takes a hundred times as long: at a rate of 0.1 an epoch took nearly three times its time. To add a power of two
     * and take it away again leaves whole steps of 2^-23 of it, and all larger numbers as they are. To a float32 sum
     * these steps are nothing.
     */
    float SETTLED = 0x1p-23f;

    /** The fastest there is on this JVM: the Vector API where its module is present, else {@link PlainKernels}. */
    static Kernels fastest() {
        return VectorApi.present() ? VectorKernels.create() : new PlainKernels();
    }

    /** Numbers they take at a time. */
    int lanes();

    /** @return as fast ones that may be used at the same time as these */
    Kernels forAnotherThread();

    /**
     * images[i] = pixels[from + i] / 255, for {@code length} unsigned bytes, written from {@code at} (in floats) on.
     */
    void unpack(byte[] pixels, int from, MemorySegment images, long at, int length);

    /** z = activation(z + bias) for every column of z [rows, columns]. */
    void activate(Activation activation, MemorySegment z, MemorySegment bias, int rows, int columns);

    /**
     * Rounds h to whole steps of 2^-46, zero among them; see {@link #SETTLED}. For a sigmoid's outputs, before they are
     * multiplied by anything.
     */
    void settle(MemorySegment h, int length);

    /**
     * The output layer's activation, loss and delta in one pass. On entry z holds the decoder's products, on return
     * scale * dloss/dz; its sums over the batch are written to biasGradient [rows].
     *
     * @param loss summed over elements, before {@link Loss#elements}
     * @return sum of the loss over all elements
     */
    double outputDelta(
            Loss loss,
            Activation output,
            MemorySegment z,
            MemorySegment bias,
            MemorySegment x,
            MemorySegment biasGradient,
            int rows,
            int columns,
            float scale);

    /** @return sum of the loss over all elements; z is left as output(z + bias) */
    double loss(
            Loss loss, Activation output, MemorySegment z, MemorySegment bias, MemorySegment x, int rows, int columns);

    /** delta = delta * slope(h); its sums over the batch are written to biasGradient [rows]. */
    void hiddenDelta(
            Activation activation,
            MemorySegment delta,
            MemorySegment h,
            MemorySegment biasGradient,
            int rows,
            int columns);

    /** delta += scale * sign(h): the gradient of an L1 penalty on h. */
    void addSign(MemorySegment delta, MemorySegment h, int length, float scale);

    /** sum += addend. */
    void add(MemorySegment sum, MemorySegment addend, int length);

    /** gradient += decay * parameters: the gradient of an L2 penalty. */
    void addDecay(MemorySegment gradient, MemorySegment parameters, int length, float decay);

    /** @return sum of the squares */
    double squaredNorm(MemorySegment array, int length);

    /** array = factor * array. */
    void scale(MemorySegment array, int length, float factor);

    /**
     * One step of an optimiser, see {@link Optimiser}: parameters, its two arrays of memory, and the numbers of this
     * step.
     */
    void step(
            Optimiser optimiser,
            MemorySegment parameters,
            MemorySegment gradient,
            MemorySegment first,
            MemorySegment second,
            int length,
            StepNumbers numbers);
}
