package latentlab.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

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

    /**
     * @param words what more is said, as {@link #words()} gives it
     * @throws IllegalArgumentException if one of them has another value than it can have
     */
    public static DataRequest of(String origin, Map<String, String> words) {
        return new DataRequest(origin, words.get("test"), ImageOptions.of(words));
    }

    /** @return what is said beside the origin, by the names of the command line's options */
    public SequencedMap<String, String> words() {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        if (test != null) {
            words.put("test", test);
        }
        words.putAll(images.words());
        return words;
    }

    /** With no more said. */
    public static DataRequest of(String origin) {
        return new DataRequest(origin, null, ImageOptions.DEFAULT);
    }
}
