package latentlab.engine;

import latentlab.text.Problem;

/**
 * What a run is: everything but the data. The learning rate is the one it starts with.
 *
 * @param kind simple or weight-tied
 * @param latent units of the latent layer, 1 to {@value #MAX_LATENT}
 * @param learningRate Adam's step size, {@value #MIN_RATE} to {@value #MAX_RATE}
 * @param batch images a step, 1 to {@value #MAX_BATCH}; the last, shorter batch of an epoch is trained on too
 * @param epochs passes over the training images, 1 to {@value #MAX_EPOCHS}
 * @param seed fixes the initial parameters and the order of shuffled images
 * @param shuffle whether each epoch takes the images in a new order
 */
public record TrainingConfig(
        ModelKind kind, int latent, double learningRate, int batch, int epochs, long seed, boolean shuffle) {
    public static final int MAX_LATENT = 128;
    public static final double MIN_RATE = 1e-4;
    public static final double MAX_RATE = 1;
    public static final int MAX_BATCH = 10_000;
    public static final int MAX_EPOCHS = 100_000;

    /** The notebook's: simple, 20 units, Adam at 0.01, batches of 128, 50 epochs, not shuffled. */
    public static final TrainingConfig DEFAULT = new TrainingConfig(ModelKind.SIMPLE, 20, 0.01, 128, 50, 1, false);

    /**
     * @return this
     * @throws Problem naming the first value out of range and the range
     */
    public TrainingConfig validated() throws Problem {
        within("engine.latent.range", latent, 1, MAX_LATENT);
        within("engine.rate.range", learningRate, MIN_RATE, MAX_RATE);
        within("engine.batch.range", batch, 1, MAX_BATCH);
        within("engine.epochs.range", epochs, 1, MAX_EPOCHS);
        return this;
    }

    public TrainingConfig withKind(ModelKind kind) {
        return new TrainingConfig(kind, latent, learningRate, batch, epochs, seed, shuffle);
    }

    public TrainingConfig withLatent(int latent) {
        return new TrainingConfig(kind, latent, learningRate, batch, epochs, seed, shuffle);
    }

    public TrainingConfig withLearningRate(double learningRate) {
        return new TrainingConfig(kind, latent, learningRate, batch, epochs, seed, shuffle);
    }

    public TrainingConfig withBatch(int batch) {
        return new TrainingConfig(kind, latent, learningRate, batch, epochs, seed, shuffle);
    }

    public TrainingConfig withEpochs(int epochs) {
        return new TrainingConfig(kind, latent, learningRate, batch, epochs, seed, shuffle);
    }

    public TrainingConfig withSeed(long seed) {
        return new TrainingConfig(kind, latent, learningRate, batch, epochs, seed, shuffle);
    }

    public TrainingConfig withShuffle(boolean shuffle) {
        return new TrainingConfig(kind, latent, learningRate, batch, epochs, seed, shuffle);
    }

    private static void within(String key, double value, double low, double high) throws Problem {
        // Negated so that NaN is refused too.
        if (!(value >= low && value <= high)) {
            throw Problem.of(key, value, low, high);
        }
    }
}
