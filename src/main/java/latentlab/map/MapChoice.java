package latentlab.map;

/**
 * What the map shows, and how.
 *
 * @param unitX unit along x, from 0
 * @param unitY unit along y, from 0
 */
public record MapChoice(MapSource source, MapMethod method, int unitX, int unitY) {
    /** What a latent space of this dimension is first shown on: both of two units, else principal components. */
    public static MapChoice forDimension(int latent) {
        return new MapChoice(
                MapSource.LATENT, latent > 2 ? MapMethod.PRINCIPAL : MapMethod.UNITS, 0, Math.min(1, latent - 1));
    }

    /** @return the same of a latent space of another dimension, as far as it has that; images stay what they are */
    public MapChoice inDimension(int latent) {
        return source == MapSource.PIXELS || method == MapMethod.TSNE && latent > 1
                ? new MapChoice(source, method, 0, Math.min(1, latent - 1))
                : forDimension(latent);
    }

    public MapChoice with(MapMethod other) {
        return new MapChoice(source, other, unitX, unitY);
    }

    /** @return the same of something else, with a method there is for it */
    public MapChoice of(MapSource other) {
        return new MapChoice(other, method, unitX, unitY).possible();
    }

    /** @return the same with a method there is for what is laid out: pixels are no units */
    public MapChoice possible() {
        boolean impossible = source == MapSource.PIXELS && method == MapMethod.UNITS;
        return impossible ? new MapChoice(source, MapMethod.PRINCIPAL, unitX, unitY) : this;
    }
}
