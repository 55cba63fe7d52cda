package latentlab.engine.training;

import java.util.List;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.Loss;

/**
 * A model's way forward for one image, by the textbook's formula and in double precision: for numbers that are shown
 * and for differences too small for float32. One number of the parameters may be moved.
 */
final class DoublePass {
    private final Autoencoder model;
    private final float[] parameters;
    private final int moved;
    private final double by;

    /**
     * @param parameters see {@link Autoencoder#arrays()}
     * @param moved index of the parameter that is moved; -1 for none
     * @param by how far
     */
    DoublePass(Autoencoder model, float[] parameters, int moved, double by) {
        this.model = model;
        this.parameters = parameters;
        this.moved = moved;
        this.by = by;
    }

    /** @return place in the flat array of the weight by which a layer multiplies an input on its way to an output */
    static int place(Autoencoder model, Layer layer, int output, int input) {
        LayerArray weight = layer.arrays().getFirst();
        Autoencoder.ParameterArray array = model.array(weight.isOwn() ? weight.name() : weight.sharedWith());
        return array.offset() + (weight.isOwn() ? output : input) * array.columns() + (weight.isOwn() ? input : output);
    }

    double weight(Layer layer, int output, int input) {
        return at(place(model, layer, output, input));
    }

    double bias(Layer layer, int output) {
        return at(model.array(layer.bias()).offset() + output);
    }

    private double at(int place) {
        return parameters[place] + (place == moved ? by : 0);
    }

    /** @return the sums of a layer's outputs, before the activation */
    double[] sums(Layer layer, double[] inputs) {
        double[] sums = new double[layer.outputs()];
        LayerArray weight = layer.arrays().getFirst();
        int start = place(model, layer, 0, 0);
        int columns = weight.isOwn() ? layer.inputs() : layer.outputs();
        for (int o = 0; o < sums.length; o++) {
            double sum = bias(layer, o);
            for (int i = 0; i < inputs.length; i++) {
                sum += at(start + (weight.isOwn() ? o * columns + i : i * columns + o)) * inputs[i];
            }
            sums[o] = sum;
        }
        return sums;
    }

    static double[] activated(Layer layer, double[] sums) {
        double[] outputs = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            outputs[i] = layer.activation().of(sums[i]);
        }
        return outputs;
    }

    /**
     * @param inputs of the layer {@code from}, as the image has come to it
     * @param original pixels that the model is to give back, 0 to 1
     * @param sparsity weight of the L1 penalty on the code; counts where the way passes the code
     * @return the loss summed over the image's pixels, and the penalty beside it: shape [2]
     */
    double[] losses(int from, double[] inputs, float[] original, Loss loss, double sparsity) {
        List<Layer> layers = model.layers();
        double[] values = inputs;
        double[] sums = inputs;
        double penalty = 0;
        for (int l = from; l < layers.size(); l++) {
            sums = sums(layers.get(l), values);
            values = activated(layers.get(l), sums);
            if (l == model.codeLayer()) {
                for (double unit : values) {
                    penalty += sparsity * Math.abs(unit);
                }
            }
        }
        double sum = 0;
        for (int p = 0; p < original.length; p++) {
            sum += loss.of(sums[p], values[p], original[p]);
        }
        return new double[] {sum, penalty};
    }
}
