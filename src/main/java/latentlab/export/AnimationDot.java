package latentlab.export;

/**
 * A disc as wide as the square it is painted in, with soft edges.
 *
 * @param side of the square, in pixels
 * @param shades shape [side, side]: how much of each pixel lies within the circle, 0 to
 *     {@value AnimationPalette#SHADES}
 */
record AnimationDot(int side, int[] shades) {
    /** Parts a pixel is divided into, each way. */
    private static final int FINE = 8;

    static AnimationDot of(int side) {
        int[] inside = new int[side * side];
        double radius = side / 2.0;
        for (int y = 0; y < side * FINE; y++) {
            for (int x = 0; x < side * FINE; x++) {
                if (Math.hypot((x + 0.5) / FINE - radius, (y + 0.5) / FINE - radius) < radius) {
                    inside[y / FINE * side + x / FINE]++;
                }
            }
        }
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.round((float) AnimationPalette.SHADES * inside[i] / (FINE * FINE));
        }
        return new AnimationDot(side, inside);
    }

    int shade(int x, int y) {
        return shades[y * side + x];
    }

    /** @param x left end in a picture whose rows are {@code width} long, with nothing but ground there yet */
    void paint(int label, AnimationPalette palette, byte[] pixels, int width, int x, int y) {
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                if (shade(column, row) > 0) {
                    pixels[(y + row) * width + x + column] = palette.shade(label, shade(column, row));
                }
            }
        }
    }
}
