package latentlab.engine.training;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.StepNumbers;
import latentlab.engine.layer.LayerBackward;
import latentlab.engine.loss.CodePenalty;
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
 * d(l-1)  = (W' d(l)) f'                     of the code also the slopes of its penalties, see CodePenalty
 * dW = d(l) a(l-1)',  db = sum of d(l)       tied: what decoder and encoder come to is added up
 * </pre>
 *
 * <p>Batches of narrow models are cut into parts, each with a gradient of its own, and parameters into slices. {@link
 * Workers} share them; parts are added in their order, so that the numbers are the same for any number of workers.
 */
public final class TrainingStep {
    /** Puts images into a batch, or into a part of one. */
    @FunctionalInterface
    interface Filler {
        void fill(Batch part, Kernels kernels);
    }

    /** Numbers of the parameters that one worker updates at a time, with all that belongs to them. */
    private static final int SLICE = 4096;

    /** Larger ones of a large model. */
    private static final int MOST_SLICES = 1024;

    private static final Filler FILLED = (_, _) -> {};

    /** Some of the parameters, and what belongs to them. */
    private record Slice(
            int length,
            MemorySegment parameters,
            MemorySegment[] gradients,
            MemorySegment first,
            MemorySegment second) {
        /** Adds the gradients of all parts up, in their order. */
        void sum(Kernels kernels, int parts) {
            for (int part = 1; part < parts; part++) {
                kernels.add(gradients[0], gradients[part], length);
            }
        }
    }

    private final Workers workers;
    private final Kernels[] kernels;
    private final Network[] networks;
    private final Loss loss;
    private final Optimiser optimiser;
    private final double weightDecay;
    private final double clip;
    private final CodePenalty[] penalties;
    private final int codeLayer;
    private final StepNumbers numbers = new StepNumbers();

    public final Network network;
    final Parameters gradient;
    /** Of each part, the first one's among them, which comes to hold the sum. */
    private final List<Parameters> gradients = new ArrayList<>();

    private final List<LayerBackward[]> layers = new ArrayList<>();
    private final Parameters first;
    private final Parameters second;
    private final List<Slice> slices = new ArrayList<>();
    private final double[] losses;
    private final double[] norms;
    private final Workers.Work pass = this::pass;
    private final Workers.Work sum = this::sum;
    private final Workers.Work update = this::update;
    private long steps;
    /** Of the step under way. */
    private Batch batch;

    private Filler filler;

    /** What the summed gradient is multiplied by, once it is summed. */
    private float clipping;

    private boolean summed;

    /** Of the weights of what comes from the code: what counts in the next steps, 0 to 1. */
    private double share = 1;

    /** For the caller's thread alone. */
    public TrainingStep(Autoencoder model, Kernels kernels, float[] initial, TrainingConfig config) {
        this(model, kernels, initial, config, new Workers(1));
    }

    /** @param workers who share the work; left open */
    TrainingStep(Autoencoder model, Kernels kernels, float[] initial, TrainingConfig config, Workers workers) {
        this.workers = workers;
        loss = config.get(Setting.LOSS);
        optimiser = config.get(Setting.OPTIMISER);
        weightDecay = config.get(Setting.WEIGHT_DECAY);
        clip = config.get(Setting.CLIP);
        penalties = CodePenalty.of(config).toArray(CodePenalty[]::new);
        codeLayer = model.codeLayer();
        network = new Network(model, kernels, initial);
        this.kernels = new Kernels[workers.count()];
        networks = new Network[workers.count()];
        for (int worker = 0; worker < networks.length; worker++) {
            this.kernels[worker] = worker == 0 ? kernels : kernels.forAnotherThread();
            networks[worker] = worker == 0 ? network : network.with(this.kernels[worker]);
        }
        for (int part = 0; part < model.parts(); part++) {
            Parameters of = new Parameters(model);
            gradients.add(of);
            layers.add(model.layers().stream()
                    .map(layer -> layer.backward(network.parameters::array, of::array))
                    .toArray(LayerBackward[]::new));
        }
        gradient = gradients.getFirst();
        first = new Parameters(model);
        second = new Parameters(model);
        int length = gradient.all.length();
        int size = SLICE * (1 + length / (SLICE * MOST_SLICES));
        for (int from = 0; from < length; from += Math.min(size, length - from)) {
            slices.add(slice(from, Math.min(size, length - from)));
        }
        losses = new double[model.parts()];
        norms = new double[slices.size()];
    }

    private Slice slice(int from, int length) {
        return new Slice(
                length,
                slice(network.parameters, from, length),
                gradients.stream().map(each -> slice(each, from, length)).toArray(MemorySegment[]::new),
                slice(first, from, length),
                slice(second, from, length));
    }

    private static MemorySegment slice(Parameters of, int from, int length) {
        return of.all.segment().asSlice((long) Float.BYTES * from, (long) Float.BYTES * length);
    }

    /** Trains on the images in the batch; see {@link #train(Batch, Filler, double, double)}. */
    public double train(Batch batch, double learningRate, double momentum) {
        return train(batch, FILLED, learningRate, momentum);
    }

    /**
     * Fills the batch and trains on its images.
     *
     * @param filler is asked for each part, on the thread that goes on with it
     * @param momentum see {@link Schedule#momentum}
     * @return sum of the loss over images and pixels, before the step and without what keeps the code sparse
     */
    double train(Batch batch, Filler filler, double learningRate, double momentum) {
        double total = pass(batch, filler);
        summed = clip > 0;
        if (summed) {
            sumAndClip();
        }
        steps++;
        numbers.set(optimiser, learningRate, momentum, weightDecay, steps);
        workers.run(update, slices.size());
        return total;
    }

    /** @param share of the weights of what comes from the code that counts from now on, 0 to 1; 1 at first */
    void weigh(double share) {
        this.share = share;
    }

    /** Forward and backward pass: fills {@link #gradient} and the batch's outputs; returns as {@link #train} does. */
    double gradients(Batch batch) {
        double total = pass(batch, FILLED);
        sumAndClip();
        if (clipping != 1) {
            kernels[0].scale(gradient.all.segment(), gradient.all.length(), clipping);
        }
        return total;
    }

    private double pass(Batch batch, Filler filler) {
        this.batch = batch;
        this.filler = filler;
        int parts = batch.parts().size();
        workers.run(pass, parts);
        double total = 0;
        for (int part = 0; part < parts; part++) {
            total += losses[part];
        }
        return total;
    }

    private void pass(int number, int worker) {
        Kernels mine = kernels[worker];
        Batch part = batch.parts().get(number);
        filler.fill(part, mine);
        networks[worker].forward(part);
        LayerBackward[] back = layers.get(number);
        int last = back.length - 1;
        float scale = (float) (1 / loss.elements(network.model.inputs(), batch.count()));
        losses[number] = back[last].outputDelta(mine, loss, part.output(), part.images, part.count(), scale);
        Floats delta = part.output();
        for (int l = last; l > 0; l--) {
            Floats below = part.deltas.get(l - 1);
            back[l].inputDelta(delta, below, part.kept.get(l));
            back[l].weightGradient(part.inputOf(l), delta, part.kept.get(l));
            Floats output = part.outputs.get(l - 1);
            if (l - 1 == codeLayer) {
                for (CodePenalty penalty : penalties) {
                    penalty.addSlope(mine, part, below, batch.count(), share);
                }
            }
            back[l - 1].hiddenDelta(mine, below, output, part.kept.get(l - 1), part.count());
            delta = below;
        }
        back[0].weightGradient(part.input, delta, part.kept.getFirst());
    }

    /** As PyTorch's {@code clip_grad_norm_}: by the norm of all parameters together. */
    private void sumAndClip() {
        workers.run(sum, slices.size());
        clipping = 1;
        if (clip > 0) {
            double squares = 0;
            for (double each : norms) {
                squares += each;
            }
            double norm = Math.sqrt(squares);
            if (norm > clip) {
                clipping = (float) (clip / (norm + 1e-6));
            }
        }
    }

    private void sum(int number, int worker) {
        Slice slice = slices.get(number);
        slice.sum(kernels[worker], batch.parts().size());
        norms[number] = clip > 0 ? kernels[worker].squaredNorm(slice.gradients[0], slice.length) : 0;
    }

    private void update(int number, int worker) {
        Slice slice = slices.get(number);
        Kernels mine = kernels[worker];
        if (!summed) {
            slice.sum(mine, batch.parts().size());
        } else if (clipping != 1) {
            mine.scale(slice.gradients[0], slice.length, clipping);
        }
        if (weightDecay > 0 && optimiser != Optimiser.ADAMW) {
            mine.addDecay(slice.gradients[0], slice.parameters, slice.length, (float) weightDecay);
        }
        mine.step(optimiser, slice.parameters, slice.gradients[0], slice.first, slice.second, slice.length, numbers);
    }

    /** The optimiser's first and second moment, of the parameters' shape; a view, not a copy. */
    List<Parameters> moments() {
        return List.of(first, second);
    }

    /** Steps taken so far. */
    long steps() {
        return steps;
    }

    /** Goes on from where another one has been. */
    void set(TrainerState state) {
        network.parameters.set(state.parameters());
        first.set(state.first());
        second.set(state.second());
        steps = state.steps();
    }

    /** Everything a step changes: parameters, the optimiser's memory and its step count. */
    final class Checkpoint {
        private final Floats[] now = {network.parameters.all, first.all, second.all};
        private final Floats[] then =
                Stream.of(now).map(each -> Floats.matrix(each.length(), 1)).toArray(Floats[]::new);
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
        gradients.forEach(Parameters::close);
        first.close();
        second.close();
    }
}
