package latentlab.engine.model;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.kernels.Floats;

/** A model's parameters, or anything of their shape such as gradients, in one native block, with views for each layer. */
public final class Parameters {
    /**
     * One layer's part.
     *
     * @param weight [inputs, outputs] column-major, which is PyTorch's [outputs, inputs] row-major; of a tied decoder layer the
     *     encoder's, [outputs, inputs] to it
     * @param shared whether the weight is another layer's
     * @param bias [outputs, 1]
     */
    public record Layer(Floats weight, boolean shared, Floats bias) {
        /** z [outputs, batch] = what the weight makes of x [inputs, batch], before bias and activation. */
        public void forward(Floats x, Floats z) {
            z.product(weight, !shared, x, false);
        }

        /** inputDelta [inputs, batch] = what the weight makes, backwards, of delta [outputs, batch]. */
        public void backward(Floats delta, Floats inputDelta) {
            inputDelta.product(weight, shared, delta, false);
        }

        /**
         * This layer being a gradient, its weight = x delta'. A shared weight gets its first part from the decoder, which comes
         * first on the way back, and the encoder adds its own.
         */
        public void weightGradient(Floats x, Floats delta, boolean add) {
            Floats left = shared ? delta : x;
            Floats right = shared ? x : delta;
            if (add) {
                weight.addProduct(left, false, right, true);
            } else {
                weight.product(left, false, right, true);
            }
        }
    }

    public final Floats all;
    public final List<Layer> layers;

    public Parameters(Autoencoder model) {
        all = Floats.matrix(model.parameterCount(), 1);
        layers = new ArrayList<>();
        for (Autoencoder.Layer layer : model.layers()) {
            boolean shared = layer.mirror() >= 0;
            Floats weight = shared ? layers.get(layer.mirror()).weight() : view(model, layer.weight());
            layers.add(new Layer(weight, shared, view(model, layer.bias())));
        }
    }

    private Floats view(Autoencoder model, String name) {
        Autoencoder.ParameterArray array = model.array(name);
        return all.view(array.offset(), array.columns(), array.rows());
    }

    public void close() {
        all.close();
    }
}
