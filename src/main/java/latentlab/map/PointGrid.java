package latentlab.map;

import java.util.function.IntPredicate;
import latentlab.map.MapPoints.Range;

/**
 * The points of a map sorted into the cells of a grid, so that those near a place are found without checking all. The
 * cells divide the map's ranges, so that they are the same at every zoom.
 */
public final class PointGrid {
    /** Points per cell, if they were spread evenly. */
    private static final int POINTS_A_CELL = 2;

    private static final int MOST_CELLS = 256;
    /** Radius of the first search, in pixels. */
    private static final double FIRST_REACH = 8;

    private final MapPoints points;
    /** Number of cells along each axis. */
    private final int side;
    /** Start of each cell in the order, cells row by row from below; shape [side * side + 1]. */
    private final int[] starts;
    /** Images ordered by cell, and by index within a cell. */
    private final int[] order;

    public PointGrid(MapPoints points) {
        this.points = points;
        int count = points.x().length;
        side = Math.clamp((long) Math.sqrt((double) count / POINTS_A_CELL), 1, MOST_CELLS);
        int[] cells = new int[count];
        starts = new int[side * side + 1];
        for (int i = 0; i < count; i++) {
            cells[i] = Float.isNaN(points.x()[i]) ? -1 : row(points.y()[i]) * side + column(points.x()[i]);
            if (cells[i] >= 0) {
                starts[cells[i] + 1]++;
            }
        }
        for (int cell = 0; cell < side * side; cell++) {
            starts[cell + 1] += starts[cell];
        }
        order = new int[starts[side * side]];
        int[] next = starts.clone();
        for (int i = 0; i < count; i++) {
            if (cells[i] >= 0) {
                order[next[cells[i]]++] = i;
            }
        }
    }

    private int column(double x) {
        return cell(points.xRange(), x);
    }

    private int row(double y) {
        return cell(points.yRange(), y);
    }

    /** Points outside belong to the cells at the edge. */
    private int cell(Range range, double value) {
        return (int) Math.clamp((value - range.min()) / range.length() * side, 0, side - 1.0);
    }

    /** @return number of points on the map */
    int count() {
        return order.length;
    }

    /**
     * @param places projection of these points
     * @param reach in pixels, may be infinite
     * @return the visible image nearest to a place within reach, or -1
     */
    public int nearest(MapProjection places, IntPredicate visible, double x, double y, double reach) {
        double all = Math.max(places.width(), places.height()) * 2 * MapZoom.MOST;
        double tried = Math.min(reach, FIRST_REACH);
        int found = within(places, visible, x, y, tried);
        while (found < 0 && tried < Math.min(reach, all)) {
            tried = Math.min(reach, 2 * tried);
            found = within(places, visible, x, y, tried);
        }
        return found;
    }

    private int within(MapProjection places, IntPredicate visible, double x, double y, double reach) {
        int fromColumn = column(places.valueX(x - reach));
        int toColumn = column(places.valueX(x + reach));
        int toRow = row(places.valueY(y - reach));
        int nearest = -1;
        double distance = reach * reach;
        for (int row = row(places.valueY(y + reach)); row <= toRow; row++) {
            int to = starts[row * side + toColumn + 1];
            for (int at = starts[row * side + fromColumn]; at < to; at++) {
                int image = order[at];
                double dx = places.x(image) - x;
                double dy = places.y(image) - y;
                if (dx * dx + dy * dy < distance && visible.test(image)) {
                    distance = dx * dx + dy * dy;
                    nearest = image;
                }
            }
        }
        return nearest;
    }
}
