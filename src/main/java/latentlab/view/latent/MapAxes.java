package latentlab.view.latent;

/**
 * What the map's axes are.
 *
 * @param principal the plane of the first two principal components; else two units
 * @param unitX unit along x, from 0
 * @param unitY unit along y, from 0
 */
record MapAxes(boolean principal, int unitX, int unitY) {
    /** What a latent space of this dimension is first shown on: both of two units, else principal components. */
    static MapAxes forDimension(int latent) {
        return new MapAxes(latent > 2, 0, Math.min(1, latent - 1));
    }
}
