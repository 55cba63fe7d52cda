package latentlab.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.text.PlainNumber;

/**
 * Some epochs of a run: from one to another, both included, every so many.
 *
 * @param first 0 or more
 * @param last no less than the first
 * @param step 1 or more
 */
public record EpochRange(int first, int last, int step) {
    /** Every epoch. */
    public static final EpochRange ALL = new EpochRange(0, Integer.MAX_VALUE, 1);

    private static final Pattern FORM = Pattern.compile("([0-9]*)(?::([0-9]*)(?::([0-9]+))?)?");

    /** A single epoch. */
    public static EpochRange of(int epoch) {
        return new EpochRange(epoch, epoch, 1);
    }

    /**
     * @param text {@code A:B:STEP}, of which each may be missing, or a single epoch
     * @throws IllegalArgumentException if it is neither
     */
    public static EpochRange parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            throw new IllegalArgumentException(text);
        }
        int first = number(form.group(1), 0);
        int last = form.group(2) == null ? first : number(form.group(2), Integer.MAX_VALUE);
        int step = number(form.group(3), 1);
        if (last < first || step < 1) {
            throw new IllegalArgumentException(text);
        }
        return new EpochRange(first, last, step);
    }

    private static int number(String digits, int missing) {
        if (digits == null || digits.isEmpty()) {
            return missing;
        }
        long number = PlainNumber.whole(digits);
        if (number >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException(digits);
        }
        return (int) number;
    }

    public boolean contains(int epoch) {
        return epoch >= first && epoch <= last && (epoch - first) % step == 0;
    }
}
