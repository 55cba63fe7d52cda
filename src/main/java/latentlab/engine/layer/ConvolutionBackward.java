package latentlab.engine.layer;

import java.util.List;
import java.util.function.Function;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.convolution.Convolution;
import latentlab.engine.kernels.convolution.ConvolutionShape;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;

/** The way back of a convolution, or of a transposed one. */
final class ConvolutionBackward implements LayerBackward {
    private final boolean transposed;
    private final int inputs;
    private final Activation activation;
    private final Convolution convolution;
    private final Floats weight;
    private final Floats weightGradient;
    private final ChannelBias bias;
    private final ChannelBias biasGradient;

    /** @param layer that is a convolution of this shape, or the transpose of one */
    ConvolutionBackward(
            Layer layer,
            ConvolutionShape shape,
            boolean transposed,
            Function<String, Floats> parameters,
            Function<String, Floats> gradient) {
        this.transposed = transposed;
        inputs = layer.inputs();
        activation = layer.activation();
        convolution = Convolution.fastest(shape);
        weight = parameters.apply(layer.weight());
        weightGradient = gradient.apply(layer.weight());
        bias = ConvolutionForward.bias(layer, shape, transposed, parameters.apply(layer.bias()));
        biasGradient = ConvolutionForward.bias(layer, shape, transposed, gradient.apply(layer.bias()));
    }

    @Override
    public double outputDelta(Kernels kernels, Loss loss, Floats z, Floats x, int count, float scale) {
        double sum = kernels.outputDelta(
                loss,
                activation,
                z.segment(),
                bias.spread(),
                x.segment(),
                biasGradient.room(),
                bias.length(),
                count,
                scale);
        biasGradient.collect();
        return sum;
    }

    @Override
    public void hiddenDelta(Kernels kernels, Floats delta, Floats output, List<Floats> kept, int count) {
        kernels.hiddenDelta(activation, delta.segment(), output.segment(), biasGradient.room(), bias.length(), count);
        biasGradient.collect();
    }

    @Override
    public void inputDelta(Floats delta, Floats below, List<Floats> kept) {
        int count = below.length() / inputs;
        if (transposed) {
            convolution.forward(delta.segment(), weight.segment(), below.segment(), count);
        } else {
            convolution.transposed(delta.segment(), weight.segment(), below.segment(), count);
        }
    }

    @Override
    public void weightGradient(Floats x, Floats delta, List<Floats> kept) {
        int count = x.length() / inputs;
        Floats images = transposed ? delta : x;
        Floats maps = transposed ? x : delta;
        convolution.gradient(images.segment(), maps.segment(), weightGradient.segment(), count);
    }
}
