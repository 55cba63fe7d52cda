package latentlab.engine;

import java.lang.foreign.MemorySegment;

/**
 * The element-wise half of a training step, on ND4J's own buffers; the matrix products are BLAS's. All matrices are float32,
 * column-major, one image a column: pixels [inputs, batch], latent [latent, batch].
 */
interface Kernels {
    /** The fastest there is on this JVM: the Vector API where its module is present, else {@link PlainKernels}. */
    static Kernels fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? VectorKernels.create()
                : new PlainKernels();
    }

    /** images[i] = pixels[from + i] / 255, for {@code length} unsigned bytes, written from {@code at} (in floats) on. */
    void unpack(byte[] pixels, int from, MemorySegment images, long at, int length);

    /** z = sigmoid(z + bias) for every column of z [rows, columns]. */
    void sigmoid(MemorySegment z, MemorySegment bias, int rows, int columns);

    /**
     * The output layer's activation, loss and delta in one pass. On entry z holds the decoder's products, on return
     * scale * (y - x) * y * (1 - y) with y = sigmoid(z + bias); its sums over the batch are written to biasGradient [rows].
     *
     * @return sum of (y - x)^2 over all elements
     */
    double outputDelta(
            MemorySegment z,
            MemorySegment bias,
            MemorySegment x,
            MemorySegment biasGradient,
            int rows,
            int columns,
            float scale);

    /** @return sum of (sigmoid(z + bias) - x)^2 over all elements; z is left as sigmoid(z + bias) */
    double squaredError(MemorySegment z, MemorySegment bias, MemorySegment x, int rows, int columns);

    /** delta = delta * h * (1 - h); its sums over the batch are written to biasGradient [rows]. */
    void hiddenDelta(MemorySegment delta, MemorySegment h, MemorySegment biasGradient, int rows, int columns);

    /**
     * One step of Adam (Kingma &amp; Ba 2015) as PyTorch does it, beta 0.9 and 0.999, epsilon 1e-8.
     *
     * @param mean running mean of the gradient
     * @param square running mean of its square
     * @param step rate / (1 - 0.9^t)
     * @param correction 1 / sqrt(1 - 0.999^t)
     */
    void adam(
            MemorySegment parameters,
            MemorySegment gradient,
            MemorySegment mean,
            MemorySegment square,
            int length,
            float step,
            float correction);
}
