package latentlab.text;

import java.util.Arrays;
import java.util.List;

/**
 * One sentence for the user, in no language yet: the key of a resource bundle, and values for it.
 *
 * <p>The part of the key before the first dot names the package that owns the bundle: {@code data.idx.truncated} is
 * looked up in {@code latentlab/data/messages*.properties}.
 *
 * @param key bundle key
 * @param values values for the placeholders {0}, {1}, … ({@link java.text.MessageFormat}); a value may itself be a
 *     Sentence
 */
public record Sentence(String key, List<Object> values) {
    public static Sentence of(String key, Object... values) {
        return new Sentence(key, Arrays.asList(values));
    }
}
