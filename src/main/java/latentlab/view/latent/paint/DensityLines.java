package latentlab.view.latent.paint;

import java.util.Arrays;
import latentlab.map.MapProjection;

/**
 * Lines of equal density over the points, like heights on a map: where dots lie on one another, their colour no longer
 * tells how many there are. Of a map whose dots hardly overlap there are none. The density is that of the points in
 * cells, blurred a little; it costs a few passes over the cells, however many points there are.
 */
final class DensityLines {
    /** Dots on one another, at which there are lines. */
    private static final double[] DEPTHS = {4, 16, 64, 256, 1024};

    /** Side of a cell, in pixels of the map. */
    private static final double CELL = 4;

    /** Times that neighbouring cells are mixed: a deviation of 1.4 cells. */
    private static final int MIXES = 4;

    private static final double OPACITY = 0.6;

    private float[] density = {};
    private float[] mixed = {};
    private int columns;
    private int rows;
    private int side;

    /**
     * @param visible shape [test images]
     * @param radius of the dots, in pixels of the raster
     * @param pixels of the raster along a pixel of the map
     * @param colour 0xRRGGBB
     */
    void paint(PointRaster raster, MapProjection places, boolean[] visible, double radius, double pixels, int colour) {
        side = Math.max(2, (int) Math.round(CELL * pixels));
        columns = (int) (places.width() * pixels / side) + 2;
        rows = (int) (places.height() * pixels / side) + 2;
        if (density.length != columns * rows) {
            density = new float[columns * rows];
            mixed = new float[columns * rows];
        }
        count(places, visible, pixels, (float) (Math.PI * radius * radius / side / side));
        for (int mix = 0; mix < MIXES; mix++) {
            mix(1, columns);
            mix(columns, 1);
        }
        for (int row = 0; row < rows - 1; row++) {
            for (int column = 0; column < columns - 1; column++) {
                paint(raster, column, row, colour);
            }
        }
    }

    private void count(MapProjection places, boolean[] visible, double pixels, float depth) {
        Arrays.fill(density, 0);
        for (int i = 0; i < visible.length; i++) {
            if (visible[i]) {
                double column = places.x(i) * pixels / side;
                double row = places.y(i) * pixels / side;
                if (column >= 0 && column < columns && row >= 0 && row < rows) {
                    density[(int) row * columns + (int) column] += depth;
                }
            }
        }
    }

    /** Along one direction: a half of itself and a quarter of either neighbour. @param step to the neighbour */
    private void mix(int step, int other) {
        int along = step == 1 ? columns : rows;
        int across = step == 1 ? rows : columns;
        for (int line = 0; line < across; line++) {
            int at = line * other;
            for (int i = 0; i < along; i++, at += step) {
                float before = i == 0 ? 0 : density[at - step];
                float after = i == along - 1 ? 0 : density[at + step];
                mixed[at] = density[at] / 2 + (before + after) / 4;
            }
        }
        float[] swapped = density;
        density = mixed;
        mixed = swapped;
    }

    /** Between the middles of four cells, where the density is taken to go straight from one to the next. */
    private void paint(PointRaster raster, int column, int row, int colour) {
        int at = row * columns + column;
        float a = density[at];
        float b = density[at + 1];
        float c = density[at + columns];
        float d = density[at + columns + 1];
        float low = Math.min(Math.min(a, b), Math.min(c, d));
        float high = Math.max(Math.max(a, b), Math.max(c, d));
        for (double depth : DEPTHS) {
            if (low < depth && high >= depth) {
                for (int y = 0; y < side; y++) {
                    double down = (y + 0.5) / side;
                    for (int x = 0; x < side; x++) {
                        double across = (x + 0.5) / side;
                        double left = a + (c - a) * down;
                        double right = b + (d - b) * down;
                        double here = left + (right - left) * across;
                        double slope = Math.hypot(right - left, c - a + (d - b - c + a) * across) / side;
                        // A line one pixel wide, with soft edges.
                        double strength = 1 - Math.abs(here - depth) / slope;
                        if (strength > 0) {
                            raster.blend(
                                    column * side + side / 2 + x,
                                    row * side + side / 2 + y,
                                    colour,
                                    OPACITY * Math.min(1, strength));
                        }
                    }
                }
            }
        }
    }
}
