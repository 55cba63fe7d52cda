package latentlab.engine.layer;

import java.util.List;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;

/** The half of a way back that layers with a bias for each output have in common. */
abstract class BiasedBackward implements LayerBackward {
    private final Activation activation;
    private final Floats bias;
    private final Floats biasGradient;

    BiasedBackward(Activation activation, Floats bias, Floats biasGradient) {
        this.activation = activation;
        this.bias = bias;
        this.biasGradient = biasGradient;
    }

    @Override
    public final double outputDelta(Kernels kernels, Loss loss, Floats z, Floats x, int count, float scale) {
        return kernels.outputDelta(
                loss,
                activation,
                z.segment(),
                bias.segment(),
                x.segment(),
                biasGradient.segment(),
                bias.length(),
                count,
                scale);
    }

    @Override
    public final void hiddenDelta(Kernels kernels, Floats delta, Floats output, List<Floats> kept, int count) {
        kernels.hiddenDelta(
                activation, delta.segment(), output.segment(), biasGradient.segment(), bias.length(), count);
    }
}
