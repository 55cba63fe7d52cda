package latentlab.export;

import java.awt.Color;
import java.awt.image.IndexColorModel;
import latentlab.data.ImageShape;

/**
 * The 256 colours of an animation: greys, an accent, the class colours fading into the ground, one that is
 * transparent, and, where the images have colours, those of a grid over red, green and blue in the rest.
 */
final class AnimationPalette {
    static final byte ACCENT = (byte) 128;
    private static final Color ACCENT_COLOUR = new Color(0x56b4e9);

    /** Of a class colour on the ground, for the edges of dots: {@value} is the colour itself. */
    static final int SHADES = 4;

    private static final int FIRST_SHADE = (ACCENT & 0xFF) + 1;
    private static final int TRANSPARENT = 255;

    /** Grey behind everything, 0 to 255. */
    static final int GROUND = 26;

    /**
     * Of an animation of grey images: as many greys as the eye can tell apart in small pictures, few enough to compress
     * well.
     */
    static final AnimationPalette GREY = new AnimationPalette(128, 0, 0, 0);

    /** Of an animation of colour images. The eye tells greens best and blues worst. */
    static final AnimationPalette COLOUR = new AnimationPalette(42, 6, 7, 4);

    private final int greys;
    private final int reds;
    private final int greens;
    private final int blues;
    private final IndexColorModel colours;

    /**
     * @param greys from black to white
     * @param reds levels of red in the grid, likewise greens and blues; 0 without a grid
     */
    private AnimationPalette(int greys, int reds, int greens, int blues) {
        this.greys = greys;
        this.reds = reds;
        this.greens = greens;
        this.blues = blues;
        colours = model();
    }

    /** @return what can paint images of a shape */
    static AnimationPalette of(ImageShape shape) {
        return shape.grey() ? GREY : COLOUR;
    }

    IndexColorModel colours() {
        return colours;
    }

    /** @param value 0 (black) to 255 (white) */
    byte grey(int value) {
        return (byte) level(value, greys);
    }

    /** @param rgb colour of an image's pixel, 0xRRGGBB; where there is no grid, its channels are equal */
    byte image(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        byte grey = grey((red + green + blue) / 3);
        if (reds == 0) {
            return grey;
        }
        byte coloured = (byte) onGrid((level(red, reds) * greens + level(green, greens)) * blues + level(blue, blues));
        return distance(coloured, red, green, blue) < distance(grey, red, green, blue) ? coloured : grey;
    }

    private int distance(byte index, int red, int green, int blue) {
        int rgb = colours.getRGB(index & 0xFF);
        int byRed = (rgb >> 16 & 0xFF) - red;
        int byGreen = (rgb >> 8 & 0xFF) - green;
        int byBlue = (rgb & 0xFF) - blue;
        return byRed * byRed + byGreen * byGreen + byBlue * byBlue;
    }

    /**
     * @param label of a class, or -1 for none
     * @param shade 1 to {@value #SHADES}
     */
    static byte shade(int label, int shade) {
        int colour = label < 0 ? 0 : 1 + label % ClassColours.DARK.classes().size();
        return (byte) (FIRST_SHADE + colour * SHADES + shade - 1);
    }

    /** @return the nearest of some levels, 0 to levels - 1 */
    private static int level(int value, int levels) {
        return (value * (levels - 1) + 127) / 255;
    }

    private static byte value(int level, int levels) {
        return (byte) Math.round(255f * level / (levels - 1));
    }

    /** The grid's colours lie around the accent and the shades. */
    private int onGrid(int place) {
        int index = greys + place;
        return index < (ACCENT & 0xFF)
                ? index
                : index + 1 + SHADES * (1 + ClassColours.DARK.classes().size());
    }

    private IndexColorModel model() {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        for (int i = 0; i < greys; i++) {
            red[i] = value(i, greys);
            green[i] = red[i];
            blue[i] = red[i];
        }
        for (int place = 0; place < reds * greens * blues; place++) {
            int at = onGrid(place);
            red[at] = value(place / (greens * blues), reds);
            green[at] = value(place / blues % greens, greens);
            blue[at] = value(place % blues, blues);
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
