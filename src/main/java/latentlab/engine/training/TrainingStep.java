package latentlab.engine.training;

import java.util.List;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.StepNumbers;
import latentlab.engine.layer.LayerBackward;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.model.Network;
import latentlab.engine.model.Parameters;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * Backpropagation and an optimiser's step for one batch, written out by hand: for models this small most of a
 * framework's time goes into small operations in mixed memory order, so everything between the matrix products is fused
 * into {@link Kernels}.
 *
 * <p>With a(0) the images [inputs, batch], and for each layer l its weight W, bias b and activation f:
 *
 * <pre>
 * a(l) = f(W a(l-1) + b)
 * d(last) = dloss/dy f'                      y = a(last), the loss a mean over the batch
 * d(l-1)  = (W' d(l)) f'                     of the code also + sparsity / batch sign(a)
 * dW = d(l) a(l-1)',  db = sum of d(l)       tied: what decoder and encoder come to is added up
 * </pre>
 */
public final class TrainingStep {
    private final Kernels kernels;
    private final Loss loss;
    private final Optimiser optimiser;
    private final double weightDecay;
    private final double clip;
    private final CodePenalty[] penalties;
    private final int codeLayer;
    private final StepNumbers numbers = new StepNumbers();

    public final Network network;
    final Parameters gradient;
    private final LayerBackward[] layers;
    private final Floats first;
    private final Floats second;
    private long steps;

    public TrainingStep(Autoencoder model, Kernels kernels, float[] initial, TrainingConfig config) {
        this.kernels = kernels;
        loss = config.get(Setting.LOSS);
        optimiser = config.get(Setting.OPTIMISER);
        weightDecay = config.get(Setting.WEIGHT_DECAY);
        clip = config.get(Setting.CLIP);
        penalties = CodePenalty.of(config).toArray(CodePenalty[]::new);
        codeLayer = model.codeLayer();
        network = new Network(model, kernels, initial);
        gradient = new Parameters(model);
        layers = model.layers().stream()
                .map(layer -> layer.backward(network.parameters::array, gradient::array))
                .toArray(LayerBackward[]::new);
        first = Floats.matrix(model.parameterCount(), 1);
        second = Floats.matrix(model.parameterCount(), 1);
    }

    /**
     * Trains on the images in the batch.
     *
     * @param momentum see {@link Schedule#momentum}
     * @return sum of the loss over images and pixels, before the step and without what keeps the code sparse
     */
    public double train(Batch batch, double learningRate, double momentum) {
        double sum = gradients(batch);
        int length = gradient.all.length();
        if (weightDecay > 0 && optimiser != Optimiser.ADAMW) {
            kernels.addDecay(gradient.all.segment(), network.parameters.all.segment(), length, (float) weightDecay);
        }
        steps++;
        numbers.set(optimiser, learningRate, momentum, weightDecay, steps);
        kernels.step(
                optimiser,
                network.parameters.all.segment(),
                gradient.all.segment(),
                first.segment(),
                second.segment(),
                length,
                numbers);
        return sum;
    }

    /** Forward and backward pass: fills {@link #gradient} and the batch's outputs; returns as {@link #train} does. */
    double gradients(Batch batch) {
        network.forward(batch);
        int last = layers.length - 1;
        float scale = (float) (1 / loss.elements(network.model.inputs(), batch.count()));
        double sum = layers[last].outputDelta(kernels, loss, batch.output(), batch.images, batch.count(), scale);
        Floats delta = batch.output();
        for (int l = last; l > 0; l--) {
            Floats below = batch.deltas.get(l - 1);
            layers[l].inputDelta(delta, below);
            layers[l].weightGradient(batch.inputOf(l), delta);
            hiddenDelta(batch, l - 1, below);
            delta = below;
        }
        layers[0].weightGradient(batch.input, delta);
        clip();
        return sum;
    }

    private void hiddenDelta(Batch batch, int layer, Floats delta) {
        Floats output = batch.outputs.get(layer);
        if (layer == codeLayer) {
            for (CodePenalty penalty : penalties) {
                penalty.addSlope(kernels, output, delta, batch.count());
            }
        }
        layers[layer].hiddenDelta(kernels, delta, output, batch.count());
    }

    /** As PyTorch's {@code clip_grad_norm_}: by the norm of all parameters together. */
    private void clip() {
        if (clip > 0) {
            double norm = Math.sqrt(kernels.squaredNorm(gradient.all.segment(), gradient.all.length()));
            if (norm > clip) {
                kernels.scale(gradient.all.segment(), gradient.all.length(), (float) (clip / (norm + 1e-6)));
            }
        }
    }

    /** The optimiser's first and second moment, as long as the parameters; a view, not a copy. */
    List<Floats> moments() {
        return List.of(first, second);
    }

    /** Steps taken so far. */
    long steps() {
        return steps;
    }

    /** Goes on from where another one has been. */
    void set(TrainerState state) {
        network.parameters.all.set(state.parameters());
        first.set(state.first());
        second.set(state.second());
        steps = state.steps();
    }

    /** Everything a step changes: parameters, the optimiser's memory and its step count. */
    final class Checkpoint {
        private final Floats[] now = {network.parameters.all, first, second};
        private final Floats[] then = {
            Floats.matrix(first.length(), 1), Floats.matrix(first.length(), 1), Floats.matrix(first.length(), 1)
        };
        private long stepsThen;

        void save() {
            for (int i = 0; i < now.length; i++) {
                then[i].set(now[i]);
            }
            stepsThen = steps;
        }

        void restore() {
            for (int i = 0; i < now.length; i++) {
                now[i].set(then[i]);
            }
            steps = stepsThen;
        }

        void close() {
            for (Floats copy : then) {
                copy.close();
            }
        }
    }

    void close() {
        network.close();
        gradient.close();
        first.close();
        second.close();
    }
}
