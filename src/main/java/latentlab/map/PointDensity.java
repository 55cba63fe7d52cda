package latentlab.map;

import java.util.Arrays;

/**
 * How deep dots lie on one another over a map, for lines like heights on a map: where they crowd, their colour no
 * longer tells how many there are. Of a map whose dots hardly overlap there are none, nor of one whose dots lie in one
 * spot, where there is nothing to tell apart; and callers draw none in a strip, over whose bands the dots are spread
 * for the eye alone. The density is that of the points in cells, blurred a little; it costs a few passes over the
 * cells, however many points there are.
 */
public final class PointDensity {
    /** Side of a cell, in points. */
    public static final int CELL = 4;

    /** Of the lines. */
    public static final double OPACITY = 0.6;

    /** Share of the points that lie in one spot where all do, but for strays. */
    private static final double SPOT = 0.99;

    /** Dots on one another, at which there are lines. */
    private static final double[] DEPTHS = {4, 16, 64, 256, 1024};

    /** Times that neighbouring cells are mixed: a deviation of 1.4 cells. */
    private static final int MIXES = 4;

    private float[] density = {};
    private float[] mixed = {};
    private int columns;
    private int rows;
    private int side;
    private float depth;

    /** Hears of each pixel that a line covers. */
    public interface Pixels {
        /** @param strength how much of it, 0 to 1 */
        void cover(int x, int y, double strength);
    }

    /** Hears of each piece of a line. */
    public interface Pieces {
        void piece(double fromX, double fromY, double toX, double toY);
    }

    /**
     * Begins anew.
     *
     * @param width of the map
     * @param height of the map
     * @param cell side of a cell
     * @param radius of the dots
     */
    public void begin(double width, double height, int cell, double radius) {
        side = cell;
        depth = (float) (Math.PI * radius * radius / side / side);
        columns = (int) (width / side) + 2;
        rows = (int) (height / side) + 2;
        if (density.length == columns * rows) {
            Arrays.fill(density, 0);
        } else {
            density = new float[columns * rows];
            mixed = new float[columns * rows];
        }
    }

    public void add(double x, double y) {
        double column = x / side;
        double row = y / side;
        if (column >= 0 && column < columns && row >= 0 && row < rows) {
            density[(int) row * columns + (int) column] += depth;
        }
    }

    /** Once all points are added. */
    public void blur() {
        if (inOneSpot()) {
            Arrays.fill(density, 0);
            return;
        }
        for (int mix = 0; mix < MIXES; mix++) {
            mix(1, columns);
            mix(columns, 1);
        }
    }

    /** Whether four cells that meet hold them: the spot may lie between cells. */
    private boolean inOneSpot() {
        double all = 0;
        double most = 0;
        for (int row = 0; row < rows - 1; row++) {
            for (int column = 0, at = row * columns; column < columns - 1; column++, at++) {
                double here =
                        (double) density[at] + density[at + 1] + density[at + columns] + density[at + columns + 1];
                all += density[at];
                most = Math.max(most, here);
            }
        }
        return most >= SPOT * all;
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

    /** Lines one pixel wide, with soft edges. */
    public void lines(Pixels pixels) {
        for (int row = 0; row < rows - 1; row++) {
            for (int column = 0; column < columns - 1; column++) {
                lines(column, row, pixels);
            }
        }
    }

    /** Between the middles of four cells, where the density is taken to go straight from one to the next. */
    private void lines(int column, int row, Pixels pixels) {
        int at = row * columns + column;
        float a = density[at];
        float b = density[at + 1];
        float c = density[at + columns];
        float d = density[at + columns + 1];
        float low = Math.min(Math.min(a, b), Math.min(c, d));
        float high = Math.max(Math.max(a, b), Math.max(c, d));
        for (double level : DEPTHS) {
            if (low < level && high >= level) {
                for (int y = 0; y < side; y++) {
                    double down = (y + 0.5) / side;
                    for (int x = 0; x < side; x++) {
                        double across = (x + 0.5) / side;
                        double left = a + (c - a) * down;
                        double right = b + (d - b) * down;
                        double here = left + (right - left) * across;
                        double slope = Math.hypot(right - left, c - a + (d - b - c + a) * across) / side;
                        double strength = 1 - Math.abs(here - level) / slope;
                        if (strength > 0) {
                            pixels.cover(
                                    column * side + side / 2 + x, row * side + side / 2 + y, Math.min(1, strength));
                        }
                    }
                }
            }
        }
    }

    /** The same lines for what is drawn without pixels: straight from one side of four cells' middles to another. */
    public void lines(Pieces pieces) {
        double[] crossings = new double[8];
        for (int row = 0; row < rows - 1; row++) {
            for (int column = 0; column < columns - 1; column++) {
                for (double level : DEPTHS) {
                    int count = crossings(column, row, level, crossings);
                    for (int i = 0; i < count; i += 2) {
                        pieces.piece(
                                crossings[2 * i], crossings[2 * i + 1], crossings[2 * i + 2], crossings[2 * i + 3]);
                    }
                }
            }
        }
    }

    /** @return how many places on the four sides have that density: none, two or four, going round */
    private int crossings(int column, int row, double level, double[] places) {
        int at = row * columns + column;
        float[] corners = {density[at], density[at + 1], density[at + columns + 1], density[at + columns]};
        int count = 0;
        for (int corner = 0; corner < 4; corner++) {
            float from = corners[corner];
            float to = corners[(corner + 1) % 4];
            if (from < level != to < level) {
                double share = (level - from) / (to - from);
                double across = corner == 0 ? share : corner == 1 ? 1 : corner == 2 ? 1 - share : 0;
                double down = corner == 0 ? 0 : corner == 1 ? share : corner == 2 ? 1 : 1 - share;
                places[2 * count] = (column + 0.5 + across) * side;
                places[2 * count + 1] = (row + 0.5 + down) * side;
                count++;
            }
        }
        return count;
    }
}
