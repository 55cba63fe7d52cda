package latentlab.export;

import java.awt.Color;
import java.awt.image.IndexColorModel;

/** The 256 colours of an animation: greys, an accent, the class colours fading into the ground, and one that is transparent. */
final class AnimationPalette {
    /** From black to white; as many as the eye can tell apart in small pictures, few enough to compress well. */
    private static final int GREYS = 128;

    static final byte ACCENT = (byte) GREYS;
    private static final Color ACCENT_COLOUR = new Color(0x56b4e9);

    /** Of a class colour on the ground, for the edges of dots: {@value} is the colour itself. */
    static final int SHADES = 4;

    private static final int FIRST_SHADE = GREYS + 1;
    private static final int TRANSPARENT = 255;

    /** Grey behind everything, 0 to 255. */
    static final int GROUND = 26;

    static final IndexColorModel COLOURS = colours();

    private AnimationPalette() {}

    /** @param value 0 (black) to 255 (white) */
    static byte grey(int value) {
        return (byte) ((value * (GREYS - 1) + 127) / 255);
    }

    /**
     * @param label of a class, or -1 for none
     * @param shade 1 to {@value #SHADES}
     */
    static byte shade(int label, int shade) {
        int colour = label < 0 ? 0 : 1 + label % ClassColours.DARK.classes().size();
        return (byte) (FIRST_SHADE + colour * SHADES + shade - 1);
    }

    private static IndexColorModel colours() {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        for (int i = 0; i < GREYS; i++) {
            byte value = (byte) Math.round(255f * i / (GREYS - 1));
            red[i] = value;
            green[i] = value;
            blue[i] = value;
        }
        for (int label = -1; label < ClassColours.DARK.classes().size(); label++) {
            for (int shade = 1; shade <= SHADES; shade++) {
                Color colour = ClassColours.DARK.of(label);
                int at = shade(label, shade) & 0xFF;
                red[at] = onGround(colour.getRed(), shade);
                green[at] = onGround(colour.getGreen(), shade);
                blue[at] = onGround(colour.getBlue(), shade);
            }
        }
        red[ACCENT & 0xFF] = (byte) ACCENT_COLOUR.getRed();
        green[ACCENT & 0xFF] = (byte) ACCENT_COLOUR.getGreen();
        blue[ACCENT & 0xFF] = (byte) ACCENT_COLOUR.getBlue();
        return new IndexColorModel(8, 256, red, green, blue, TRANSPARENT);
    }

    private static byte onGround(int channel, int shade) {
        return (byte) (GROUND + (channel - GROUND) * shade / SHADES);
    }
}
