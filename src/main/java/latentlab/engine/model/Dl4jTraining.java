package latentlab.engine.model;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** What a run trains with, in DL4J's terms; {@link Dl4jModels} says where the two differ. */
final class Dl4jTraining {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double RMS_DECAY = 0.99;
    /** Of RMSprop, whose epsilon DL4J adds before it takes the root: the square of {@link #EPSILON}. */
    private static final double EPSILON_UNDER_ROOT = 1e-16;

    private Dl4jTraining() {}

    /**
     * Gives a layer the run's weight decay, of weights and biases. Set here for each layer, since DL4J applies a decay
     * twice that a whole network is built with.
     *
     * @return the layer
     */
    static Layer decaying(Layer layer, TrainingConfig config) {
        double decay = config.get(Setting.WEIGHT_DECAY);
        if (decay > 0 && layer instanceof BaseLayer base) {
            List<Regularization> all = List.of(
                    config.get(Setting.OPTIMISER) == Optimiser.ADAMW
                            ? new WeightDecay(decay, true)
                            : new L2Regularization(decay));
            base.setRegularization(all);
            base.setRegularizationBias(all);
        }
        return layer;
    }

    /** With the run's learning rate, which stays as it is. */
    static IUpdater updater(TrainingConfig config) {
        double rate = config.learningRate();
        return switch (config.get(Setting.OPTIMISER)) {
            case SGD -> new Sgd(rate);
            case MOMENTUM, NESTEROV -> new Nesterovs(rate, config.get(Setting.MOMENTUM));
            case RMSPROP -> new RmsProp(rate, RMS_DECAY, EPSILON_UNDER_ROOT);
            case ADAM, ADAMW -> new Adam(rate, BETA1, BETA2, EPSILON);
        };
    }

    /** DL4J sums up over the pixels of an image, and of two of these losses takes the mean over its channels. */
    static ILossFunction loss(TrainingConfig config, ImageShape shape) {
        return switch (config.get(Setting.LOSS)) {
            case MSE -> new LossMSE(weights(shape, 1.0 / shape.pixels()));
            case SSE -> new LossL2();
            case BERNOULLI -> new LossBinaryXENT(weights(shape, 1));
            case GAUSSIAN -> new LossL2(weights(shape, 0.5));
            case BCE -> new LossBinaryXENT(weights(shape, 1.0 / shape.size()));
            case MAE -> new LossMAE(weights(shape, 1.0 / shape.pixels()));
        };
    }

    /** @return the weight for each channel, [1, channels] */
    private static INDArray weights(ImageShape shape, double weight) {
        return Nd4j.valueArrayOf(new long[] {1, shape.channels()}, weight, DataType.FLOAT);
    }
}
