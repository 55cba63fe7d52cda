package latentlab.engine.training;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.engine.kernels.BlasThreads;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.layer.Layer;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * Works one step of training out as numbers: the step that a {@link Trainer} with the same state takes next, with its
 * own gradients and its own update, and beside them what the textbook's formulas come to.
 */
public final class StepTracer {
    /** How far a weight is moved for the difference: in double precision small enough for its square to be nothing. */
    private static final double MOVE = 1e-4;

    private final TrainingConfig config;
    private final Dataset dataset;
    private final TrainerState state;
    private final boolean known;
    private final Autoencoder model;
    private final Loss loss;
    private final double sparsity;
    private final int[] images;
    private final int batches;

    /**
     * @param state between two epochs
     * @param known whether the optimiser's memory in it is what it was in training
     */
    public StepTracer(TrainingConfig config, Dataset dataset, TrainerState state, boolean known) {
        this.config = config;
        this.dataset = dataset;
        this.state = state;
        this.known = known;
        model = Autoencoder.of(config, dataset.shape());
        loss = config.get(Setting.LOSS);
        sparsity = config.get(Setting.SPARSITY);
        int from = Split.of(config, dataset).held();
        int[] order = IntStream.range(from, Math.max(from + 1, dataset.train().count()))
                .toArray();
        if (config.shuffle()) {
            Trainer.shuffle(order, from, config.seed(), state.epoch() + 1);
        }
        int size = Math.min(config.batch(), order.length);
        batches = (order.length + size - 1) / size;
        images = IntStream.of(order).limit(size).toArray();
    }

    /** Indices among the training images of those in the batch. */
    public int[] images() {
        return images.clone();
    }

    public Autoencoder model() {
        return model;
    }

    /**
     * @param unit of the code
     * @return the input of the latent layer that adds most to that unit's sum, for the batch's image: the one whose
     *     weight is worth following
     */
    public int strongest(int image, int unit) {
        double[] inputs = inputsOfCode(image);
        Layer layer = model.layers().get(model.codeLayer());
        DoublePass pass = new DoublePass(model, state.parameters(), -1, 0);
        int strongest = 0;
        double most = -1;
        for (int i = 0; i < inputs.length; i++) {
            double term = Math.abs(pass.weight(layer, unit, i) * inputs[i]);
            if (term > most) {
                most = term;
                strongest = i;
            }
        }
        return strongest;
    }

    private double[] inputsOfCode(int image) {
        try (Rooms rooms = new Rooms()) {
            rooms.losses(rooms.exact);
            return column(rooms.batch.inputOf(model.codeLayer()), image);
        }
    }

    /**
     * @param wanted whether the numbers are still asked for
     * @throws CancellationException once they are not
     */
    public StepTrace trace(StepTrace.Chosen chosen, BooleanSupplier wanted) {
        try (Rooms rooms = new Rooms()) {
            Batch batch = rooms.batch;
            double batchLoss = rooms.losses(rooms.exact);
            int code = model.codeLayer();
            double[][] below = new double[batch.count()][];
            for (int i = 0; i < below.length; i++) {
                below[i] = column(batch.inputOf(code), i);
            }
            float[] original = floats(column(batch.images, chosen.image()));
            float[] input = floats(column(batch.input, chosen.image()));
            float[] output = floats(column(batch.output(), chosen.image()));
            double penalty = 0;
            for (double value : numbers(batch.latent())) {
                penalty += sparsity * Math.abs(value) / batch.count();
            }
            DoublePass pass = new DoublePass(model, state.parameters(), -1, 0);
            StepTrace.Sum unit = sum(pass, code, chosen.unit(), below[chosen.image()]);
            int last = model.layers().size() - 1;
            StepTrace.Sum pixel = sum(pass, last, chosen.pixel(), column(batch.inputOf(last), chosen.image()));
            double imageLoss = pass.losses(code, below[chosen.image()], original, loss, 0)[0];
            double pixelLoss = loss.of(pixel.value(), pixel.output(), original[chosen.pixel()]);

            rooms.inTurn(() -> rooms.exact.gradients(batch));
            StepTrace.Gradient gradient = gradient(rooms, chosen, below, wanted);
            StepTrace.Update update = update(rooms, chosen, gradient);
            double after = rooms.losses(rooms.real);
            return new StepTrace(
                    state.epoch(),
                    batches,
                    images(),
                    chosen,
                    original,
                    input,
                    output,
                    unit,
                    pixel,
                    new StepTrace.Losses(
                            loss, pixelLoss, imageLoss / loss.elements(model.inputs(), 1), batchLoss, penalty, after),
                    gradient,
                    update);
        }
    }

