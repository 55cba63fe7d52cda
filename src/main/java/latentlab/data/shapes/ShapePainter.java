package latentlab.data.shapes;

import java.util.SplittableRandom;

/**
 * Paints one image: a shape with a texture in one hue, turned, on a ground in another hue that grows lighter to one
 * side. Same numbers on every machine: no arithmetic but what Java defines to the last bit.
 */
final class ShapePainter {
    /** Side of an image, in pixels. */
    static final int SIDE = 32;
    /** Points looked at in a pixel, along each axis. */
    private static final int FINE = 3;

    /** What a shape is filled with. */
    private enum Texture {
        PLAIN,
        STRIPES,
        CHECKS,
        DOTS
    }

    private final Shape shape;
    private final Texture texture;
    private final double[] ink;
    private final double[] secondInk;
    private final double[] ground;
    private final double middleX;
    private final double middleY;
    private final double size;
    private final double cosine;
    private final double sine;
    private final double frequency;
    private final double lightX;
    private final double lightY;

    ShapePainter(Shape shape, SplittableRandom random) {
        this.shape = shape;
        texture = Texture.values()[random.nextInt(Texture.values().length)];
        double hue = random.nextDouble();
        ink = colour(hue, random.nextDouble(0.55, 1), random.nextDouble(0.7, 1));
        secondInk = new double[] {0.55 * ink[0], 0.55 * ink[1], 0.55 * ink[2]};
        // Never the ink's own hue, or the shape would be told by its lightness alone.
        ground =
                colour(hue + random.nextDouble(0.25, 0.75), random.nextDouble(0.3, 0.9), random.nextDouble(0.15, 0.45));
        middleX = SIDE / 2.0 + random.nextDouble(-3, 3);
        middleY = SIDE / 2.0 + random.nextDouble(-3, 3);
        size = random.nextDouble(8, 11.5);
        double angle = random.nextDouble(-0.4, 0.4);
        cosine = StrictMath.cos(angle) / size;
        sine = StrictMath.sin(angle) / size;
        frequency = random.nextDouble(2.2, 3.6);
        double side = random.nextDouble(2 * Math.PI);
        lightX = 0.25 * StrictMath.cos(side) / SIDE;
        lightY = 0.25 * StrictMath.sin(side) / SIDE;
    }

    /** @return red, green and blue, 0 to 1 each. @param hue of which only the fraction counts */
    private static double[] colour(double hue, double saturation, double value) {
        double[] rgb = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            double place = (hue + 1 - channel / 3.0) % 1 * 6;
            double share = Math.clamp(Math.abs(place - 3) - 1, 0, 1);
            rgb[channel] = value * (1 - saturation + saturation * share);
        }
        return rgb;
    }

    /** @param pixels receives [3, {@link #SIDE}, {@link #SIDE}] from {@code offset} on */
    void paint(byte[] pixels, int offset) {
        double[] sums = new double[3];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                sums[0] = 0;
                sums[1] = 0;
                sums[2] = 0;
                for (int part = 0; part < FINE * FINE; part++) {
                    add(column + (part % FINE + 0.5) / FINE, row + (part / FINE + 0.5) / FINE, sums);
                }
                for (int channel = 0; channel < 3; channel++) {
                    double mean = 255 * sums[channel] / (FINE * FINE);
                    pixels[offset + (channel * SIDE + row) * SIDE + column] =
                            (byte) Math.clamp(Math.round(mean), 0, 255);
                }
            }
        }
    }

    private void add(double x, double y, double[] sums) {
        double alongX = cosine * (x - middleX) + sine * (y - middleY);
        double alongY = cosine * (y - middleY) - sine * (x - middleX);
        boolean inside = shape.holds(alongX, alongY);
        double[] colour = inside ? second(alongX, alongY) ? secondInk : ink : ground;
        double light = inside ? 0 : lightX * (x - SIDE / 2.0) + lightY * (y - SIDE / 2.0);
        for (int channel = 0; channel < 3; channel++) {
            sums[channel] += Math.clamp(colour[channel] + light, 0, 1);
        }
    }

    /** Whether the texture has its second ink at a point. */
    private boolean second(double x, double y) {
        double column = Math.floor(x * frequency);
        double row = Math.floor(y * frequency);
        return switch (texture) {
            case PLAIN -> false;
            case STRIPES -> row % 2 == 0;
            case CHECKS -> (row + column) % 2 == 0;
            case DOTS -> {
                double byX = x * frequency - column - 0.5;
                double byY = y * frequency - row - 0.5;
                yield byX * byX + byY * byY < 0.1;
            }
        };
    }
}
