package latentlab.engine.training;

/** The loss became infinite or not a number. */
public final class DivergedException extends Exception {
    private final int epoch;
    private final double learningRate;

    DivergedException(int epoch, double learningRate) {
        super("loss not finite in epoch " + epoch + " at rate " + learningRate);
        this.epoch = epoch;
        this.learningRate = learningRate;
    }

    /** The epoch it happened in; the ones before it stand. */
    public int epoch() {
        return epoch;
    }

    public double learningRate() {
        return learningRate;
    }
}
