package latentlab.export.animation;

import java.awt.Color;

/**
 * A disc as wide as the square it is painted in, with soft edges.
 *
 * @param side of the square, in pixels
 * @param shades shape [side, side]: how much of each pixel lies within the circle, 0 to
 *     {@value #SHADES}
 */
record AnimationDot(int side, int[] shades) {
    /** Of a colour on the ground, for the edges: {@value} is the colour itself. */
    static final int SHADES = 4;

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
            inside[i] = Math.round((float) SHADES * inside[i] / (FINE * FINE));
        }
        return new AnimationDot(side, inside);
    }

    /**
     * @param shade 0 to {@value #SHADES}
     * @return the colour as far as it covers the ground of an animation, 0xRRGGBB
     */
    static int onGround(Color colour, int shade) {
        int rgb = 0;
        for (int channel : new int[] {colour.getRed(), colour.getGreen(), colour.getBlue()}) {
            rgb = rgb << 8 | AnimationFrame.GROUND + (channel - AnimationFrame.GROUND) * shade / SHADES;
        }
        return rgb;
    }

    /** @return whether a pixel is of the circle's edge */
    boolean edge(int x, int y) {
        return x == 0 || y == 0 || x == side - 1 || y == side - 1 || shade(x, y) < SHADES;
    }

    int shade(int x, int y) {
        return shades[y * side + x];
    }

    /** @param x left end in a picture whose rows are {@code width} long, with nothing but ground there yet */
    void paint(Color colour, int[] pixels, int width, int x, int y) {
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                if (shade(column, row) > 0) {
                    pixels[(y + row) * width + x + column] = onGround(colour, shade(column, row));
                }
            }
        }
    }
}
