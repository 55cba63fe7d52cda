package latentlab.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentlab.engine.layer.Dl4jLayer;
import latentlab.engine.layer.Layer;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
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
        List<Dl4jLayer> layers = model.layers().stream().map(Layer::dl4j).toList();
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .updater(new Adam(learningRate, 0.9, 0.999, 1e-8))
                .list();
        layers.forEach(layer -> list.layer(layer.configuration()));
        MultiLayerConfiguration configuration = list.layer(new CnnLossLayer.Builder(meanSquaredError(model))
                        .activation(new ActivationIdentity())
                        .build())
                .inputPreProcessor(0, new CnnToFeedForwardPreProcessor(height, width, channels))
                .inputPreProcessor(layers.size(), new FeedForwardToCnnPreProcessor(height, width, channels))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        for (int l = 0; l < layers.size(); l++) {
            org.deeplearning4j.nn.api.Layer layer = network.getLayer(l);
            layers.get(l)
                    .theirs(name -> array(model.array(name), parameters))
                    .forEach((name, values) -> layer.getParam(name).assign(values));
        }
        return network;
    }

    /**
     * @param network made by {@link #toNetwork}, perhaps trained on
     * @return its parameters as one flat array. A tied model takes the encoder's weight: where DL4J has trained the
     *     decoder's copy apart, the two no longer agree and the model is no longer tied
     * @throws IllegalArgumentException if the network's arrays do not have the model's shape
     */
    public static float[] fromNetwork(Autoencoder model, MultiLayerNetwork network) {
        float[] parameters = new float[model.parameterCount()];
        for (int l = 0; l < model.layers().size(); l++) {
            org.deeplearning4j.nn.api.Layer theirs = network.getLayer(l);
            Map<String, INDArray> ours = model.layers().get(l).dl4j().ours(theirs::getParam);
            for (Map.Entry<String, INDArray> each : ours.entrySet()) {
                ParameterArray array = model.array(each.getKey());
                INDArray values = each.getValue();
                if (!Arrays.equals(values.shape(), shape(array))) {
                    throw new IllegalArgumentException("layer " + l + " does not have the shape of " + array.name());
                }
                float[] numbers = values.dup('c').data().asFloat();
                System.arraycopy(numbers, 0, parameters, array.offset(), array.length());
            }
        }
        return parameters;
    }

    /** The mean over batch and pixels: DL4J's own, of images, is the mean over the batch and the sum over pixels. */
    private static LossMSE meanSquaredError(Autoencoder model) {
        return new LossMSE(Nd4j.create(new double[][] {{1.0 / model.inputs()}}).castTo(DataType.FLOAT));
    }

    /** @return a parameter array in PyTorch's shape */
    private static INDArray array(ParameterArray array, float[] parameters) {
        float[] values = new float[array.length()];
        System.arraycopy(parameters, array.offset(), values, 0, values.length);
        return Nd4j.create(values, shape(array), 'c');
    }

    private static long[] shape(ParameterArray array) {
        return array.bias() ? new long[] {array.rows()} : new long[] {array.rows(), array.columns()};
    }
}
