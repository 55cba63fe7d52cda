package latentlab.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The user's sentences in one language, from the bundles of all packages. Safe to use from any thread. */
public final class Messages {
    /** The languages the app has; the first is the fallback. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

    private final Locale locale;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    /** @param locale any locale; one that is not among {@link #LANGUAGES} gets English sentences and numbers */
    public Messages(Locale locale) {
        this.locale = LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    /**
     * @param key bundle key whose first part names the owning package, e.g. {@code export.gif.caption}
     * @throws java.util.MissingResourceException if no bundle has the key: a programming error, covered by a test
     */
    public String text(String key, Object... values) {
        String pattern = bundle(key).getString(key);
        return new MessageFormat(pattern, locale).format(localised(values));
    }

    public String text(Sentence sentence) {
        return text(sentence.key(), sentence.values().toArray());
    }

    private Object[] localised(Object[] values) {
        Object[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            if (result[i] instanceof Sentence sentence) {
                result[i] = text(sentence);
            }
        }
        return result;
    }

    private ResourceBundle bundle(String key) {
        return bundles.computeIfAbsent(
                key.substring(0, key.indexOf('.')),
                owner -> ResourceBundle.getBundle(
                        "latentlab." + owner + ".messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
}
