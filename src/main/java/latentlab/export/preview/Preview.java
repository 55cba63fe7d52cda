package latentlab.export.preview;

import java.util.List;

/**
 * What an export would come to.
 *
 * @param content what is in the file
 * @param bytes about how large it is
 * @param frames of an animation; 0 for anything else
 * @param width in pixels, or in points where pictures have no pixels, as is the height; 0 for what has no size
 */
public record Preview(Content content, long bytes, int frames, int width, int height) {
    /** What can be shown of a file. */
    public sealed interface Content {}

    /**
     * Pictures to play one after the other, or one alone.
     *
     * @param pictures one at least, all of one size
     * @param first which is shown until somebody plays them
     */
    public record Pictures(List<Raster> pictures, int first) implements Content {}

    /** The beginning of a text, or what arrays there are. */
    public record Text(String text) implements Content {}

    /** What only other programs can show. */
    public record Nothing() implements Content {}
}
