package latentlab.embedding;

/**
 * The k nearest neighbours of each of some points, not counting the point itself; nearest first, and among those
 * equally near the one with the lower index first.
 *
 * @param k number of neighbours of a point
 * @param indices shape [count, k]
 * @param squared shape [count, k], squared Euclidean distances
 */
public record Neighbours(int k, int[] indices, float[] squared) {
    /** Number of points. */
    public int count() {
        return indices.length / k;
    }

    /** @param candidate see {@link Nearest#candidate} */
    void set(int at, long candidate) {
        indices[at] = Nearest.index(candidate);
        squared[at] = Nearest.distance(candidate);
    }
}
