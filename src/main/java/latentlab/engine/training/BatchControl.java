package latentlab.engine.training;

/**
 * How pause, stop and a changed learning rate reach a running epoch: it asks before every batch, and may be kept
 * waiting.
 */
@FunctionalInterface
public interface BatchControl {
    /**
     * @param batch about to be trained, from 0
     * @param batches in the epoch
     * @return the learning rate for this batch, or NaN to give the epoch up
     */
    double learningRate(int batch, int batches);
}
