package latentlab.map;

/**
 * The content of a map, and the method that maps it.
 *
 * @param unitX index of the unit along x
 * @param unitY index of the unit along y
 */
public record MapChoice(MapSource source, MapMethod method, int unitX, int unitY) {
    /** The default for a latent space of this dimension: the units themselves up to two, else principal components. */
    public static MapChoice forDimension(int latent) {
        return new MapChoice(
                MapSource.LATENT, latent > 2 ? MapMethod.PRINCIPAL : MapMethod.UNITS, 0, Math.min(1, latent - 1));
    }

    /**
     * @return the same choice for a latent space of another dimension, as far as possible; a map of pixels stays
     *     one of pixels
     */
    public MapChoice inDimension(int latent) {
        return source == MapSource.PIXELS || method.stepwise() && latent > 1
                ? new MapChoice(source, method, 0, Math.min(1, latent - 1))
                : forDimension(latent);
    }

    public MapChoice with(MapMethod other) {
        return new MapChoice(source, other, unitX, unitY);
    }

    /** @return the same choice for another source, with a method that source has */
    public MapChoice of(MapSource other) {
        return new MapChoice(other, method, unitX, unitY).possible();
    }

    /** @return the same choice with a method its source has: pixels have no units */
    public MapChoice possible() {
        boolean impossible = source == MapSource.PIXELS && method == MapMethod.UNITS;
        return impossible ? new MapChoice(source, MapMethod.PRINCIPAL, unitX, unitY) : this;
    }
}
