package latentlab.figure;

import java.util.Map;

/** How far apart two colours are for eyes with all kinds of cones, and for those that lack one. */
public final class ColourVision {
    /**
     * What eyes that lack a kind of cone make of linear RGB: Machado, Oliveira and Fernandes 2009, "A physiologically
     * based model for simulation of color vision deficiency", at severity 1.
     */
    public static final Map<String, double[][]> EYES = Map.of(
            "all cones",
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            "protanopia",
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            "deuteranopia",
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            "tritanopia",
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    private ColourVision() {}

    /**
     * @param one 0xRRGGBB
     * @param other likewise
     * @param eye one of {@link #EYES}
     * @return distance in CIELAB (CIE 1976), of which about 2 can just be seen side by side
     */
    public static double distance(int one, int other, String eye) {
        double[] a = lab(seen(one, EYES.get(eye)));
        double[] b = lab(seen(other, EYES.get(eye)));
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    /** @return the least distance of two of some colours, whichever eyes look at them */
    public static double least(int... colours) {
        double least = Double.POSITIVE_INFINITY;
        for (String eye : EYES.keySet()) {
            for (int i = 0; i < colours.length; i++) {
                for (int j = 0; j < i; j++) {
                    least = Math.min(least, distance(colours[i], colours[j], eye));
                }
            }
        }
        return least;
    }

    private static double[] seen(int rgb, double[][] matrix) {
        double[] linear = {linear(rgb >> 16 & 0xFF), linear(rgb >> 8 & 0xFF), linear(rgb & 0xFF)};
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = 0;
            for (int column = 0; column < 3; column++) {
                sum += matrix[row][column] * linear[column];
            }
            seen[row] = Math.clamp(sum, 0, 1);
        }
        return seen;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** CIE 1976 L*a*b* under D65. */
    private static double[] lab(double[] linear) {
        double x = (0.4124564 * linear[0] + 0.3575761 * linear[1] + 0.1804375 * linear[2]) / 0.95047;
        double y = 0.2126729 * linear[0] + 0.7151522 * linear[1] + 0.0721750 * linear[2];
        double z = (0.0193339 * linear[0] + 0.1191920 * linear[1] + 0.9503041 * linear[2]) / 1.08883;
        return new double[] {116 * cube(y) - 16, 500 * (cube(x) - cube(y)), 200 * (cube(y) - cube(z))};
    }

    private static double cube(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }
}
