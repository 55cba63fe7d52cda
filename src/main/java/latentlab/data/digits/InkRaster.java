package latentlab.data.digits;

/**
 * Draws a pen's path as MNIST's images are made: fitted into a box of 20x20 pixels, then moved by whole pixels so that
 * the centre of the ink's mass comes to the middle of 28x28 (Y. LeCun, C. Cortes, C. Burges: The MNIST database).
 */
final class InkRaster {
    static final int SIDE = 28;
    private static final float MIDDLE = SIDE / 2f;
    private static final int BOX = 20;
    /** Pixels over which a line's edge fades from full ink to none. */
    private static final float EDGE = 1.15f;
    /** Twice what of a fading edge would touch the pixels around the box. */
    private static final float RIM = 0.25f;

    private final PenRaster raster = new PenRaster(SIDE, EDGE);
    private final float[] ink = new float[SIDE * SIDE];

    /** Writes one image of 28x28 bytes from {@code offset} on; the path is moved and scaled into its pixels. */
    void draw(PenPath path, byte[] pixels, int offset) {
        fit(path);
        raster.draw(path);
        for (int pixel = 0; pixel < ink.length; pixel++) {
            ink[pixel] = raster.ink(pixel);
        }
        // Less than one digit in a thousand, a 7, is so lopsided that its box would leave the image.
        CentreOfMass.place(ink, SIDE, SIDE, BOX, pixels, offset);
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
}
