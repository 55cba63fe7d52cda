package latentlab.engine.layer;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Floats;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Initialiser;

/**
 * Every output sums up every input with a weight of its own: PyTorch's {@code nn.Linear}.
 *
 * @param lends whether a later {@link TiedDense} uses the weight too, transposed
 * @param inputChannels of a layer before it whose {@link Layer#outputChannels} lie together, else 1
 * @param outputChannels of pixels that a layer behind it takes so, else 1
 */
public record Dense(
        String name,
        int inputs,
        int outputs,
        Activation activation,
        boolean lends,
        int inputChannels,
        int outputChannels)
        implements Layer {
    private static final int NARROW = 128;
    /** Inputs. */
    private static final int LEAST_TURNED = 4;
    /** Numbers of the weight. */
    private static final int MOST_TURNED = 1 << 14;

    /** Between layers that have no pixels. */
    public Dense(String name, int inputs, int outputs, Activation activation, boolean lends) {
        this(name, inputs, outputs, activation, lends, 1, 1);
    }

    @Override
    public boolean isDense() {
        return true;
    }

    @Override
    public boolean isNarrow() {
        return Math.min(inputs, outputs) <= NARROW;
    }

    /**
     * Whether its weight lies in native memory with the numbers of each input together, [outputs, inputs] column-major.
     * Products of few inputs to many outputs are faster so as long as they are small, for which OpenBLAS has other
     * kernels with AVX-512: see speed.md. Above, and of very few inputs, they are slower.
     */
    public boolean turnsWeight() {
        return !lends && outputs > inputs && inputs >= LEAST_TURNED && multiplications() <= MOST_TURNED;
    }

    @Override
    public NativeOrder order(LayerArray array) {
        boolean isWeight = array.name().equals(weight());
        if (inputChannels == 1 && outputChannels == 1 && !(isWeight && turnsWeight())) {
            return NativeOrder.listed(array);
        }
        if (!isWeight) {
            return new NativeOrder(1, outputs, false, i -> NativeOrder.pixelPlace(i, outputs, outputChannels));
        }
        return turnsWeight()
                ? new NativeOrder(outputs, inputs, false, i -> column(i) * outputs + row(i))
                : new NativeOrder(inputs, outputs, false, i -> row(i) * inputs + column(i));
    }

    private int row(int index) {
        return NativeOrder.pixelPlace(index / inputs, outputs, outputChannels);
    }

    private int column(int index) {
        return NativeOrder.pixelPlace(index % inputs, inputs, inputChannels);
    }

    @Override
    public List<LayerArray> arrays() {
        return List.of(LayerArray.own(weight(), outputs, inputs), LayerArray.own(bias(), outputs));
    }

    @Override
    public long multiplications() {
        return (long) inputs * outputs;
    }

    /**
     * The notebook's tied layer draws the weight it shares anew with its own fan in, so that {@link
     * Initialiser#PYTORCH} has b = 1/sqrt(outputs) for a weight that is lent.
     */
    @Override
    public void draw(RandomGenerator random, Initialiser initialiser, float[] parameters, int offset) {
        initialiser.weights(random, parameters, offset, outputs, inputs, lends ? outputs : inputs);
        initialiser.biases(random, parameters, offset + outputs * inputs, outputs, inputs);
    }

    @Override
    public String module() {
        return "Linear(in_features=" + inputs + ", out_features=" + outputs + ", bias=True)";
    }

    @Override
    public LayerForward forward(Function<String, Floats> parameters) {
        return new Forward(this, parameters.apply(weight()), parameters.apply(bias()));
    }

    private static final class Forward extends BiasedForward {
        private final Floats weight;
        private final boolean turned;

        Forward(Dense layer, Floats weight, Floats bias) {
            super(layer.activation, bias);
            this.weight = weight;
            turned = layer.turnsWeight();
        }

        @Override
        public void products(Floats x, Floats z, List<Floats> kept) {
            z.product(weight, !turned, x, false);
        }
    }

    @Override
    public LayerBackward backward(Function<String, Floats> parameters, Function<String, Floats> gradient) {
        return new Backward(this, parameters, gradient);
    }

    private static final class Backward extends BiasedBackward {
        private final Floats weight;
        private final Floats weightGradient;
        private final boolean turned;
        private final boolean adds;

        Backward(Dense layer, Function<String, Floats> parameters, Function<String, Floats> gradient) {
            super(layer.activation, parameters.apply(layer.bias()), gradient.apply(layer.bias()));
            weight = parameters.apply(layer.weight());
            weightGradient = gradient.apply(layer.weight());
            turned = layer.turnsWeight();
            adds = layer.lends;
        }

        @Override
        public void inputDelta(Floats delta, Floats below, List<Floats> kept) {
            below.product(weight, turned, delta, false);
        }

        /** Who borrows the weight comes first on the way back, and has left its part of the gradient there. */
        @Override
        public void weightGradient(Floats x, Floats delta, List<Floats> kept) {
            if (adds) {
                weightGradient.addProduct(x, false, delta, true);
            } else if (turned) {
                weightGradient.product(delta, false, x, true);
            } else {
                weightGradient.product(x, false, delta, true);
            }
        }
    }

    @Override
    public Dl4jLayer dl4j() {
        return new Dl4jDense(this, weight(), true);
    }
}
