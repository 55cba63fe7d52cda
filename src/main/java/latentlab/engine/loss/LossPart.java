package latentlab.engine.loss;

/**
 * One of the numbers an epoch's loss consists of.
 *
 * @param name as files have it, e.g. {@link #RECONSTRUCTION}; what users read is the sentence {@code engine.part.NAME}
 * @param train mean over the epoch's batches as they were trained; NaN for epoch 0
 * @param valid the same of the validation images, taken after the epoch
 */
public record LossPart(String name, double train, double valid) {
    /** How far reconstructions are from their images. */
    public static final String RECONSTRUCTION = "reconstruction";
    /** What keeps the code sparse, by its weight. */
    public static final String SPARSITY = "sparsity";
    /** How far a variational code is from its prior, in nats, before its weight. */
    public static final String DIVERGENCE = "kl";
}
