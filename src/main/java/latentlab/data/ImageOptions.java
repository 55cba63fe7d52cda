package latentlab.data;

import java.util.Objects;

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

    /** @param height in pixels, 1 to {@link #MOST}, likewise {@code width} */
    public record Size(int height, int width) {
        /** Longest side an image may have for training. */
        public static final int MOST = 512;

        public Size {
            if (Math.min(height, width) < 1 || Math.max(height, width) > MOST) {
                throw new IllegalArgumentException(height + "x" + width);
            }
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
