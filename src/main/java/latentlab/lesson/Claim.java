package latentlab.lesson;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latentlab.text.Excerpt;
import latentlab.text.PlainNumber;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * What a lesson says of the user's run and the run may disprove: {@code validation loss at 30 < 0.5 * validation loss
 * at 1}.
 *
 * @param less the side that is to be less
 * @param more the side that is to be more
 */
public record Claim(Side less, Side more) {
    private static final Pattern FORM = Pattern.compile("(.+?)\\s*([<>])\\s*(.+)");
    private static final Pattern TIMES = Pattern.compile("([\\d.]+)\\s*\\*\\s*(.+)");
    private static final Pattern NUMBER = Pattern.compile("([\\d.]+)\\s*(%?)");

    /**
     * A number, or a value times a number.
     *
     * @param value null for a number by itself
     */
    public record Side(double factor, MeasuredValue value) {
        /** @return its number, NaN where that is not among the values */
        public double in(Map<MeasuredValue, Double> values) {
            return value == null ? factor : factor * values.getOrDefault(value, Double.NaN);
        }

        private static Side parse(String text) throws Problem {
            Matcher number = NUMBER.matcher(text);
            if (number.matches()) {
                return new Side(number(number.group(1)) / (number.group(2).isEmpty() ? 1 : 100), null);
            }
            Matcher times = TIMES.matcher(text);
            return times.matches()
                    ? new Side(number(times.group(1)), MeasuredValue.parse(times.group(2)))
                    : new Side(1, MeasuredValue.parse(text));
        }

        private static double number(String text) throws Problem {
            try {
                return PlainNumber.real(text);
            } catch (NumberFormatException e) {
                throw new Problem(Sentence.of("lesson.claim", Excerpt.of(text)), e);
            }
        }
    }

    /** @throws Problem if it is not two sides with &lt; or &gt; between them */
    static Claim parse(String text) throws Problem {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw Problem.of("lesson.claim", Excerpt.of(text));
        }
        Side first = Side.parse(form.group(1));
        Side second = Side.parse(form.group(3));
        if (first.value() == null && second.value() == null) {
            throw Problem.of("lesson.claim", Excerpt.of(text));
        }
        boolean less = form.group(2).equals("<");
        return new Claim(less ? first : second, less ? second : first);
    }

    /** The values it is about. */
    public Stream<MeasuredValue> values() {
        return Stream.of(less, more).map(Side::value).filter(Objects::nonNull);
    }

    /** @return whether it is disproved: what cannot be measured, such as the classes of unlabelled images, is not */
    public boolean fails(Map<MeasuredValue, Double> values) {
        double a = less.in(values);
        double b = more.in(values);
        return !Double.isNaN(a) && !Double.isNaN(b) && a >= b;
    }
}
