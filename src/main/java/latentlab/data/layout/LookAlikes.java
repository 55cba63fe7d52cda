package latentlab.data.layout;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names of classes that look equal are equal: some file systems take letters and their marks apart, and blanks at the
 * ends, or characters without a width, are nothing that anybody means.
 */
public final class LookAlikes {
    /** Soft hyphen, blank without width, marks of direction, word joiner, byte order mark; joiners of emoji do show. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]");

    private static final Pattern BLANK = Pattern.compile("[\\p{Zs}\t]");

    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, List<String>> merged = new TreeMap<>();

    /** @param names as folders are called, or labels are written */
    public LookAlikes(Collection<String> names) {
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        names.forEach(
                name -> groups.computeIfAbsent(key(name), _ -> new TreeSet<>()).add(name));
        groups.forEach((key, group) -> {
            String only = Normalizer.normalize(group.first(), Normalizer.Form.NFC);
            boolean alone = group.stream()
                    .allMatch(name ->
                            Normalizer.normalize(name, Normalizer.Form.NFC).equals(only));
            // Whatever is odd about a name stays as long as it is the only one.
            String shown = alone || key.isEmpty() ? only : key;
            group.forEach(name -> classes.put(name, shown));
            if (group.size() > 1) {
                merged.put(shown, List.copyOf(group));
            }
        });
    }

    /** @return equal for names that look equal */
    static String key(String name) {
        String visible = INVISIBLE.matcher(name).replaceAll("");
        String composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
        return BLANK.matcher(composed).replaceAll(" ").strip();
    }

    /** @return what the class of a name is called */
    public String of(String name) {
        return classes.get(name);
    }

    /** The spellings of each class that has several. */
    public Map<String, List<String>> merged() {
        return merged;
    }
}
