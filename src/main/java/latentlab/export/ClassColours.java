package latentlab.export;

import java.awt.Color;
import latentlab.figure.ClassPalette;

/** The class colours, which are the window's, for pictures that are made without it. */
public final class ClassColours {
    /** Grey behind animations, 0 to 255. */
    public static final int DARK_GROUND = 26;

    /** On white, of what has no class. */
    private static final Color UNLABELLED = new Color(0x666666);

    /** On a dark ground, likewise. */
    private static final Color UNLABELLED_ON_DARK = new Color(0x969696);

    /** Of letters on a dark ground, 0xRRGGBB. */
    private static final int LIGHT = 0xF0F0F0;

    private ClassColours() {}

    /** @return the colour of a class, see {@link ClassPalette}. Of -1, no label, that of what has none, on white */
    public static Color of(int label) {
        return label < 0 ? UNLABELLED : new Color(ClassPalette.of(label));
    }

    /** Like {@link #of}, for a dark ground. */
    public static Color onDark(int label) {
        return label < 0 ? UNLABELLED_ON_DARK : of(label);
    }

    /** @return the colour of a dot's edge on a dark ground, see {@link ClassPalette#edge} */
    public static Color edgeOnDark(int label) {
        return new Color(ClassPalette.edge(onDark(label).getRGB(), 0x010101 * DARK_GROUND, LIGHT));
    }
}
