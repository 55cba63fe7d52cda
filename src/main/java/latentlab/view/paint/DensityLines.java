package latentlab.view.paint;

import latentlab.map.MapProjection;
import latentlab.map.PointDensity;

/** Lines of equal density over the points, see {@link PointDensity}. */
final class DensityLines {
    private final PointDensity density = new PointDensity();

    /**
     * @param visible shape [test images]
     * @param radius of the dots, in pixels of the raster
     * @param pixels of the raster along a pixel of the map
     * @param colour 0xRRGGBB
     */
    void paint(PointRaster raster, MapProjection places, boolean[] visible, double radius, double pixels, int colour) {
        density.begin(
                places.width() * pixels,
                places.height() * pixels,
                Math.max(2, (int) Math.round(PointDensity.CELL * pixels)),
                radius);
        for (int i = 0; i < visible.length; i++) {
            if (visible[i]) {
                density.add(places.x(i) * pixels, places.y(i) * pixels);
            }
        }
        density.blur();
        density.lines((x, y, strength) -> raster.blend(x, y, colour, PointDensity.OPACITY * strength));
    }
}
