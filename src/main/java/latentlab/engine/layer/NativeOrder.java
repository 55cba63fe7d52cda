package latentlab.engine.layer;

import java.util.function.IntUnaryOperator;

/**
 * How the numbers of a {@link LayerArray} lie in native memory, where products are fastest: column-major [rows,
 * columns].
 *
 * @param listed whether in the order of the array itself, row-major as PyTorch has it
 * @param place where the array's number of an index lies, both counted from the array's start
 */
public record NativeOrder(int rows, int columns, boolean listed, IntUnaryOperator place) {
    /** As PyTorch has them: the numbers of each output together. */
    static NativeOrder listed(LayerArray array) {
        int outputs = array.shape().getFirst();
        return new NativeOrder(Math.toIntExact(array.length() / outputs), outputs, true, IntUnaryOperator.identity());
    }

    /**
     * Of numbers that belong to pixels of several channels: PyTorch has all pixels of a channel together, native memory
     * all channels of a pixel.
     *
     * @param index in PyTorch's order
     * @param count of all of them
     */
    static int pixelPlace(int index, int count, int channels) {
        int pixels = count / channels;
        return index % pixels * channels + index / pixels;
    }
}
