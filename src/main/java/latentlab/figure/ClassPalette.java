package latentlab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The colours of classes, the same in the window, light and dark, and in all files. Ten are made by hand; each further
 * one is, of all that stand out from both grounds, the one that differs most from those before it for whatever eyes, in
 * Oklab (Björn Ottosson 2020), where distance is about what they see. So about two dozen differ in hue and shade, fewer
 * for eyes that lack a kind of cone; of more, names must tell which is which, or classes be shown one at a time.
 */
public final class ClassPalette {
    /** After these they repeat. */
    public static final int MOST = 400;

    /**
     * Of the dots on a map. As low as leaves the colours apart where a dot lies alone, and high enough that one under
     * another still shows: how deep they lie is for lines to tell.
     */
    public static final double OPACITY = 0.85;

    /** White paper, the ground of animations and that of the dark window, 0xRRGGBB: what colours are seen on. */
    public static final List<Integer> GROUNDS = List.of(0xffffff, 0x1a1a1a, 0x0d1117);

    /** Contrast of what has to be seen to its ground: WCAG 2.1, 1.4.11. */
    private static final double EASILY_SEEN = 3;
    /** How much of the text's colour is in the edge of a dot that is hard to see. */
    private static final double TEXT_IN_EDGE = 0.5;

    /**
     * The first ten, 0xRRGGBB: found by simulated annealing, which kept them apart in CIELAB as all cones see them and
     * as those without long, medium or short ones do. ClassPaletteTest measures them, and the palettes of others.
     */
    private static final int[] TEN = {
        0x2f00f6, 0xc9bc07, 0x196c78, 0xf415ff, 0x07c39e, 0xb84c00, 0x94be69, 0x814431, 0x683098, 0xdf7dd8
    };

    /** Of the first ten lines on white and on dark, 0xRRGGBB: found likewise, near the hues of the ten classes. */
    private static final int[] LINES_ON_WHITE = {
        0x3833fe, 0xa79409, 0x109cc1, 0xba60fe, 0x1e613d, 0x794602, 0x869a4d, 0xc87e7f, 0x7203a8, 0xc12086
    };

    private static final int[] LINES_ON_DARK = {
        0x6442fa, 0xe7d06d, 0x1e8d89, 0x9a44ac, 0x80e6a5, 0xed8200, 0x799153, 0xcf0414, 0xae6efd, 0xfa92ff
    };

