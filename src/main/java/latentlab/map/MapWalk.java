package latentlab.map;

import java.util.function.IntPredicate;

/** Finds the image that is meant by an arrow key from another image. */
public final class MapWalk {
    /** How far ahead an image lies at least, in pixels: far enough to be seen to move. */
    private static final double STEP = 4;

    private MapWalk() {}

    /** @return the visible image that lies next in a direction, rather ahead than aside, or -1 */
    public static int next(MapProjection places, IntPredicate visible, int from, double dx, double dy) {
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < places.points().x().length; i++) {
            double right = places.x(i) - places.x(from);
            double down = places.y(i) - places.y(from);
            double ahead = right * dx + down * dy;
            double cost = ahead + 2 * (Math.abs(right * dy) + Math.abs(down * dx));
            if (ahead >= STEP && cost < bestCost && visible.test(i)) {
                best = i;
                bestCost = cost;
            }
        }
        return best;
    }
}
