package latentlab.embedding;

/**
 * Settings of a {@link Tsne}.
 *
 * @param perplexity the effective number of neighbours: at least 1, less than the number of points
 * @param seed of the approximate neighbour search, and of a little noise on the first map
 * @param exaggerated first iterations in which neighbours attract each other twelve times as strongly, so that clusters
 *     form
 */
public record TsneSettings(double perplexity, long seed, int exaggerated) {
    /** Iterations after which a map of any practical size has settled. */
    public static final int ITERATIONS = 1000;

    public static final TsneSettings DEFAULT = new TsneSettings(30, 1, 250);

    /** @return the default perplexity, or less where it would take more neighbours than there are; at least 1 */
    public static double fittingPerplexity(int points) {
        return Math.clamp((points - 1) / 3, 1, DEFAULT.perplexity);
    }

    public TsneSettings withPerplexity(double value) {
        return new TsneSettings(value, seed, exaggerated);
    }

    public TsneSettings withSeed(long value) {
        return new TsneSettings(perplexity, value, exaggerated);
    }

    /**
     * Sets the number of exaggerated iterations: 0 for a map that starts from a good one, whose clusters must not be
     * torn apart.
     */
    public TsneSettings withExaggerated(int value) {
        return new TsneSettings(perplexity, seed, value);
    }
}