    /**
     * What eyes that lack a kind of cone, and those that lack none, make of linear RGB: Machado, Oliveira and Fernandes
     * 2009, at severity 1.
     */
    private static final double[][][] EYES = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}
    };

    /**
     * What a distance for all kinds of cones counts for beside one for eyes that lack a kind, squared: most have them
     * all, and see so much more that all their colours would look alike if it counted the same.
     */
    private static final double ALL_CONES = 0.1225;

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

    /** Each is looked for once: figures ask for all of theirs with every frame. */
    private static final Map<Line, Integer> LINES = new ConcurrentHashMap<>();

    private static final int HUES = 48;
    private static final double CHROMA_STEP = 0.03;
    private static final double MOST_CHROMA = 0.24;
    private static final double LIGHTNESS_STEP = 0.04;
    /** Least contrast to the ground, as WCAG 2.1 measures it. */
    private static final double CONTRAST = 2;
    /** That of lines, which are thin: WCAG 2.1, 1.4.11. */
    private static final double LINE_CONTRAST = 3;
    /** Darker grounds are dark ones; luminance. */
    private static final double DARK = 0.18;

    private static final double LINE_STEP = 0.01;

    private ClassPalette() {}

    /**
     * A colour with its places in Oklab.
     *
     * @param seen shape [eyes, 3]: lightness, a, b
     */
    private record Tone(int rgb, double[][] seen) {
        static Tone of(int rgb) {
            return new Tone(
                    rgb, Stream.of(EYES).map(eye -> oklab(linear(rgb, eye))).toArray(double[][]::new));
        }

        /** Squared, for those eyes that tell them apart the least. */
        double distance(Tone other) {
            double least = Double.POSITIVE_INFINITY;
            for (int eye = 0; eye < seen.length; eye++) {
                double byLightness = seen[eye][0] - other.seen[eye][0];
                double byA = seen[eye][1] - other.seen[eye][1];
                double byB = seen[eye][2] - other.seen[eye][2];
                double all = byLightness * byLightness + byA * byA + byB * byB;
                least = Math.min(least, eye == 0 ? ALL_CONES * all : all);
            }
            return least;
        }
    }

    private record Line(int number, int ground) {}

    /** @return the colour of a class, 0xRRGGBB; label from 0 */
    public static int of(int label) {
        // Those that most data have are there without working out the others.
        return label < TEN.length ? TEN[label] : ALL.get()[label % MOST];
    }

    /**
     * Colours of curves and other thin lines, which have one ground each.
     *
     * @param number from 0
     * @param ground 0xRRGGBB
     * @return 0xRRGGBB, of a contrast of at least 3
     */
    public static int ofLine(int number, int ground) {
        return LINES.computeIfAbsent(new Line(number % MOST, ground), ClassPalette::of);
    }

    private static int of(Line wanted) {
        int ground = wanted.ground();
        boolean dark = luminance(ground) < DARK;
        if (wanted.number() < TEN.length) {
            return (dark ? LINES_ON_DARK : LINES_ON_WHITE)[wanted.number()];
        }
        int line = of(wanted.number());
        double[] place = oklab(linear(line, EYES[0]));
        for (double lightness = place[0]; contrast(line, ground) < LINE_CONTRAST; ) {
            lightness += dark ? LINE_STEP : -LINE_STEP;
            // The same hue, as strong as a screen has it at this lightness.
            double chroma = 1;
            line = rgb(lightness, place[1], place[2]);
            while (line < 0) {
                chroma -= LINE_STEP;
                line = rgb(lightness, chroma * place[1], chroma * place[2]);
            }
        }
        return line;
    }

    /** @return shape [{@link #MOST}]: the ten, then others */
    private static int[] extended() {
        List<Tone> candidates = candidates();
        double[] nearest = new double[candidates.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int rgb : TEN) {
            keepAway(candidates, nearest, Tone.of(rgb));
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
                        candidates.add(Tone.of(rgb));
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

    /**
     * Colours of classes are the same on any ground, and so some are hard to see on one: blue where it is dark, yellow
     * where it is light. An edge nearer to the colour of text shows these.
     *
     * @param dot its colour, and all others, 0xRRGGBB
     * @return the colour of the dot's edge: its own where that is easily seen
     */
    public static int edge(int dot, int ground, int text) {
        double share = textInEdge(dot, ground);
        int edge = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = dot >> shift & 0xFF;
            edge |= (int) Math.round(from + share * ((text >> shift & 0xFF) - from)) << shift;
        }
        return edge;
    }

    /** @return how much of the text's colour is in a dot's {@link #edge}, 0 for none, to 1 */
    public static double textInEdge(int dot, int ground) {
        return contrast(dot, ground) >= EASILY_SEEN ? 0 : TEXT_IN_EDGE;
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    /** @return linear red, green and blue, as an eye sees them */
    private static double[] linear(int rgb, double[][] eye) {
        double red = linear(rgb >> 16 & 0xFF);
        double green = linear(rgb >> 8 & 0xFF);
        double blue = linear(rgb & 0xFF);
        return Stream.of(eye)
                .mapToDouble(row -> Math.clamp(row[0] * red + row[1] * green + row[2] * blue, 0, 1))
                .toArray();
    }

    private static double[] oklab(double[] linear) {
        double l = Math.cbrt(0.4122214708 * linear[0] + 0.5363325363 * linear[1] + 0.0514459929 * linear[2]);
        double m = Math.cbrt(0.2119034982 * linear[0] + 0.6806995451 * linear[1] + 0.1073969566 * linear[2]);
        double s = Math.cbrt(0.0883024619 * linear[0] + 0.2817188376 * linear[1] + 0.6299787005 * linear[2]);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
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
