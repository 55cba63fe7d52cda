package latentlab.engine.layer;

import java.lang.foreign.MemorySegment;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;

/** The half of a way forward that layers with a bias for each output have in common. */
abstract class BiasedForward implements LayerForward {
    private final Activation activation;
    private final Floats bias;

    BiasedForward(Activation activation, Floats bias) {
        this.activation = activation;
        this.bias = bias;
    }

    @Override
    public final void activate(Kernels kernels, Floats z, int count) {
        kernels.activate(activation, z.segment(), bias.segment(), bias.length(), count);
    }

    @Override
    public final double loss(Kernels kernels, Loss loss, MemorySegment z, MemorySegment x, int count) {
        return kernels.loss(loss, activation, z, bias.segment(), x, bias.length(), count);
    }
}
