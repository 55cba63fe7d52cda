package latentlab.embedding.umap;

/**
 * Settings of a {@link Umap}.
 *
 * @param neighbours of a point, itself among them as in umap-learn: at least 2, at most the number of points
 * @param minimalDistance how near points may come to each other on the map, in units in which a cluster's points are
 *     some 1 apart: 0 to 1; the less, the denser are clusters
 * @param epochs after which the points rest, at least 1
 * @param rate by which they move at first, falling to 0 in equal steps: 1, or less for a map that starts from a good
 *     one
 * @param seed of the approximate neighbour search, of the points that repel each other, and of a little noise on the
 *     first map
 */
public record UmapSettings(int neighbours, double minimalDistance, int epochs, double rate, long seed) {
    public static final UmapSettings DEFAULT = new UmapSettings(15, 0.1, 500, 1, 1);

    /** The rate of a map that starts from a good one: its clusters move, but are not torn apart. */
    public static final double GENTLE = 0.25;

    /** Most points that take many epochs. */
    public static final int FEW = 10_000;

    private static final int MANY_EPOCHS = 500;
    private static final int FEW_EPOCHS = 200;

    /** @return the default number of neighbours, or half of the points where that is less; at least 2 */
    public static int fittingNeighbours(int points) {
        return Math.clamp(points / 2, 2, DEFAULT.neighbours);
    }

    /** @return as many epochs as umap-learn takes for so many points */
    public static int fittingEpochs(int points) {
        return points <= FEW ? MANY_EPOCHS : FEW_EPOCHS;
    }

    public UmapSettings withNeighbours(int value) {
        return new UmapSettings(value, minimalDistance, epochs, rate, seed);
    }

    public UmapSettings withMinimalDistance(double value) {
        return new UmapSettings(neighbours, value, epochs, rate, seed);
    }

    public UmapSettings withEpochs(int value) {
        return new UmapSettings(neighbours, minimalDistance, value, rate, seed);
    }

    public UmapSettings withRate(double value) {
        return new UmapSettings(neighbours, minimalDistance, epochs, value, seed);
    }

    public UmapSettings withSeed(long value) {
        return new UmapSettings(neighbours, minimalDistance, epochs, rate, value);
    }
}
