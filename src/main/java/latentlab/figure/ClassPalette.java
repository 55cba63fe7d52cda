package latentlab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The colours of classes, the same in the window, light and dark, and in all files. Ten are made by hand; each further
 * one is, of all that stand out from both grounds, the one that differs most from those before it, in Oklab (Björn
 * Ottosson 2020), where distance is about what eyes see. So the first few dozen differ in hue and shade; of hundreds,
 * names must tell which is which.
 */
public final class ClassPalette {
    /** After these they repeat. */
    public static final int MOST = 400;

    /** White paper, the ground of animations and that of the dark window, 0xRRGGBB: what colours are seen on. */
    public static final List<Integer> GROUNDS = List.of(0xffffff, 0x1a1a1a, 0x0d1117);

    /**
     * The first ten, 0xRRGGBB: found by simulated annealing, which kept them apart in CIELAB as all cones see them and
     * as those without long, medium or short ones do. ClassPaletteTest measures them, and the palettes of others.
     */
    /** Contrast of what has to be seen to its ground: WCAG 2.1, 1.4.11. */
    private static final double EASILY_SEEN = 3;

    private static final int[] TEN = {
        0x2f00f6, 0xc9bc07, 0x196c78, 0xf415ff, 0x07c39e, 0xb84c00, 0x94be69, 0x814431, 0x683098, 0xdf7dd8
    };

    private static final Supplier<int[]> ALL = new Supplier<>() {
        private int[] all;

        @Override
        public synchronized int[] get() {
            if (all == null) {
                all = extended();
            }
            return all;
        }
    };

    private static final int HUES = 48;
    private static final double CHROMA_STEP = 0.04;
    private static final double MOST_CHROMA = 0.24;
    private static final double LIGHTNESS_STEP = 0.05;
    /** Least contrast to the ground, as WCAG 2.1 measures it. */
    private static final double CONTRAST = 2;

    private ClassPalette() {}

    /** A colour with its place in Oklab. */
    private record Tone(int rgb, double lightness, double a, double b) {
        double distance(Tone other) {
            double byLightness = lightness - other.lightness;
            double byA = a - other.a;
            double byB = b - other.b;
            return byLightness * byLightness + byA * byA + byB * byB;
        }
    }

    /** @return the colour of a class, 0xRRGGBB; label from 0 */
    public static int of(int label) {
        // Those that most data have are there without working out the others.
        return label < TEN.length ? TEN[label] : ALL.get()[label % MOST];
    }

    /** @return shape [{@link #MOST}]: the ten, then others */
    private static int[] extended() {
        List<Tone> candidates = candidates();
        double[] nearest = new double[candidates.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int rgb : TEN) {
            keepAway(candidates, nearest, tone(rgb));
        }
        int[] all = Arrays.copyOf(TEN, MOST);
        for (int i = TEN.length; i < MOST; i++) {
            int best = 0;
            for (int candidate = 1; candidate < nearest.length; candidate++) {
                best = nearest[candidate] > nearest[best] ? candidate : best;
            }
            all[i] = candidates.get(best).rgb();
            keepAway(candidates, nearest, candidates.get(best));
        }
        return all;
    }

    private static void keepAway(List<Tone> candidates, double[] nearest, Tone taken) {
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = Math.min(nearest[i], candidates.get(i).distance(taken));
        }
    }

    /** All colours of a grid over lightness, chroma and hue that a screen has. */
    private static List<Tone> candidates() {
        List<Tone> candidates = new ArrayList<>();
        for (double lightness = LIGHTNESS_STEP; lightness < 1; lightness += LIGHTNESS_STEP) {
            for (double chroma = CHROMA_STEP; chroma <= MOST_CHROMA; chroma += CHROMA_STEP) {
                for (int hue = 0; hue < HUES; hue++) {
                    double angle = 2 * Math.PI * hue / HUES;
                    int rgb = rgb(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
                    if (rgb >= 0 && GROUNDS.stream().allMatch(ground -> contrast(rgb, ground) > CONTRAST)) {
                        candidates.add(tone(rgb));
                    }
                }
            }
        }
        return candidates;
    }

    /**
     * @param one 0xRRGGBB
     * @param other likewise
     * @return how well one is seen on the other, 1 to 21, as WCAG 2.1 measures it
     */
    public static double contrast(int one, int other) {
        return contrast(luminance(one), luminance(other));
    }

    /** @return whether a dot of one colour stands out on the other, both 0xRRGGBB */
    public static boolean easilySeen(int dot, int ground) {
        return contrast(dot, ground) >= EASILY_SEEN;
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static Tone tone(int rgb) {
        double red = linear(rgb >> 16 & 0xFF);
        double green = linear(rgb >> 8 & 0xFF);
        double blue = linear(rgb & 0xFF);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new Tone(
                rgb,
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /** @return 0xRRGGBB, or -1 where a screen has no such colour */
    private static int rgb(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        int red = channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return Math.min(red, Math.min(green, blue)) < 0 ? -1 : red << 16 | green << 8 | blue;
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** @return 0 to 255, or -1 outside of that */
    private static int channel(double linear) {
        if (linear < 0 || linear > 1) {
            return -1;
        }
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * value);
    }
}
