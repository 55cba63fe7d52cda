package latentlab.export;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import latentlab.figure.ClassPalette;

/**
 * The first ten class colours of the window, as its style sheet charts.css has them, for pictures that are made without
 * it.
 *
 * @param unlabelled colour of what has no class
 * @param classes by label
 * @param ground what they are seen on
 */
public record ClassColours(Color unlabelled, List<Color> classes, Color ground) {
    /** Those after the first ten, worked out when there are more classes. */
    private static final Map<ClassColours, int[]> FURTHER = new ConcurrentHashMap<>();

    /** Grey behind animations, 0 to 255. */
    public static final int DARK_GROUND = 26;

    /** On white. */
    public static final ClassColours LIGHT = of(
            Color.WHITE,
            "#666666",
            "#3975c8",
            "#f2a906",
            "#4acba6",
            "#9a618d",
            "#a5b6e9",
            "#c35807",
            "#bab167",
            "#140903",
            "#5c1052",
            "#034e1f");

    /** On a dark ground. */
    public static final ClassColours DARK = of(
            new Color(DARK_GROUND, DARK_GROUND, DARK_GROUND),
            "#969696",
            "#6695ff",
            "#d2a01a",
            "#006f50",
            "#f270a5",
            "#4ce7ff",
            "#b73105",
            "#fcf01b",
            "#d6ffe5",
            "#933183",
            "#8bb263");

    private static ClassColours of(Color ground, String unlabelled, String... classes) {
        return new ClassColours(
                Color.decode(unlabelled), Stream.of(classes).map(Color::decode).toList(), ground);
    }

    /** @return the colour of a class, see {@link ClassPalette}. Of -1, no label, that of what has none */
    public Color of(int label) {
        if (label < 0) {
            return unlabelled;
        }
        return label < classes.size()
                ? classes.get(label)
                : new Color(FURTHER.computeIfAbsent(this, ClassColours::extended)[label % ClassPalette.MOST]);
    }

    private int[] extended() {
        return ClassPalette.extended(
                classes.stream().mapToInt(ClassColours::rgb).toArray(), rgb(ground));
    }

    private static int rgb(Color colour) {
        return colour.getRGB() & 0xFFFFFF;
    }
}
