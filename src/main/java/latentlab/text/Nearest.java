package latentlab.text;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody may have meant who wrote a word that is not known. */
public final class Nearest {
    private Nearest() {}

    /**
     * @param known at least one
     * @return the first of those known words that fewest changes lead to; capitals and underscores count for none
     */
    public static String of(String word, Stream<String> known) {
        String plain = word.toLowerCase(Locale.ROOT).replace('_', '-');
        return known.min(Comparator.comparingInt(each -> distance(each, plain))).orElseThrow();
    }

    /** Letters to change, add or leave out (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length()];
    }
}
