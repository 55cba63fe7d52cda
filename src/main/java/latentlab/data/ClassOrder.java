package latentlab.data;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The order of class names: numbers by value wherever they stand in a name (2 before 10), whatever script their digits
 * are of; the rest letter by letter.
 */
public final class ClassOrder implements Comparator<String> {
    private static final Pattern NUMBERS = Pattern.compile("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])");

    @Override
    public int compare(String a, String b) {
        List<String> left = List.of(NUMBERS.split(withPlainDigits(a)));
        List<String> right = List.of(NUMBERS.split(withPlainDigits(b)));
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

    private static String withPlainDigits(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints().forEach(character -> {
            int digit = Character.digit(character, 10);
            plain.appendCodePoint(digit < 0 ? character : '0' + digit);
        });
        return plain.toString();
    }

    private static int comparePart(String a, String b) {
        return number(a) && number(b) ? compareNumbers(withoutZeros(a), withoutZeros(b)) : a.compareTo(b);
    }

    private static boolean number(String part) {
        return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }

    private static String withoutZeros(String digits) {
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }

    private static int compareNumbers(String a, String b) {
        int order = Integer.compare(a.length(), b.length());
        return order != 0 ? order : a.compareTo(b);
    }
}
