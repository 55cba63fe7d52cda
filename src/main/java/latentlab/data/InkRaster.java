package latentlab.data;

import java.util.Arrays;

/**
 * Draws a pen's path as MNIST's images are made: fitted into a box of 20x20 pixels, then moved by whole pixels so that the
 * centre of the ink's mass comes to the middle of 28x28 (Y. LeCun, C. Cortes, C. Burges: The MNIST database).
 */
final class InkRaster {
    static final int SIDE = 28;
    private static final float MIDDLE = SIDE / 2f;
    private static final int BOX = 20;
    /** Pixels over which a line's edge fades from full ink to none. */
    private static final float EDGE = 1.15f;
    /** Twice what of a fading edge would touch the pixels around the box. */
    private static final float RIM = 0.25f;

    private static final float NO_INK = -2;

    /** For each pixel, how deep its centre lies inside the line, in pixels; negative outside. */
    private final float[] depth = new float[SIDE * SIDE];

    /** Writes one image of 28x28 bytes from {@code offset} on; the path is moved and scaled into its pixels. */
    void draw(PenPath path, byte[] pixels, int offset) {
        fit(path);
        Arrays.fill(depth, NO_INK);
        for (int i = 0; i < path.size; i++) {
            line(path, path.penDown[i] ? i : i - 1, i);
        }
        centre(pixels, offset);
    }

    private static void fit(PenPath path) {
        float left = path.x[0];
        float right = left;
        float top = path.y[0];
        float bottom = top;
        float radius = 0;
        for (int i = 0; i < path.size; i++) {
            left = Math.min(left, path.x[i]);
            right = Math.max(right, path.x[i]);
            top = Math.min(top, path.y[i]);
            bottom = Math.max(bottom, path.y[i]);
            radius = Math.max(radius, path.radius[i]);
        }
        float scale = (BOX - RIM - 2 * radius) / Math.max(right - left, bottom - top);
        for (int i = 0; i < path.size; i++) {
            path.x[i] = MIDDLE + scale * (path.x[i] - (left + right) / 2);
            path.y[i] = MIDDLE + scale * (path.y[i] - (top + bottom) / 2);
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

        float reach = Math.max(radius, path.radius[to]) + EDGE;
        int left = Math.max(0, (int) (Math.min(x, path.x[to]) - reach));
        int right = Math.min(SIDE - 1, (int) (Math.max(x, path.x[to]) + reach));
        int top = Math.max(0, (int) (Math.min(y, path.y[to]) - reach));
        int bottom = Math.min(SIDE - 1, (int) (Math.max(y, path.y[to]) + reach));
        for (int row = top; row <= bottom; row++) {
            float dy = row + 0.5f - y;
            for (int column = left; column <= right; column++) {
                float dx = column + 0.5f - x;
                float t = Math.clamp((dx * alongX + dy * alongY) * perLength, 0f, 1f);
                float awayX = dx - t * alongX;
                float awayY = dy - t * alongY;
                float here = radius + t * widening - (float) Math.sqrt(awayX * awayX + awayY * awayY);
                int pixel = row * SIDE + column;
                depth[pixel] = Math.max(depth[pixel], here);
            }
        }
    }

    private void centre(byte[] pixels, int offset) {
        float mass = 0;
        float massX = 0;
        float massY = 0;
        for (int pixel = 0; pixel < depth.length; pixel++) {
            float ink = ink(pixel);
            mass += ink;
            massX += ink * (pixel % SIDE);
            massY += ink * (pixel / SIDE);
        }
        // The box must not leave the image; less than one digit in a thousand, a 7, is so lopsided that it would.
        int room = (SIDE - BOX) / 2;
        int right = Math.clamp(Math.round(MIDDLE - massX / mass), -room, room);
        int down = Math.clamp(Math.round(MIDDLE - massY / mass), -room, room);
        for (int row = Math.max(0, -down); row < Math.min(SIDE, SIDE - down); row++) {
            for (int column = Math.max(0, -right); column < Math.min(SIDE, SIDE - right); column++) {
                int target = offset + (row + down) * SIDE + column + right;
                pixels[target] = (byte) Math.round(255 * ink(row * SIDE + column));
            }
        }
    }

    /** @return 0 to 1 */
    private float ink(int pixel) {
        return Math.clamp(0.5f + depth[pixel] / EDGE, 0f, 1f);
    }
}
