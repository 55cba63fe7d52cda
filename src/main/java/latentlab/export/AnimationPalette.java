package latentlab.export;

import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;

/**
 * The 256 colours of an animation: one that is transparent, an accent, greys, the class colours fading into the ground
 * where there is a map, and those of the images in the rest.
 */
final class AnimationPalette {
    private static final int SIZE = 256;
    private static final int TRANSPARENT = SIZE - 1;
    private static final int ACCENT = SIZE - 2;
    private static final Color ACCENT_COLOUR = new Color(0x56b4e9);

    /**
     * Of grey images: as many greys as the eye can tell apart in small pictures, few enough to compress well; and of
     * colour images, which have theirs among the others: what letters need.
     */
    private static final int GREYS = 128;

    private static final int LETTER_GREYS = 16;

    /** Of a class colour on the ground, for the edges of dots: {@value} is the colour itself. */
    static final int SHADES = 4;

    /** For classes of colour images, so that at least half of all is left for these. */
    private static final int CLASS_COLOURS = 110;

    /** Instead of how many classes there are. */
    static final int NO_MAP = -1;

    /** Grey behind everything, 0 to 255. */
    static final int GROUND = 26;

    private final byte[] red = new byte[SIZE];
    private final byte[] green = new byte[SIZE];
    private final byte[] blue = new byte[SIZE];
    private final int greys;
    private final int darkest;
    /** Classes that have a colour, and one more for those without. */
    private final int classes;
    /** Shades of each of them that there is room for, 1 to {@value #SHADES}. */
    private final int shades;
    /** Of the images, after the greys and the shades. */
    private final int coloured;
    /** What has been asked for, by its colour. */
    private final Map<Integer, Byte> found = new HashMap<>();

    /**
     * @param greys how many there are
     * @param darkest of them, 0 to 255; the last is white
     * @param classes of a map, which may be none, or {@link #NO_MAP}; those beyond what there is room for share colours
     * @param room for them
     * @param pixels of images in colour, 0xRRGGBB; none of grey ones
     */
    private AnimationPalette(int greys, int darkest, int classes, int room, int[] pixels) {
        this.greys = greys;
        this.darkest = darkest;
        this.classes = Math.min(classes, room - 1) + 1;
        shades = Math.clamp(room / Math.max(1, this.classes), 1, SHADES);
        for (int i = 0; i < greys; i++) {
            int value = darkest + Math.round((255f - darkest) * i / (greys - 1));
            set(i, value << 16 | value << 8 | value);
        }
        int next = greys;
        for (int label = -1; label < this.classes - 1; label++) {
            for (int shade = 1; shade <= shades; shade++) {
                set(next++, onGround(ClassColours.DARK.of(label), shade));
            }
        }
        int[] colours = pixels.length == 0 ? pixels : ColourQuantiser.colours(pixels, ACCENT - next);
        for (int rgb : colours) {
            set(next++, rgb);
        }
        coloured = next;
        set(ACCENT, ACCENT_COLOUR.getRGB());
    }

    /** @param classes of a map, or {@link #NO_MAP} */
    static AnimationPalette ofGrey(int classes) {
        return new AnimationPalette(GREYS, 0, classes, ACCENT - GREYS, new int[0]);
    }

    /**
     * @param classes of a map, or {@link #NO_MAP}
     * @param pixels such as the images have, 0xRRGGBB; few different ones come out as they are
     */
    static AnimationPalette ofColour(int classes, int[] pixels) {
        return new AnimationPalette(LETTER_GREYS, GROUND, classes, CLASS_COLOURS, pixels);
    }

    private void set(int index, int rgb) {
        red[index] = (byte) (rgb >> 16);
        green[index] = (byte) (rgb >> 8);
        blue[index] = (byte) rgb;
    }

    private int onGround(Color colour, int shade) {
        int rgb = 0;
        for (int channel : new int[] {colour.getRed(), colour.getGreen(), colour.getBlue()}) {
            rgb = rgb << 8 | GROUND + (channel - GROUND) * shade / shades;
        }
        return rgb;
    }

    IndexColorModel colours() {
        return new IndexColorModel(8, SIZE, red, green, blue, TRANSPARENT);
    }

    byte accent() {
        return (byte) ACCENT;
    }

    /** @param value 0 (black) to 255 (white); of colour images, none is darker than the ground */
    byte grey(int value) {
        int range = 255 - darkest;
        return (byte) ((Math.max(0, value - darkest) * (greys - 1) + range / 2) / range);
    }

    /** @param rgb colour of an image's pixel, 0xRRGGBB; of a grey image its channels are equal */
    byte image(int rgb) {
        return greys == GREYS ? grey(rgb & 0xFF) : found.computeIfAbsent(rgb & 0xFFFFFF, this::nearest);
    }

    private byte nearest(int rgb) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < coloured; i++) {
            int byRed = (red[i] & 0xFF) - (rgb >> 16 & 0xFF);
            int byGreen = (green[i] & 0xFF) - (rgb >> 8 & 0xFF);
            int byBlue = (blue[i] & 0xFF) - (rgb & 0xFF);
            int distance = byRed * byRed + byGreen * byGreen + byBlue * byBlue;
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return (byte) nearest;
    }

    /**
     * @param label of a class, or -1 for none
     * @param shade 1 to {@value #SHADES}
     * @return the nearest shade there is, which may be the ground
     */
    byte shade(int label, int shade) {
        int there = (shade * shades + SHADES / 2) / SHADES;
        int colour = label < 0 ? 0 : 1 + label % Math.max(1, classes - 1);
        return there == 0 ? grey(GROUND) : (byte) (greys + colour * shades + there - 1);
    }
}
