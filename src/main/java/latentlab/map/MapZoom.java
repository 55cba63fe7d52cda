package latentlab.map;

/**
 * The part of a map that is looked at. It is told in lengths of the map's own ranges and not in its coordinates, so that on the map
 * of another epoch, whose codes reach further, it is the same part.
 *
 * @param factor how many times larger than the whole map, 1 to {@value #MOST}
 * @param x what is in the middle: 0 the middle of the range of x, -0.5 and 0.5 its ends, as far as the factor lets one go there
 * @param y likewise of y, upwards
 */
public record MapZoom(double factor, double x, double y) {
    public static final double MOST = 64;
    public static final MapZoom WHOLE = new MapZoom(1, 0, 0);
    /** A factor this near to 1 is meant to be 1. */
    private static final double NEARLY = 1.01;

    /** Takes back what lies beyond the whole map. */
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
     * @param times larger than now
     * @param fixedX what stays where it is, as in {@link #x}
     * @param fixedY what stays where it is, as in {@link #y}
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
