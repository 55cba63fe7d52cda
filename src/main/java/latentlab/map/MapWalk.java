package latentlab.map;

import java.util.function.IntPredicate;

/** Finds the image an arrow key leads to from another image. */
public final class MapWalk {
    /** Least distance of the next image in the key's direction, in pixels: enough to see a movement. */
    private static final double STEP = 4;

    private MapWalk() {}

    /** @return the next visible image in a direction, preferring those straight ahead; -1 if there is none */
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
