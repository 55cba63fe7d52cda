package latentlab.preferences;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import latentlab.text.Messages;
import latentlab.text.PlainNumber;

/**
 * The saved values, each read as its own type. A missing value gets its default; so does an invalid one, which
 * {@link #logSenseless} reports.
 */
final class SavedValues {
    private static final Logger LOG = System.getLogger(SavedValues.class.getName());

    private static final Pattern WORD = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,40}");

    private final Properties saved;
    private final Set<String> senseless = new TreeSet<>();

    SavedValues(Properties saved) {
        this.saved = saved;
    }

    boolean flag(String key) {
        return value(key, false, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /** @return a number within a range, including its ends */
    double number(String key, double low, double high, double otherwise) {
        return value(key, otherwise, text -> {
            double value = PlainNumber.real(text);
            if (value < low || value > high) {
                throw new IllegalArgumentException(text);
            }
            return value;
        });
    }

    /** @return a whole number within a range, including its ends */
    int whole(String key, int low, int high, int otherwise) {
        return value(key, otherwise, text -> {
            long value = PlainNumber.whole(text);
            if (value < low || value > high) {
                throw new IllegalArgumentException(text);
            }
            return (int) value;
        });
    }

    /** @return an identifier; empty if none was saved */
    String word(String key) {
        return value(key, "", text -> {
            if (!WORD.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** @return every whole number of 0 or more whose key begins so, by the rest of its key */
    SortedMap<String, Integer> wholes(String beginning) {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        for (String key : saved.stringPropertyNames()) {
            if (key.startsWith(beginning) && whole(key, 0, Integer.MAX_VALUE, -1) >= 0) {
                numbers.put(key.substring(beginning.length()), whole(key, 0, Integer.MAX_VALUE, 0));
            }
        }
        return numbers;
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String key, E otherwise) {
        return value(key, otherwise, text -> Enum.valueOf(type, text));
    }

    /** @return one of {@link Messages#LANGUAGES} */
    Locale language(String key, Locale otherwise) {
        Locale language = value(key, otherwise, text -> {
            Locale saved = Locale.forLanguageTag(text);
            if (Messages.LANGUAGES.stream()
                    .noneMatch(known -> known.getLanguage().equals(saved.getLanguage()))) {
                throw new IllegalArgumentException(text);
            }
            return saved;
        });
        return new Messages(language).locale();
    }

    /** @return null if none was saved */
    Path path(String key) {
        return value(key, null, text -> {
            if (text.isBlank()) {
                throw new InvalidPathException(text, "empty");
            }
            return Path.of(text);
        });
    }

    private <T> T value(String key, T otherwise, Function<String, T> reader) {
        String text = saved.getProperty(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            senseless.add(key);
            return otherwise;
        }
    }

    /** Logs all invalid values so far, in one line. */
    void logSenseless(Path file) {
        if (!senseless.isEmpty()) {
            LOG.log(Level.WARNING, "as at the first start, since {0} has no sense for them: {1}", file, senseless);
        }
    }
}
