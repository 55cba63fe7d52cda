package latentlab.run.findings;

/**
 * A finished t-SNE or UMAP of test images.
 *
 * @param space where the neighbours were looked for, by Euclidean distance
 * @param epoch of the codes; -1 for pixels, which are the same at every epoch
 * @param way it was laid out
 * @param iterations that led to it; of a UMAP epochs
 * @param divergence of Kullback and Leibler at the end, in nats; NaN of a UMAP
 * @param images indices of the test images that are mapped, ascending
 * @param positions shape [images, 2]
 */
public record LaidOutMap(
        Space space, int epoch, LayoutWay way, int iterations, double divergence, int[] images, float[] positions) {
    /** What is mapped. */
    public enum Space {
        LATENT,
        PIXELS
    }

    /** @return whether it answers the same question as the other: there is no use in having both */
    public boolean replaces(LaidOutMap other) {
        return is(other.space, other.epoch, other.way, other.images.length);
    }

    boolean is(Space ofSpace, int ofEpoch, LayoutWay ofWay, int count) {
        return space == ofSpace && epoch == ofEpoch && way.replaces(ofWay) && images.length == count;
    }
}
