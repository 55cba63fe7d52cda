package latentlab.export.animation;

import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import latentlab.export.ClassColours;

/**
 * The 256 colours of an animation. Grey ones have every grey there is, so that nothing is lost; others have some greys,
 * the accent, the class colours fading into the ground where there is a map, and those of the images in the rest.
 */
final class AnimationPalette {
    private static final int SIZE = 256;

    /** Beside a map: as many greys as the eye can tell apart in small pictures. */
    private static final int GREYS = 128;

    /** Of colour images, which have theirs among the others: what letters need. */
    private static final int LETTER_GREYS = 16;

    /** For classes of colour images, so that at least half of all is left for these. */
    private static final int CLASS_COLOURS = 110;

    /** Instead of how many classes there are. */
    static final int NO_MAP = -1;

    private static final int FOUND_BITS = 16;
    private static final int NOTHING = -1;

    private final byte[] red = new byte[SIZE];
    private final byte[] green = new byte[SIZE];
    private final byte[] blue = new byte[SIZE];
    private int count;
    /** What has been asked for, by its colour; of two that share a place the later one. */
    private final int[] asked = new int[1 << FOUND_BITS];

    private final byte[] found = new byte[1 << FOUND_BITS];

    private AnimationPalette() {
        Arrays.fill(asked, NOTHING);
    }

    /** Every grey, and nothing else. */
    static AnimationPalette ofGrey() {
        AnimationPalette palette = new AnimationPalette();
        palette.addGreys(SIZE, 0);
        return palette;
    }

    /** For grey images beside a map. @param classes of it, which may be none */
    static AnimationPalette ofGrey(int classes) {
        AnimationPalette palette = new AnimationPalette();
        palette.addGreys(GREYS, 0);
        palette.add(AnimationFrame.ACCENT);
        palette.addClasses(classes, SIZE - palette.count);
        return palette;
    }

    /**
     * @param classes of a map, which may be none, or {@link #NO_MAP}
     * @param pixels such as the images have, 0xRRGGBB; few different ones come out as they are
     */
    static AnimationPalette ofColour(int classes, int... pixels) {
        AnimationPalette palette = new AnimationPalette();
        palette.addGreys(LETTER_GREYS, AnimationFrame.GROUND);
        palette.add(AnimationFrame.GREY * AnimationFrame.TRACK);
        palette.add(AnimationFrame.ACCENT);
        if (classes != NO_MAP) {
            palette.addClasses(classes, CLASS_COLOURS);
        }
        for (int rgb : ColourQuantiser.colours(pixels, SIZE - palette.count)) {
            palette.add(rgb);
        }
        return palette;
    }

    /** @param darkest of them, 0 to 255; the last is white */
    private void addGreys(int greys, int darkest) {
        for (int i = 0; i < greys; i++) {
            add(AnimationFrame.GREY * (darkest + Math.round((255f - darkest) * i / (greys - 1))));
        }
    }

    /** Those of no class first; classes beyond what there is room for get what is nearest. */
    private void addClasses(int classes, int room) {
        int end = count + room;
        int coloured = Math.min(classes, room - 1) + 1;
        int shades = Math.clamp(room / coloured, 1, AnimationDot.SHADES);
        for (int label = -1; label < coloured - 1; label++) {
            Color colour = ClassColours.onDark(label);
            for (int shade = 1; shade <= shades; shade++) {
                add(AnimationDot.onGround(colour, shade * AnimationDot.SHADES / shades));
            }
        }
        for (int label = 0; label < coloured - 1; label++) {
            Color edge = ClassColours.edgeOnDark(label);
            for (int shade = 1; !edge.equals(ClassColours.onDark(label)) && shade <= shades && count < end; shade++) {
                add(AnimationDot.onGround(edge, shade * AnimationDot.SHADES / shades));
            }
        }
    }

    private void add(int rgb) {
        red[count] = (byte) (rgb >> 16);
        green[count] = (byte) (rgb >> 8);
        blue[count] = (byte) rgb;
        count++;
    }

    IndexColorModel colours() {
        return new IndexColorModel(8, SIZE, red, green, blue);
    }

    /**
     * @param rgb 0xRRGGBB
     * @param indices receives the nearest colour of each
     */
    void indices(int[] rgb, byte[] indices) {
        int before = NOTHING;
        byte index = 0;
        for (int i = 0; i < rgb.length; i++) {
            if (rgb[i] != before) {
                before = rgb[i];
                index = index(before);
            }
            indices[i] = index;
        }
    }

    /** @return the nearest colour of one, 0xRRGGBB */
    byte index(int rgb) {
        int place = rgb * 0x9E3779B1 >>> Integer.SIZE - FOUND_BITS;
        if (asked[place] != rgb) {
            asked[place] = rgb;
            found[place] = nearest(rgb);
        }
        return found[place];
    }

    private byte nearest(int rgb) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
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
}
