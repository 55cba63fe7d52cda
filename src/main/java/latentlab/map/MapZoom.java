package latentlab.map;

/**
 * The part of a map that is shown, relative to the map's own ranges instead of its coordinates, so that it is the same
 * part on the map of another epoch, whose codes reach further.
 *
 * @param factor enlargement, from 1 for the whole map to {@value #MOST}
 * @param x middle of the part: 0 is the middle of the range of x, -0.5 and 0.5 are its ends; limited so that the part
 *     stays within the map
 * @param y likewise for y, upwards
 */
public record MapZoom(double factor, double x, double y) {
    public static final double MOST = 64;
    public static final MapZoom WHOLE = new MapZoom(1, 0, 0);
    /** A factor below this counts as 1. */
    private static final double NEARLY = 1.01;

    /** Keeps the part within the whole map. */
    public MapZoom {
        factor = factor < NEARLY ? 1 : Math.min(factor, MOST);
        double way = (1 - 1 / factor) / 2;
        x = Math.clamp(x, -way, way);
        y = Math.clamp(y, -way, way);
    }

    public boolean whole() {
        return factor == 1;
    }

    /**
     * @param times factor of enlargement
     * @param fixedX the point that stays fixed, in the unit of {@link #x}
     * @param fixedY likewise for {@link #y}
     */
    MapZoom about(double times, double fixedX, double fixedY) {
        double next = Math.clamp(factor * times, 1, MOST);
        double nearer = factor / next;
        return new MapZoom(next, fixedX + (x - fixedX) * nearer, fixedY + (y - fixedY) * nearer);
    }

    MapZoom moved(double dx, double dy) {
        return new MapZoom(factor, x + dx, y + dy);
    }
}
