package latentlab.text;

import java.util.regex.Pattern;

/**
 * Numbers as written in files and on the command line, in every language: with the digits 0 to 9 and a point. Java's
 * own parsers also accept the digits of every other script, {@code 0x1p3}, {@code 1f}, {@code NaN} and
 * {@code Infinity}.
 */
public final class PlainNumber {
    /** Characters of the longest number that is read: more than any double or long needs. */
    public static final int LONGEST = 100;

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern REAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private PlainNumber() {}

    /** @throws NumberFormatException if it is no whole number, outside 64 bits, or longer than {@link #LONGEST} */
    public static long whole(String text) {
        return Long.parseLong(plain(text, WHOLE));
    }

    /**
     * @return the nearest double, infinite if the number is outside the range; never negative zero, which a user writes
     *     as zero but a program takes for another value
     * @throws NumberFormatException if it is no number, or longer than {@link #LONGEST}
     */
    public static double real(String text) {
        return Double.parseDouble(plain(text, REAL)) + 0.0;
    }

    private static String plain(String text, Pattern grammar) {
        if (text.length() > LONGEST || !grammar.matcher(text).matches()) {
            throw new NumberFormatException(Excerpt.of(text));
        }
        return text;
    }
}
