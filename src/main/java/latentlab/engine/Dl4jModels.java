package latentlab.engine;

import latentlab.engine.Autoencoder.ParameterArray;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * The same models as DL4J networks, for whoever goes on with them there. Images go in and come out as [batch, 1, height, width]:
 * flattening and reshaping are preprocessors of the network. A tied decoder's weight becomes a transposed copy, since a
 * {@code MultiLayerNetwork} has no shared arrays.
 */
public final class Dl4jModels {
    private static final int ENCODER = 0;
    private static final int DECODER = 1;

    private Dl4jModels() {}

    /**
     * @param parameters of an epoch, see {@link Autoencoder#arrays()}
     * @return a network with these parameters, set up to train on with Adam and mean squared error
     */
    public static MultiLayerNetwork toNetwork(Autoencoder model, float[] parameters, double learningRate) {
        int height = model.height();
        int width = model.width();
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(new Adam(learningRate, 0.9, 0.999, 1e-8))
                .list()
                .layer(dense(model.inputs(), model.latent()))
                .layer(dense(model.latent(), model.inputs()))
                .layer(new CnnLossLayer.Builder(meanSquaredError(model))
                        .activation(Activation.IDENTITY)
                        .build())
                .inputPreProcessor(ENCODER, new CnnToFeedForwardPreProcessor(height, width, 1))
                .inputPreProcessor(2, new FeedForwardToCnnPreProcessor(height, width, 1))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        set(
                network,
                ENCODER,
                "W",
                matrix(model, Autoencoder.ENCODER_WEIGHT, parameters).transpose());
        set(
                network,
                ENCODER,
                "b",
                matrix(model, Autoencoder.ENCODER_BIAS, parameters).transpose());
        set(
                network,
                DECODER,
                "W",
                model.kind() == ModelKind.TIED
                        ? matrix(model, Autoencoder.ENCODER_WEIGHT, parameters)
                        : matrix(model, Autoencoder.DECODER_WEIGHT, parameters).transpose());
        set(
                network,
                DECODER,
                "b",
                matrix(model, Autoencoder.DECODER_BIAS, parameters).transpose());
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
        for (ParameterArray array : model.arrays()) {
            int layer = array.name().startsWith("encoder") ? ENCODER : DECODER;
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

    private static DenseLayer dense(int in, int out) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .activation(Activation.SIGMOID)
                .build();
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
