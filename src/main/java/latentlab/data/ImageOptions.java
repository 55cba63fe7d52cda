package latentlab.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import latentlab.text.PlainNumber;

/**
 * How images become what a run learns from, where a person may choose.
 *
 * @param size of every image; null for what the images suggest
 * @param fit what becomes of images of other proportions
 * @param invert whether dark ink on light paper becomes light ink on black
 * @param channels whether images are grey or in colour
 */
public record ImageOptions(Size size, Fit fit, Invert invert, Channels channels) {
    /** What happens unless somebody chooses. */
    public static final ImageOptions DEFAULT = new ImageOptions(null, Fit.PAD, Invert.AUTO, Channels.AUTO);

    public ImageOptions {
        Objects.requireNonNull(fit);
        Objects.requireNonNull(invert);
        Objects.requireNonNull(channels);
    }

    /**
     * @param words as {@link #words()} gives them; what is not among them is as by default
     * @throws IllegalArgumentException if one of them has another value than it can have
     */
    public static ImageOptions of(Map<String, String> words) {
        return new ImageOptions(
                words.containsKey("size") ? Size.of(words.get("size")) : null,
                choice(Fit.class, words.getOrDefault("fit", word(DEFAULT.fit))),
                choice(Invert.class, words.getOrDefault("invert", word(DEFAULT.invert))),
                choice(Channels.class, words.getOrDefault("channels", word(DEFAULT.channels))));
    }

    private static <E extends Enum<E>> E choice(Class<E> kind, String word) {
        return Enum.valueOf(kind, word.toUpperCase(Locale.ROOT));
    }

    /** @return how a choice is written */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** @return what differs from the default, by the names of the command line's options */
    public SequencedMap<String, String> words() {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        if (size != null) {
            words.put("size", size.text());
        }
        for (Enum<?> choice : List.of(fit, invert, channels)) {
            if (choice != DEFAULT.fit && choice != DEFAULT.invert && choice != DEFAULT.channels) {
                words.put(choice.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT), word(choice));
            }
        }
        return words;
    }

    /** @param height in pixels, 1 to {@link #MOST}, likewise {@code width} */
    public record Size(int height, int width) {
        /** Longest side an image may have for training. */
        public static final int MOST = 512;

        public Size {
            if (Math.min(height, width) < 1 || Math.max(height, width) > MOST) {
                throw new IllegalArgumentException(height + "x" + width);
            }
        }

        /**
         * @param text height x width such as 24x32, or one number for both
         * @throws IllegalArgumentException if it is neither, or out of range
         */
        public static Size of(String text) {
            String[] sides = text.split("x", -1);
            if (sides.length > 2) {
                throw new IllegalArgumentException(text);
            }
            return new Size(side(sides[0]), side(sides[sides.length - 1]));
        }

        private static int side(String text) {
            return (int) Math.clamp(PlainNumber.whole(text), 0, MOST + 1);
        }

        public String text() {
            return height == width ? Integer.toString(height) : height + "x" + width;
        }
    }

    /** What becomes of an image whose proportions are not those of the size. */
    public enum Fit {
        /** All of it is seen, with background on two sides. */
        PAD,
        /** Its middle fills the size. */
        CROP,
        /** All of it fills the size, out of proportion. */
        STRETCH
    }

    /** Whether images are inverted. */
    public enum Invert {
        /** Where grey images' borders are rather light than dark. */
        AUTO,
        YES,
        NO
    }

    /** Of each pixel. */
    public enum Channels {
        GREY,
        COLOUR,
        /** Colour where at least one image has any. */
        AUTO
    }
}
