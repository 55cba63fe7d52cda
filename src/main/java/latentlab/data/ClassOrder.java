package latentlab.data;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The order of class names: numbers by value wherever they stand in a name (2 before 10), the rest letter by letter.
 */
public final class ClassOrder implements Comparator<String> {
    private static final Pattern NUMBERS = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    @Override
    public int compare(String a, String b) {
        List<String> left = List.of(NUMBERS.split(a));
        List<String> right = List.of(NUMBERS.split(b));
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = comparePart(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(left.size(), right.size());
        // 7 and 007 are different folders.
        return order != 0 ? order : a.compareTo(b);
    }

    private static int comparePart(String a, String b) {
        return number(a) && number(b) ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static boolean number(String part) {
        return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
