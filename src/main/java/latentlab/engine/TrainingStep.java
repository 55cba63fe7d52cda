package latentlab.engine;

/**
 * Backpropagation and Adam for one batch, written out by hand: for a model this small most of a framework's time goes into
 * small operations in mixed memory order, so everything between the five matrix products is fused into {@link Kernels}.
 *
 * <p>With x [inputs, batch], W the weights and s the sigmoid:
 *
 * <pre>
 * h  = s(W1 x + b1)                          latent
 * y  = s(W2 h + b2)                          reconstruction
 * d2 = 2 / (inputs batch) (y - x) y (1 - y)  loss = mean (y - x)^2
 * d1 = (W2' d2) h (1 - h)
 * dW2 = d2 h',  dW1 = d1 x'                  tied (W2 = W1'): dW1 = d1 x' + (d2 h')'
 * </pre>
 */
final class TrainingStep {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    private final Autoencoder model;
    private final Kernels kernels;
    final Parameters parameters;
    final Parameters gradient;
    private final Floats mean;
    private final Floats square;
    private long steps;

    TrainingStep(Autoencoder model, Kernels kernels, float[] initial) {
        this.model = model;
        this.kernels = kernels;
        parameters = new Parameters(model);
        parameters.all.set(initial);
        gradient = new Parameters(model);
        mean = Floats.matrix(model.parameterCount(), 1);
        square = Floats.matrix(model.parameterCount(), 1);
    }

    /**
     * Trains on the images in the batch.
     *
     * @return sum over images and pixels of the squared error, before the step
     */
    double train(Batch batch, double learningRate) {
        double loss = gradients(batch);
        steps++;
        kernels.adam(
                parameters.all.segment(),
                gradient.all.segment(),
                mean.segment(),
                square.segment(),
                parameters.all.length(),
                (float) (learningRate / (1 - Math.pow(BETA1, steps))),
                (float) (1 / Math.sqrt(1 - Math.pow(BETA2, steps))));
        return loss;
    }

    /** Forward and backward pass: fills {@link #gradient} and the batch's latent; returns as {@link #train} does. */
    double gradients(Batch batch) {
        int inputs = model.inputs();
        int latent = model.latent();
        int count = batch.count();
        encode(batch);
        parameters.decode(batch.latent, batch.output);
        double loss = kernels.outputDelta(
                batch.output.segment(),
                parameters.decoderBias.segment(),
                batch.images.segment(),
                gradient.decoderBias.segment(),
                inputs,
                count,
                2f / ((float) inputs * count));
        Floats outputDelta = batch.output;
        boolean tied = model.kind() == ModelKind.TIED;
        if (tied) {
            batch.latentDelta.product(parameters.encoderWeight, true, outputDelta, false);
        } else {
            batch.latentDelta.product(parameters.decoderWeight, false, outputDelta, false);
            gradient.decoderWeight.product(batch.latent, false, outputDelta, true);
        }
        kernels.hiddenDelta(
                batch.latentDelta.segment(), batch.latent.segment(), gradient.encoderBias.segment(), latent, count);
        gradient.encoderWeight.product(batch.images, false, batch.latentDelta, true);
        if (tied) {
            gradient.encoderWeight.addProduct(outputDelta, false, batch.latent, true);
        }
        return loss;
    }

    /** Forward pass: fills the batch's latent and, with the reconstruction, its output; returns the summed squared error. */
    double evaluate(Batch batch) {
        encode(batch);
        parameters.decode(batch.latent, batch.output);
        return kernels.squaredError(
                batch.output.segment(),
                parameters.decoderBias.segment(),
                batch.images.segment(),
                model.inputs(),
                batch.count());
    }

    /** The first half of a forward pass: fills the batch's latent. */
    void encode(Batch batch) {
        parameters.encode(batch.images, batch.latent);
        kernels.sigmoid(batch.latent.segment(), parameters.encoderBias.segment(), model.latent(), batch.count());
    }

    /** Everything a step changes: parameters, Adam's two means and its step count. */
    final class Checkpoint {
        private final Floats[] copies = {
            Floats.matrix(model.parameterCount(), 1),
            Floats.matrix(model.parameterCount(), 1),
            Floats.matrix(model.parameterCount(), 1)
        };
        private long stepsThen;

        void save() {
            copies[0].set(parameters.all);
            copies[1].set(mean);
            copies[2].set(square);
            stepsThen = steps;
        }

        void restore() {
            parameters.all.set(copies[0]);
            mean.set(copies[1]);
            square.set(copies[2]);
            steps = stepsThen;
        }

        void close() {
            for (Floats copy : copies) {
                copy.close();
            }
        }
    }

    void close() {
        parameters.close();
        gradient.close();
        mean.close();
        square.close();
    }
}
