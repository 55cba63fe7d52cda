package latentlab.engine.layer;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Initialiser;
import latentlab.engine.settings.Loss;

/**
 * The code of a variational autoencoder (Kingma &amp; Welling 2014): PyTorch's {@code nn.Linear} to twice as many
 * numbers, the first half the means, the other the log-variances. What comes out is mean + noise exp(log-variance / 2),
 * with the noise that the batch holds: standard normal in training, none where the mean itself is asked for.
 *
 * @param outputs latent units
 * @param inputChannels as {@link Dense#inputChannels}
 */
public record GaussianCode(String name, int inputs, int outputs, int inputChannels) implements Layer {
    private static final int NARROW = 128;

    /** Behind a layer that has no pixels. */
    public GaussianCode(String name, int inputs, int outputs) {
        this(name, inputs, outputs, 1);
    }

    /** Of what is kept: means over log-variances of each image, [2 units, batch]. */
    public static Floats moments(List<Floats> kept) {
        return kept.getFirst();
    }

    /** Of what is kept: what the standard deviations are multiplied by, [units, batch]; zeros until it is drawn. */
    public static Floats noise(List<Floats> kept) {
        return kept.get(1);
    }

    /**
     * Of what is kept: derivatives of the batch's loss by the moments, [2 units, batch]. Zeros after the way forward,
     * for whatever depends on the moments themselves to be written there; the way back adds what comes by the code.
     */
    public static Floats slopes(List<Floats> kept) {
        return kept.getLast();
    }

    @Override
    public List<Integer> kept() {
        return List.of(2 * outputs, outputs, 2 * outputs);
    }

    @Override
    public boolean isDense() {
        return true;
    }

    @Override
    public NativeOrder order(LayerArray array) {
        if (inputChannels == 1 || !array.name().equals(weight())) {
            return NativeOrder.listed(array);
        }
        return new NativeOrder(
                inputs,
                2 * outputs,
                false,
                i -> i / inputs * inputs + NativeOrder.pixelPlace(i % inputs, inputs, inputChannels));
    }

    @Override
    public Activation activation() {
        return Activation.LINEAR;
    }

    @Override
    public boolean isNarrow() {
        return Math.min(inputs, 2 * outputs) <= NARROW;
    }

    @Override
    public List<LayerArray> arrays() {
        return List.of(LayerArray.own(weight(), 2 * outputs, inputs), LayerArray.own(bias(), 2 * outputs));
    }

    @Override
    public long multiplications() {
        return 2L * inputs * outputs;
    }

    @Override
    public void draw(RandomGenerator random, Initialiser initialiser, float[] parameters, int offset) {
        initialiser.weights(random, parameters, offset, 2 * outputs, inputs, inputs);
        initialiser.biases(random, parameters, offset + 2 * outputs * inputs, 2 * outputs, inputs);
    }

    @Override
    public String module() {
        return "Linear(in_features=" + inputs + ", out_features=" + 2 * outputs + ", bias=True)";
    }

    @Override
    public LayerForward forward(Function<String, Floats> parameters) {
        return new Forward(this, parameters.apply(weight()), parameters.apply(bias()));
    }

    /** @param weight [inputs, 2 units] */
    private record Forward(GaussianCode layer, Floats weight, Floats bias) implements LayerForward {
        @Override
        public void products(Floats x, Floats z, List<Floats> kept) {
            int units = layer.outputs;
            Floats moments = moments(kept);
            moments.product(weight, true, x, false);
            MemorySegment both = moments.segment();
            MemorySegment noise = noise(kept).segment();
            MemorySegment biases = bias.segment();
            int count = z.length() / units;
            for (int image = 0; image < count; image++) {
                long means = 2L * image * units;
                for (int unit = 0; unit < units; unit++) {
                    float mean = both.getAtIndex(JAVA_FLOAT, means + unit) + biases.getAtIndex(JAVA_FLOAT, unit);
                    long place = means + units + unit;
                    float logVariance =
                            both.getAtIndex(JAVA_FLOAT, place) + biases.getAtIndex(JAVA_FLOAT, (long) units + unit);
                    both.setAtIndex(JAVA_FLOAT, means + unit, mean);
                    both.setAtIndex(JAVA_FLOAT, place, logVariance);
                    float random = noise.getAtIndex(JAVA_FLOAT, (long) image * units + unit);
                    // Without noise the mean, even where the variance has become too large for a number.
                    float sample = random == 0 ? mean : (float) (mean + random * Math.exp(0.5 * logVariance));
                    z.segment().setAtIndex(JAVA_FLOAT, (long) image * units + unit, sample);
                }
            }
            slopes(kept).segment().fill((byte) 0);
        }

        /** All is done: the biases belong to the moments, not to what comes out. */
        @Override
        public void activate(Kernels kernels, Floats z, int count) {}

        @Override
        public double loss(Kernels kernels, Loss loss, MemorySegment z, MemorySegment x, int count) {
            throw new UnsupportedOperationException("a code is never a model's last layer");
        }
    }

    @Override
    public LayerBackward backward(Function<String, Floats> parameters, Function<String, Floats> gradient) {
        return new Backward(this, parameters.apply(weight()), gradient.apply(weight()), gradient.apply(bias()));
    }

    private record Backward(GaussianCode layer, Floats weight, Floats weightGradient, Floats biasGradient)
            implements LayerBackward {
        @Override
        public double outputDelta(Kernels kernels, Loss loss, Floats z, Floats x, int count, float scale) {
            throw new UnsupportedOperationException("a code is never a model's last layer");
        }

        /** Of the moments, not of what comes out: that is left as it is. */
        @Override
        public void hiddenDelta(Kernels kernels, Floats delta, Floats output, List<Floats> kept, int count) {
            int units = layer.outputs;
            MemorySegment moments = moments(kept).segment();
            MemorySegment noise = noise(kept).segment();
            MemorySegment slopes = slopes(kept).segment();
            MemorySegment biases = biasGradient.segment().fill((byte) 0);
            for (int image = 0; image < count; image++) {
                long means = 2L * image * units;
                for (int unit = 0; unit < units; unit++) {
                    long place = means + units + unit;
                    float by = delta.segment().getAtIndex(JAVA_FLOAT, (long) image * units + unit);
                    float random = noise.getAtIndex(JAVA_FLOAT, (long) image * units + unit);
                    float ofMean = slopes.getAtIndex(JAVA_FLOAT, means + unit) + by;
                    double deviation = random == 0 ? 0 : Math.exp(0.5 * moments.getAtIndex(JAVA_FLOAT, place));
                    float ofVariance = (float) (slopes.getAtIndex(JAVA_FLOAT, place) + by * random * 0.5 * deviation);
                    slopes.setAtIndex(JAVA_FLOAT, means + unit, ofMean);
                    slopes.setAtIndex(JAVA_FLOAT, place, ofVariance);
                    add(biases, unit, ofMean);
                    add(biases, units + unit, ofVariance);
                }
            }
        }

        private static void add(MemorySegment sums, int at, float addend) {
            sums.setAtIndex(JAVA_FLOAT, at, sums.getAtIndex(JAVA_FLOAT, at) + addend);
        }

        @Override
        public void inputDelta(Floats delta, Floats below, List<Floats> kept) {
            below.product(weight, false, slopes(kept), false);
        }

        @Override
        public void weightGradient(Floats x, Floats delta, List<Floats> kept) {
            weightGradient.product(x, false, slopes(kept), true);
        }
    }

    @Override
    public Dl4jLayer dl4j() {
        throw new UnsupportedOperationException("DL4J has it only within a layer that is a whole model");
    }
}
