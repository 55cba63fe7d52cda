package latentlab.data.table;

/**
 * Reads numbers as tables have them, millions of them in a second: digits 0 to 9, with a sign, a point, an exponent and
 * blanks around, in every language of the machine.
 */
final class DecimalText {
    private static final int EXACT_DIGITS = 18;
    private static final double[] POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private final char point;
    private char[] text;
    private int at;
    private int end;

    /** @param point between a number's whole part and its fraction: a point or a comma */
    DecimalText(char point) {
        this.point = point;
    }

    double parse(String number) {
        return parse(number.toCharArray(), 0, number.length());
    }

    /** @return the number to within a float's precision, or NaN where it is none */
    double parse(char[] buffer, int offset, int length) {
        text = buffer;
        at = offset;
        end = offset + length;
        while (at < end && text[at] <= ' ') {
            at++;
        }
        while (end > at && text[end - 1] <= ' ') {
            end--;
        }
        boolean negative = at < end && text[at] == '-';
        if (at < end && (negative || text[at] == '+')) {
            at++;
        }
        double number = unsigned();
        return negative ? 0 - number : number;
    }

    private double unsigned() {
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        boolean fraction = false;
        boolean any = false;
        for (; at < end; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                any = true;
                if (digits < EXACT_DIGITS) {
                    mantissa = 10 * mantissa + c - '0';
                    digits += mantissa == 0 ? 0 : 1;
                    scale -= fraction ? 1 : 0;
                } else {
                    scale += fraction ? 0 : 1;
                }
            } else if (c == point && !fraction) {
                fraction = true;
            } else {
                break;
            }
        }
        int exponent = at < end ? exponent() : 0;
        return any && at == end ? scaled(mantissa, scale + exponent) : Double.NaN;
    }

    /** Stays where it is unless it is an exponent. */
    private int exponent() {
        int start = at;
        if (text[at] != 'e' && text[at] != 'E') {
            return 0;
        }
        at++;
        boolean negative = at < end && text[at] == '-';
        if (at < end && (negative || text[at] == '+')) {
            at++;
        }
        int first = at;
        int exponent = 0;
        for (; at < end && text[at] >= '0' && text[at] <= '9'; at++) {
            exponent = Math.min(10 * exponent + text[at] - '0', 10_000);
        }
        if (at == first) {
            at = start;
        }
        return negative ? -exponent : exponent;
    }

    private static double scaled(long mantissa, int scale) {
        if (scale < 0) {
            return -scale < POWERS.length ? mantissa / POWERS[-scale] : mantissa * Math.pow(10, scale);
        }
        return mantissa * (scale < POWERS.length ? POWERS[scale] : Math.pow(10, scale));
    }
}
