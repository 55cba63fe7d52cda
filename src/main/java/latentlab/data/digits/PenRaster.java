package latentlab.data.digits;

import java.util.Arrays;

/** Ink that a pen leaves on a square of pixels: lines between circles, with edges that fade. */
final class PenRaster {
    private static final float NO_INK = -1e6f;

    private final int side;
    private final float edge;
    /** For each pixel, how deep its centre lies inside the line, in pixels; negative outside. */
    private final float[] depth;

    /** @param edge pixels over which a line's edge fades from full ink to none */
    PenRaster(int side, float edge) {
        this.side = side;
        this.edge = edge;
        depth = new float[side * side];
    }

    /** Draws a path whose coordinates and radii are in pixels, on clean paper. */
    void draw(PenPath path) {
        Arrays.fill(depth, NO_INK);
        for (int i = 0; i < path.size; i++) {
            line(path, path.penDown[i] ? i : i - 1, i);
        }
    }

    /** The line between two circles: its radius changes evenly from the one to the other. */
    private void line(PenPath path, int from, int to) {
        float x = path.x[from];
        float y = path.y[from];
        float radius = path.radius[from];
        float alongX = path.x[to] - x;
        float alongY = path.y[to] - y;
        float widening = path.radius[to] - radius;
        float squared = alongX * alongX + alongY * alongY;
        float perLength = squared > 0 ? 1 / squared : 0;

        float reach = Math.max(radius, path.radius[to]) + edge;
        int left = Math.max(0, (int) (Math.min(x, path.x[to]) - reach));
        int right = Math.min(side - 1, (int) (Math.max(x, path.x[to]) + reach));
        int top = Math.max(0, (int) (Math.min(y, path.y[to]) - reach));
        int bottom = Math.min(side - 1, (int) (Math.max(y, path.y[to]) + reach));
        for (int row = top; row <= bottom; row++) {
            float dy = row + 0.5f - y;
            float rowAlong = dy * alongY;
            for (int column = left; column <= right; column++) {
                float dx = column + 0.5f - x;
                float t = unit((dx * alongX + rowAlong) * perLength);
                float awayX = dx - t * alongX;
                float awayY = dy - t * alongY;
                float here = radius + t * widening - (float) Math.sqrt(awayX * awayX + awayY * awayY);
                int pixel = row * side + column;
                if (here > depth[pixel]) {
                    depth[pixel] = here;
                }
            }
        }
    }

    /** @param pixel row x side + column; @return 0 to 1 */
    float ink(int pixel) {
        return unit(0.5f + depth[pixel] / edge);
    }

    /** What Math.clamp does, which is slow until the last compiler has had it: digits are drawn at the start. */
    private static float unit(float value) {
        return value < 0 ? 0 : value > 1 ? 1 : value;
    }
}
