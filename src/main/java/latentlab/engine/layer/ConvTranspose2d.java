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
 * A convolution's way back, with weights of its own: PyTorch's {@code nn.ConvTranspose2d}, with as much output padding
 * as brings the size back that the convolution has started from.
 *
 * @param shape of that convolution, from this layer's outputs to its inputs
 */
public record ConvTranspose2d(String name, ConvolutionShape shape, Activation activation) implements Layer {
    @Override
    public int inputs() {
        return shape.mapSize();
    }

    @Override
    public Optional<ImageShape> inputMaps() {
        return Optional.of(new ImageShape(shape.filters(), shape.outHeight(), shape.outWidth()));
    }

    @Override
    public Optional<ImageShape> outputMaps() {
        return Optional.of(new ImageShape(shape.channels(), shape.height(), shape.width()));
    }

    @Override
    public int outputs() {
        return shape.imageSize();
    }

    @Override
    public int outputChannels() {
        return shape.planar() ? 1 : shape.channels();
    }

    @Override
    public boolean isNarrow() {
        return true;
    }

    @Override
    public List<LayerArray> arrays() {
        return List.of(
                LayerArray.own(weight(), shape.filters(), shape.channels(), shape.kernel(), shape.kernel()),
                LayerArray.own(bias(), shape.channels()));
    }

    @Override
    public NativeOrder order(LayerArray array) {
        return Conv2d.order(shape, this, array);
    }

    @Override
    public long multiplications() {
        return (long) shape.mapSize() * shape.window();
    }

    /** By PyTorch's fan in of a transposed convolution: all weights that go out from one of its inputs. */
    @Override
    public void draw(RandomGenerator random, Initialiser initialiser, float[] parameters, int offset) {
        int window = shape.window();
        initialiser.weights(random, parameters, offset, shape.filters(), window, window);
        initialiser.biases(random, parameters, offset + shape.weights(), shape.channels(), window);
    }

    /** Rows that the stride of the convolution has left out at the bottom. */
    public int outputPaddingDown() {
        return (shape.height() + 2 * shape.padding() - shape.kernel()) % shape.stride();
    }

    /** Columns that the stride of the convolution has left out on the right. */
    public int outputPaddingAcross() {
        return (shape.width() + 2 * shape.padding() - shape.kernel()) % shape.stride();
    }

    @Override
    public String module() {
        int down = outputPaddingDown();
        int across = outputPaddingAcross();
        return "ConvTranspose2d(" + shape.filters() + ", " + shape.channels() + ", " + Conv2d.kernelText(shape)
                + (down == 0 && across == 0 ? "" : ", output_padding=(" + down + ", " + across + ")") + ")";
    }

    @Override
    public LayerForward forward(Function<String, Floats> parameters) {
        return new ConvolutionForward(this, shape, true, parameters);
    }

    @Override
    public LayerBackward backward(Function<String, Floats> parameters, Function<String, Floats> gradient) {
        return new ConvolutionBackward(this, shape, true, parameters, gradient);
    }
}
