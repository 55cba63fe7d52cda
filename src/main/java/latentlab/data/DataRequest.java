package latentlab.data;

import java.util.Objects;

/**
 * The data a person asks for.
 *
 * @param origin a word such as digits, or the path of a file or folder
 * @param test the same of images to test with, which then are all of these; null where the origin has its own or some
 *     are held back
 * @param images how they become what a run learns from
 */
public record DataRequest(String origin, String test, ImageOptions images) {
    public DataRequest {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(images);
    }

    /** With no more said. */
    public static DataRequest of(String origin) {
        return new DataRequest(origin, null, ImageOptions.DEFAULT);
    }
}
