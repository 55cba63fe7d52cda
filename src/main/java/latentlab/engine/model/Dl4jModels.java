package latentlab.engine.model;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import latentlab.data.ImageShape;
import latentlab.engine.layer.Dl4jLayer;
import latentlab.engine.layer.Layer;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.settings.TrainingConfig;
import latentlab.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The same models as DL4J networks, for whoever goes on with them there: with the loss, the optimiser and the weight
 * decay of their run. Images go in and come out as [batch, channels, height, width]: flattening and reshaping are
 * preprocessors of the network.
 *
 * <p>Where a network differs from its run:
 *
 * <ul>
 *   <li>A tied decoder's weight is a transposed copy, which is trained apart: a {@code MultiLayerNetwork} has no shared
 *   arrays.
 *   <li>DL4J has no momentum but Nesterov's; {@link latentlab.engine.settings.Optimiser#MOMENTUM} becomes that.
 *   <li>Adam adds its epsilon before the correction for the first steps, not after it; RMSprop adds it under the root.
 *   <li>Cross-entropy takes outputs nearer than 1e-5 to 0 or 1 for that far away.
 *   <li>What weight decay comes to is part of DL4J's score, but not of a run's loss.
 *   <li>The rate stays what the configuration says: schedules count a run's epochs, a network its own.
 *   <li>Noise, sparsity and the clipping of gradients, which DL4J knows only layer by layer, are left out.
 * </ul>
 */
public final class Dl4jModels {
    static {
        NativeLibraries.require();
    }

    private Dl4jModels() {}

    /**
     * @param parameters of an epoch, see {@link Autoencoder#arrays()}
     * @param config of the run; with another learning rate, that of the epoch
     * @return a network with these parameters, set up to train on
     * @throws UnsupportedOperationException if the model is not {@link Autoencoder#isDense}: DL4J's transposed
     *     convolutions have no output padding
     */
    public static MultiLayerNetwork toNetwork(Autoencoder model, float[] parameters, TrainingConfig config) {
        ImageShape shape = model.shape();
        List<Dl4jLayer> layers = model.layers().stream().map(Layer::dl4j).toList();
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .updater(Dl4jTraining.updater(config))
                .list();
        layers.forEach(layer -> list.layer(Dl4jTraining.decaying(layer.configuration(), config)));
        MultiLayerConfiguration configuration = list.layer(new CnnLossLayer.Builder(Dl4jTraining.loss(config, shape))
                        .activation(new ActivationIdentity())
                        .build())
                .inputPreProcessor(0, new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels()))
                .inputPreProcessor(
                        layers.size(),
                        new FeedForwardToCnnPreProcessor(shape.height(), shape.width(), shape.channels()))
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
     * Writes that network as {@code ModelSerializer.restoreMultiLayerNetwork} reads it, with its optimiser.
     *
     * @param out is not closed
     */
    public static void write(OutputStream out, Autoencoder model, float[] parameters, TrainingConfig config)
            throws IOException {
        ModelSerializer.writeModel(toNetwork(model, parameters, config), out, true);
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

    /** @return a parameter array in PyTorch's shape */
    private static INDArray array(ParameterArray array, float[] parameters) {
        float[] values = new float[array.length()];
        System.arraycopy(parameters, array.offset(), values, 0, values.length);
        return Nd4j.create(values, shape(array), 'c');
    }

    private static long[] shape(ParameterArray array) {
        return array.shape().stream().mapToLong(Integer::longValue).toArray();
    }
}