    private StepTrace.Sum sum(DoublePass pass, int layer, int output, double[] inputs) {
        Layer each = model.layers().get(layer);
        double[] weights = new double[inputs.length];
        double sum = pass.bias(each, output);
        for (int i = 0; i < inputs.length; i++) {
            weights[i] = pass.weight(each, output, i);
            sum += weights[i] * inputs[i];
        }
        return new StepTrace.Sum(
                each.name(),
                weights,
                inputs,
                pass.bias(each, output),
                sum,
                each.activation(),
                each.activation().of(sum));
    }

    private StepTrace.Gradient gradient(
            Rooms rooms, StepTrace.Chosen chosen, double[][] below, BooleanSupplier wanted) {
        int code = model.codeLayer();
        Layer layer = model.layers().get(code);
        Autoencoder.ParameterArray array = model.array(layer.weight());
        int place = DoublePass.place(model, layer, chosen.unit(), chosen.input());
        Batch batch = rooms.batch;
        double encoder = 0;
        for (int i = 0; i < below.length; i++) {
            encoder += delta(batch, code, chosen.unit(), i) * below[i][chosen.input()];
        }
        Layer next = model.layers().get(code + 1);
        double decoder = 0;
        for (int i = 0; next.sharesWeight() && i < below.length; i++) {
            decoder += delta(batch, code + 1, chosen.input(), i)
                    * value(batch.latent(), (long) i * model.latent() + chosen.unit());
        }
        double value = rooms.exact.gradient.at(place);
        double norm = 0;
        for (double each : numbers(rooms.exact.gradient.all)) {
            norm += each * each;
        }
        norm = Math.sqrt(norm);
        double clip = config.get(Setting.CLIP);
        double clipped = clip > 0 && norm > clip ? clip / (norm + 1e-6) : 1;
        double decay = config.get(Setting.OPTIMISER) == Optimiser.ADAMW ? 0 : config.get(Setting.WEIGHT_DECAY);
        return new StepTrace.Gradient(
                array.name(),
                chosen.unit(),
                chosen.input(),
                delta(batch, code, chosen.unit(), chosen.image()),
                below[chosen.image()][chosen.input()],
                encoder,
                decoder,
                value,
                difference(batch, place, below, wanted),
                norm,
                clipped,
                decay * state.parameters()[place]);
    }

