package latentlab.engine.layer;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Floats;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Initialiser;

/**
 * A dense layer whose weight is that of an earlier one, transposed; only the bias is its own.
 *
 * @param lender the earlier layer, which {@link Dense#lends} its weight
 */
public record TiedDense(String name, Dense lender, Activation activation) implements Layer {
    @Override
    public int inputs() {
        return lender.outputs();
    }

    @Override
    public int outputs() {
        return lender.inputs();
    }

    @Override
    public boolean isDense() {
        return true;
    }

    @Override
    public boolean isNarrow() {
        return lender.isNarrow();
    }

    @Override
    public List<LayerArray> arrays() {
        return List.of(
                new LayerArray(weight(), List.of(outputs(), inputs()), lender.weight()),
                LayerArray.own(bias(), outputs()));
    }

    @Override
    public long multiplications() {
        return lender.multiplications();
    }

    @Override
    public void draw(RandomGenerator random, Initialiser initialiser, float[] parameters, int offset) {
        initialiser.biases(random, parameters, offset, outputs(), inputs());
    }

    @Override
    public String module() {
        return "TiedLinear(in_features=" + inputs() + ", out_features=" + outputs() + ", bias=True)";
    }

    @Override
    public LayerForward forward(Function<String, Floats> parameters) {
        return new Forward(activation, parameters.apply(lender.weight()), parameters.apply(bias()));
    }

    private static final class Forward extends BiasedForward {
        private final Floats weight;

        Forward(Activation activation, Floats weight, Floats bias) {
            super(activation, bias);
            this.weight = weight;
        }

        @Override
        public void products(Floats x, Floats z, List<Floats> kept) {
            z.product(weight, false, x, false);
        }
    }

    @Override
    public LayerBackward backward(Function<String, Floats> parameters, Function<String, Floats> gradient) {
        return new Backward(this, parameters, gradient);
    }

    private static final class Backward extends BiasedBackward {
        private final Floats weight;
        private final Floats weightGradient;

        Backward(TiedDense layer, Function<String, Floats> parameters, Function<String, Floats> gradient) {
            super(layer.activation, parameters.apply(layer.bias()), gradient.apply(layer.bias()));
            weight = parameters.apply(layer.lender.weight());
            weightGradient = gradient.apply(layer.lender.weight());
        }

        @Override
        public void inputDelta(Floats delta, Floats below, List<Floats> kept) {
            below.product(weight, true, delta, false);
        }

        /** The first part of it: the lender, which comes later on the way back, adds its own. */
        @Override
        public void weightGradient(Floats x, Floats delta, List<Floats> kept) {
            weightGradient.product(delta, false, x, true);
        }
    }

    @Override
    public Dl4jLayer dl4j() {
        return new Dl4jDense(this, lender.weight(), false);
    }
}
