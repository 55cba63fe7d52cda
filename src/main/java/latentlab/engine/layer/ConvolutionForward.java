package latentlab.engine.layer;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.convolution.Convolution;
import latentlab.engine.kernels.convolution.ConvolutionShape;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;

/** The way forward of a convolution, or of a transposed one. */
final class ConvolutionForward implements LayerForward {
    private final boolean transposed;
    private final int inputs;
    private final Activation activation;
    private final Convolution convolution;
    private final Floats weight;
    private final ChannelBias bias;

    /** @param layer that is a convolution of this shape, or the transpose of one */
    ConvolutionForward(Layer layer, ConvolutionShape shape, boolean transposed, Function<String, Floats> parameters) {
        this.transposed = transposed;
        inputs = layer.inputs();
        activation = layer.activation();
        convolution = Convolution.fastest(shape);
        weight = parameters.apply(layer.weight());
        bias = bias(layer, shape, transposed, parameters.apply(layer.bias()));
    }

    static ChannelBias bias(Layer layer, ConvolutionShape shape, boolean transposed, Floats numbers) {
        int channels = transposed ? shape.channels() : shape.filters();
        return new ChannelBias(numbers, channels, layer.outputs() / channels, transposed && shape.planar());
    }

    @Override
    public void products(Floats x, Floats z, List<Floats> kept) {
        int count = x.length() / inputs;
        if (transposed) {
            convolution.transposed(x.segment(), weight.segment(), z.segment(), count);
        } else {
            convolution.forward(x.segment(), weight.segment(), z.segment(), count);
        }
    }

    @Override
    public void activate(Kernels kernels, Floats z, int count) {
        kernels.activate(activation, z.segment(), bias.spread(), bias.length(), count);
    }

    @Override
    public double loss(Kernels kernels, Loss loss, MemorySegment z, MemorySegment x, int count) {
        return kernels.loss(loss, activation, z, bias.spread(), x, bias.length(), count);
    }
}
