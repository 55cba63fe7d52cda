package latentlab.engine.model;

import java.util.List;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.settings.Activation;
import latentlab.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * The same models as DL4J networks, for whoever goes on with them there; a network trains with Adam and mean squared
 * error. Images go in and come out as [batch, channels, height, width]: flattening and reshaping are preprocessors of
 * the network. A tied decoder's weight becomes a transposed copy, since a {@code MultiLayerNetwork} has no shared
 * arrays.
 */
public final class Dl4jModels {
    static {
        NativeLibraries.require();
    }

    private Dl4jModels() {}

    /**
     * @param parameters of an epoch, see {@link Autoencoder#arrays()}
     * @return a network with these parameters, set up to train on with Adam and mean squared error
     */
    public static MultiLayerNetwork toNetwork(Autoencoder model, float[] parameters, double learningRate) {
        int height = model.height();
        int width = model.width();
        int channels = model.shape().channels();
        List<Autoencoder.Layer> layers = model.layers();
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .updater(new Adam(learningRate, 0.9, 0.999, 1e-8))
                .list();
        layers.forEach(layer -> list.layer(dense(layer)));
        MultiLayerConfiguration configuration = list.layer(new CnnLossLayer.Builder(meanSquaredError(model))
                        .activation(new ActivationIdentity())
                        .build())
                .inputPreProcessor(0, new CnnToFeedForwardPreProcessor(height, width, channels))
                .inputPreProcessor(layers.size(), new FeedForwardToCnnPreProcessor(height, width, channels))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        for (int l = 0; l < layers.size(); l++) {
            Autoencoder.Layer layer = layers.get(l);
            INDArray weight = layer.mirror() < 0
                    ? matrix(model, layer.weight(), parameters).transpose()
                    : matrix(model, layers.get(layer.mirror()).weight(), parameters);
            set(network, l, "W", weight);
            set(network, l, "b", matrix(model, layer.bias(), parameters).transpose());
        }
        return network;
    }

    /**
     * @param network made by {@link #toNetwork}, perhaps trained on
     * @return its parameters as one flat array. A tied model takes the encoder's weight: where DL4J has trained the decoder's
     *     copy apart, the two no longer agree and the model is no longer tied
     * @throws IllegalArgumentException if the network's arrays do not have the model's shape
     */
    public static float[] fromNetwork(Autoencoder model, MultiLayerNetwork network) {
        float[] parameters = new float[model.parameterCount()];
        List<String> names =
                model.layers().stream().map(Autoencoder.Layer::name).toList();
        for (ParameterArray array : model.arrays()) {
            int layer = names.indexOf(array.name().substring(0, array.name().lastIndexOf('.')));
            INDArray values = network.getLayer(layer).getParam(array.bias() ? "b" : "W");
            // A bias has one dimension or two, by where DL4J has it from.
            boolean fits = array.bias()
                    ? values.isVectorOrScalar() && values.length() == array.length()
                    : values.rows() == array.columns() && values.columns() == array.rows();
            if (!fits) {
                throw new IllegalArgumentException("layer " + layer + " does not have the shape of " + array.name());
            }
            // Read in column-major order, [in, out] is [out, in] row by row.
            float[] numbers = values.dup('f').data().asFloat();
            System.arraycopy(numbers, 0, parameters, array.offset(), array.length());
        }
        return parameters;
    }

    /** The mean over batch and pixels: DL4J's own, of images, is the mean over the batch and the sum over pixels. */
    private static LossMSE meanSquaredError(Autoencoder model) {
        return new LossMSE(Nd4j.create(new double[][] {{1.0 / model.inputs()}}).castTo(DataType.FLOAT));
    }

    private static DenseLayer dense(Autoencoder.Layer layer) {
        return new DenseLayer.Builder()
                .nIn(layer.inputs())
                .nOut(layer.outputs())
                .activation(activation(layer.activation()))
                .build();
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

    /** @return a parameter array in PyTorch's shape [out, in] */
    private static INDArray matrix(Autoencoder model, String name, float[] parameters) {
        ParameterArray array = model.array(name);
        float[] values = new float[array.length()];
        System.arraycopy(parameters, array.offset(), values, 0, values.length);
        return Nd4j.create(values, new long[] {array.rows(), array.columns()}, 'c');
    }

    private static void set(MultiLayerNetwork network, int layer, String name, INDArray values) {
        network.getLayer(layer).getParam(name).assign(values);
    }
}