    /** The batch's loss with the weight a little greater, less that with it a little smaller, over twice the little. */
    private double difference(Batch batch, int place, double[][] below, BooleanSupplier wanted) {
        double difference = 0;
        DoublePass up = new DoublePass(model, state.parameters(), place, MOVE);
        DoublePass down = new DoublePass(model, state.parameters(), place, -MOVE);
        double elements = loss.elements(model.inputs(), batch.count());
        for (int i = 0; i < below.length; i++) {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException("nobody waits for the step");
            }
            float[] original = floats(column(batch.images, i));
            double[] more = up.losses(model.codeLayer(), below[i], original, loss, sparsity);
            double[] less = down.losses(model.codeLayer(), below[i], original, loss, sparsity);
            difference += (more[0] - less[0]) / elements + (more[1] - less[1]) / batch.count();
        }
        return difference / (2 * MOVE);
    }

    private StepTrace.Update update(Rooms rooms, StepTrace.Chosen chosen, StepTrace.Gradient gradient) {
        int place = DoublePass.place(model, model.layers().get(model.codeLayer()), chosen.unit(), chosen.input());
        Schedule schedule = config.get(Setting.SCHEDULE);
        double rate = state.learningRate()
                * schedule.factor(
                        config,
                        state.epoch(),
                        0,
                        batches,
                        state.planned(),
                        state.patience().plateaus());
        double momentum = schedule.momentum(config, state.epoch(), 0, batches, state.planned());
        rooms.inTurn(() -> rooms.real.train(rooms.batch, rate, momentum));
        Optimiser optimiser = config.get(Setting.OPTIMISER);
        double first = state.first()[place];
        double second = state.second()[place];
        double firstAfter = rooms.real.moments().getFirst().at(place);
        double secondAfter = rooms.real.moments().getLast().at(place);
        long step = state.steps() + 1;
        double g = gradient.given();
        double change =
                switch (optimiser) {
                    case SGD -> rate * g;
                    case MOMENTUM -> rate * (momentum * first + g);
                    case NESTEROV -> rate * (g + momentum * (momentum * first + g));
                    case RMSPROP -> rate * g / (Math.sqrt(0.99 * second + 0.01 * g * g) + 1e-8);
                    case ADAM, ADAMW -> {
                        double m = (momentum * first + (1 - momentum) * g) / (1 - Math.pow(momentum, step));
                        double v = (0.999 * second + 0.001 * g * g) / (1 - Math.pow(0.999, step));
                        yield rate * m / (Math.sqrt(v) + 1e-8);
                    }
                };
        double kept = optimiser == Optimiser.ADAMW ? 1 - rate * config.get(Setting.WEIGHT_DECAY) : 1;
        return new StepTrace.Update(
                optimiser,
                rate,
                momentum,
                step,
                known,
                first,
                firstAfter,
                second,
                secondAfter,
                kept,
                state.parameters()[place],
                change,
                rooms.real.network.parameters.at(place));
    }

    /** Derivative of the batch's loss by the sum of a layer's output, through one image; after the way back. */
    private double delta(Batch batch, int layer, int output, int image) {
        boolean last = layer == model.layers().size() - 1;
        int outputs = model.layers().get(layer).outputs();
        Floats deltas = last ? batch.output() : batch.deltas.get(layer);
        return value(deltas, (long) image * outputs + output);
    }

    private static double value(Floats numbers, long place) {
        return numbers.segment().getAtIndex(JAVA_FLOAT, place);
    }

    private static double[] numbers(Floats floats) {
        float[] copy = new float[floats.length()];
        floats.get(copy);
        double[] numbers = new double[copy.length];
        for (int i = 0; i < copy.length; i++) {
            numbers[i] = copy[i];
        }
        return numbers;
    }

    private double[] column(Floats matrix, int image) {
        int rows = matrix.length() / images.length;
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = value(matrix, (long) image * rows + i);
        }
        return column;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /** The batch, the gradient as it is and the step as it is taken, in native memory. */
    private final class Rooms implements AutoCloseable {
        final Batch batch;
        /** Without clipping, so that the gradient can be seen before it. */
        final TrainingStep exact;

        final TrainingStep real;

        Rooms() {
            Kernels kernels = Kernels.fastest();
            try (Floats.Taking taking = new Floats.Taking()) {
                batch = Batch.of(model, images.length, config);
                exact = new TrainingStep(model, kernels, state.parameters(), config.with(Setting.CLIP, 0.0));
                real = new TrainingStep(model, kernels, state.parameters(), config);
                taking.keep();
            }
            real.set(state);
            batch.fill(dataset.train(), images, 0, kernels, Noise.seed(config.seed(), state.epoch()));
        }

        /** Takes the batch through a network. @return its loss; the batch's output is then the reconstructions */
        double losses(TrainingStep step) {
            return inTurn(() -> step.network.evaluate(batch, loss)) / loss.elements(model.inputs(), batch.count());
        }

        /** With the threads that training has, beside trainings under way. */
        double inTurn(DoubleSupplier work) {
            Lock turn = BlasThreads.hold(Trainer.threads(config, dataset));
            try {
                return work.getAsDouble();
            } finally {
                turn.unlock();
            }
        }

        @Override
        public void close() {
            batch.close();
            exact.close();
            real.close();
        }
    }
}
