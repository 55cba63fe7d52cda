package latentlab.engine.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.convolution.ConvolutionShape;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Initialiser;

/**
 * The same weights at every place of an image, or of the maps that a layer before has made of it: PyTorch's {@code
 * nn.Conv2d}. In native memory its maps have all channels of a pixel together.
 *
 * @param shape from its inputs to its outputs
 */
public record Conv2d(String name, ConvolutionShape shape, Activation activation) implements Layer {
    @Override
    public int inputs() {
        return shape.imageSize();
    }

    @Override
    public Optional<ImageShape> inputMaps() {
        return Optional.of(new ImageShape(shape.channels(), shape.height(), shape.width()));
    }

    @Override
    public Optional<ImageShape> outputMaps() {
        return Optional.of(new ImageShape(shape.filters(), shape.outHeight(), shape.outWidth()));
    }

    @Override
    public int outputs() {
        return shape.mapSize();
    }

    @Override
    public int outputChannels() {
        return shape.filters();
    }

    /** Its products are not OpenBLAS's, so that no threads share one. */
    @Override
    public boolean isNarrow() {
        return true;
    }

    @Override
    public List<LayerArray> arrays() {
        return List.of(
                LayerArray.own(weight(), shape.filters(), shape.channels(), shape.kernel(), shape.kernel()),
                LayerArray.own(bias(), shape.filters()));
    }

    @Override
    public NativeOrder order(LayerArray array) {
        return order(shape, this, array);
    }

    /** [filters, channels, kernel, kernel] lies as [kernel, kernel, channels, filters]. */
    static NativeOrder order(ConvolutionShape shape, Layer layer, LayerArray array) {
        if (!array.name().equals(layer.weight())) {
            return NativeOrder.listed(array);
        }
        int window = shape.window();
        return new NativeOrder(
                shape.filters(),
                window,
                false,
                i -> NativeOrder.pixelPlace(i % window, window, shape.channels()) * shape.filters() + i / window);
    }

    @Override
    public long multiplications() {
        return (long) shape.mapSize() * shape.window();
    }

    @Override
    public void draw(RandomGenerator random, Initialiser initialiser, float[] parameters, int offset) {
        int window = shape.window();
        initialiser.weights(random, parameters, offset, shape.filters(), window, window);
        initialiser.biases(random, parameters, offset + shape.weights(), shape.filters(), window);
    }

    @Override
    public String module() {
        return "Conv2d(" + shape.channels() + ", " + shape.filters() + ", " + kernelText(shape) + ")";
    }

    /** E.g. "kernel_size=(3, 3), stride=(2, 2), padding=(1, 1)", as PyTorch has it, which leaves out no padding. */
    static String kernelText(ConvolutionShape shape) {
        return "kernel_size=" + pair(shape.kernel()) + ", stride=" + pair(shape.stride())
                + (shape.padding() == 0 ? "" : ", padding=" + pair(shape.padding()));
    }

    private static String pair(int number) {
        return "(" + number + ", " + number + ")";
    }

    @Override
    public LayerForward forward(Function<String, Floats> parameters) {
        return new ConvolutionForward(this, shape, false, parameters);
    }

    @Override
    public LayerBackward backward(Function<String, Floats> parameters, Function<String, Floats> gradient) {
        return new ConvolutionBackward(this, shape, false, parameters, gradient);
    }
}
