package latentlab.run.findings;

import latentlab.embedding.TsneSettings;

/**
 * A finished t-SNE of test images.
 *
 * @param space where the neighbours were looked for, by Euclidean distance
 * @param epoch of the codes; -1 for pixels, which are the same at every epoch
 * @param settings of it; without exaggerated iterations where it began from the places of another map
 * @param iterations that led to it
 * @param divergence of Kullback and Leibler at the end, in nats
 * @param images indices of the test images that are mapped, ascending
 * @param positions shape [images, 2]
 */
public record TsneMap(
        Space space,
        int epoch,
        TsneSettings settings,
        int iterations,
        double divergence,
        int[] images,
        float[] positions) {
    /** What is mapped. */
    public enum Space {
        LATENT,
        PIXELS
    }

    /** @return whether it answers the same question as the other: there is no use in having both */
    public boolean replaces(TsneMap other) {
        return is(other.space, other.epoch, other.settings.perplexity(), other.images.length);
    }

    boolean is(Space ofSpace, int ofEpoch, double perplexity, int count) {
        return space == ofSpace && epoch == ofEpoch && settings.perplexity() == perplexity && images.length == count;
    }
}
