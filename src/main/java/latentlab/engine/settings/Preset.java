package latentlab.engine.settings;

import java.util.List;

/** Runs worth starting from. */
public enum Preset {
    /** 784-20-784, sigmoid, Adam. */
    NOTEBOOK_SIMPLE(TrainingConfig.DEFAULT),
    NOTEBOOK_TIED(TrainingConfig.DEFAULT.withKind(ModelKind.TIED)),
    /** Two sigmoid units cannot hold ten classes apart: the codes end up in corners and along edges. */
    TWO_DIMENSIONS(TrainingConfig.DEFAULT.withLatent(2)),
    /** A stack around two linear units does hold most of them apart. */
    TWO_DIMENSIONS_DEEP(deep(HiddenLayer.dense(512, 256, 64), 2)
            .with(Setting.LOSS, Loss.BCE)
            .with(Setting.RATE, 0.002)
            .withEpochs(30)),
    /** Half of the pixels are masked: the model has to know what a digit looks like. */
    DENOISING(deep(HiddenLayer.dense(256), 64)
            .with(Setting.NOISE, Noise.MASKING)
            .with(Setting.NOISE_LEVEL, 0.5)
            .with(Setting.RATE, 0.003)
            .withEpochs(30)),
    /** Three channels are three times as many inputs: at the notebook's rate all codes soon become one. */
    COLOUR(deep(HiddenLayer.dense(256), 32).with(Setting.RATE, 0.003).withEpochs(30)),
    /** Strokes are found wherever they are: a third of the deep stack's error with a fortieth of its weights. */
    CONVOLUTIONAL(convolutional(16, 32, 20)),
    CONVOLUTIONAL_COLOUR(convolutional(32, 64, 128)),
    /**
     * The stack of Science 313:504, trained from scratch as one would today; their figure is 3.00 on MNIST. Without the
     * decay it learns the training images by heart and stays at 2.95, with it it comes to 2.73 in its 50 epochs.
     */
    HINTON_SALAKHUTDINOV(deep(HiddenLayer.dense(1000, 500, 250), 30)
            .with(Setting.LOSS, Loss.SSE)
            .with(Setting.OPTIMISER, Optimiser.ADAMW)
            .with(Setting.WEIGHT_DECAY, 0.05)
            .with(Setting.RATE, 0.002)
            .with(Setting.VALIDATION, Validation.TEST)),
    /** The usual example of one, 784-400-20-400-784: codes are distributions, and samples of the prior are digits. */
    VARIATIONAL(variational(HiddenLayer.dense(400), 20, Activation.RELU)),
    /** Two units once more: this time the space between the classes decodes to something, too. */
    TWO_DIMENSIONS_VARIATIONAL(
            variational(HiddenLayer.dense(512, 256), 2, Activation.ELU).withEpochs(30)),
    /**
     * Sigmoids learn slowly. Before the decoder can use what a unit tells, its divergence has pushed the unit to the
     * prior: most come to tell nothing, and fewer where beta has a warm-up.
     */
    POSTERIOR_COLLAPSE(variational(HiddenLayer.dense(256, 128, 64), 20, Activation.SIGMOID)
            .withLearningRate(0.003)
            .withEpochs(40)),
    /** Where divergence costs four times as much, a unit tends to stand for one thing (Higgins et al. 2017). */
    BETA(variational(HiddenLayer.dense(256, 128), 10, Activation.ELU)
            .with(Setting.BETA, 4.0)
            .withEpochs(40));

    private final TrainingConfig config;

    Preset(TrainingConfig config) {
        this.config = config;
    }

    public TrainingConfig config() {
        return config;
    }

    private static TrainingConfig variational(List<HiddenLayer> hidden, long latent, Activation activation) {
        return TrainingConfig.DEFAULT
                .withKind(ModelKind.VARIATIONAL)
                .with(Setting.LOSS, Loss.BERNOULLI)
                .with(Setting.HIDDEN, hidden)
                .withLatent(latent)
                .with(Setting.ENCODER, activation)
                .with(Setting.DECODER, activation)
                .with(Setting.INITIALISER, activation == Activation.ELU ? Initialiser.XAVIER : Initialiser.PYTORCH)
                .withLearningRate(0.001)
                .withEpochs(20)
                .withShuffle(true);
    }

    /** Two convolutions and a dense code: ReLU around a linear code, Adam with one cycle of the rate, shuffled. */
    private static TrainingConfig convolutional(int first, int second, long latent) {
        return TrainingConfig.DEFAULT
                .with(Setting.HIDDEN, List.of(new HiddenLayer.Convolution(first), new HiddenLayer.Convolution(second)))
                .withLatent(latent)
                .with(Setting.ENCODER, Activation.RELU)
                .with(Setting.CODE, Activation.LINEAR)
                .with(Setting.DECODER, Activation.RELU)
                .with(Setting.RATE, 0.003)
                .with(Setting.SCHEDULE, Schedule.ONE_CYCLE)
                .withShuffle(true)
                .withEpochs(10);
    }

    /** ELU around a linear code, Xavier, Adam with one cycle of the rate, shuffled. */
    private static TrainingConfig deep(List<HiddenLayer> hidden, long latent) {
        return TrainingConfig.DEFAULT
                .with(Setting.HIDDEN, hidden)
                .withLatent(latent)
                .with(Setting.ENCODER, Activation.ELU)
                .with(Setting.CODE, Activation.LINEAR)
                .with(Setting.DECODER, Activation.ELU)
                .with(Setting.INITIALISER, Initialiser.XAVIER)
                .with(Setting.SCHEDULE, Schedule.ONE_CYCLE)
                .withShuffle(true);
    }
}
