package latentlab.engine.layer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import latentlab.engine.settings.Activation;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A dense layer in DL4J, whose weight "W" is [inputs, outputs]. A weight that is shared becomes a copy, since a
 * {@code MultiLayerNetwork} has no shared arrays.
 *
 * @param weight name of the array it is made of
 * @param transposed whether that array is [outputs, inputs]
 */
record Dl4jDense(Layer layer, String weight, boolean transposed) implements Dl4jLayer {
    @Override
    public org.deeplearning4j.nn.conf.layers.Layer configuration() {
        return new DenseLayer.Builder()
                .nIn(layer.inputs())
                .nOut(layer.outputs())
                .activation(activation(layer.activation()))
                .build();
    }

    @Override
    public Map<String, INDArray> theirs(Function<String, INDArray> ours) {
        INDArray array = ours.apply(weight);
        return Map.of(
                "W",
                transposed ? array.transpose() : array,
                "b",
                ours.apply(layer.bias()).reshape(1, layer.outputs()));
    }

    @Override
    public Map<String, INDArray> ours(Function<String, INDArray> theirs) {
        Map<String, INDArray> ours = new HashMap<>();
        if (!layer.sharesWeight()) {
            ours.put(weight, theirs.apply("W").transpose());
        }
        // A bias has one dimension or two, by where DL4J has it from.
        ours.put(layer.bias(), theirs.apply("b").reshape(-1));
        return ours;
    }

    private static IActivation activation(Activation activation) {
        return switch (activation) {
            case SIGMOID -> new ActivationSigmoid();
            case RELU -> new ActivationReLU();
            case LEAKY_RELU -> new ActivationLReLU(Activation.LEAK);
            case TANH -> new ActivationTanH();
            case ELU -> new ActivationELU();
            case LINEAR -> new ActivationIdentity();
        };
    }
}
