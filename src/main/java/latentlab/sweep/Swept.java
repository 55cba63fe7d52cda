package latentlab.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.text.PlainNumber;

/** What a setting is to be in the trials of a sweep. */
public sealed interface Swept {
    Setting<?> setting();

    /** @return as it is written on the command line */
    String text();

    /**
     * Some values, one after the other.
     *
     * @param texts each as settings files have it; one or more, none of them twice
     */
    record Listed(Setting<?> setting, List<String> texts) implements Swept {
        @Override
        public String text() {
            return String.join(separator(setting), texts);
        }
    }

    /**
     * All numbers from one to another, both included, for sweeps that draw from them.
     *
     * @param low less than high; a whole number for whole numbers, as is high
     */
    record Range(Setting<?> setting, double low, double high) implements Swept {
        /** Digits of a number that is drawn: more would tell nothing, and have to be read. */
        private static final int DIGITS = 3;

        @Override
        public String text() {
            return text(low) + ".." + text(high);
        }

        private boolean whole() {
            return setting.domain() instanceof Domain.Whole;
        }

        private String text(double number) {
            return whole() ? Long.toString(Math.round(number)) : ((Domain.Real) setting.domain()).text(number);
        }

        /**
         * @param fraction 0 to 1, 1 excluded
         * @return the number at a fraction of the range, as settings files have it. Whole numbers have equal shares; on
         *     a logarithmic scale those of their ratios
         */
        String at(double fraction) {
            // The last whole number has a share, too.
            double end = whole() ? high + 1 : high;
            double number = setting.logarithmic() ? low * Math.pow(end / low, fraction) : low + fraction * (end - low);
            if (whole()) {
                return text(Math.clamp(Math.floor(number), low, high));
            }
            double unit = Math.pow(10, DIGITS - 1 - Math.floor(Math.log10(Math.abs(number))));
            double rounded = number == 0 ? 0 : Math.rint(number * unit) / unit;
            return text(Math.clamp(rounded, low, high));
        }
    }

    /** What stands between two values: a list has commas of its own. */
    private static String separator(Setting<?> setting) {
        return setting.domain() instanceof Domain.Layers ? ";" : ",";
    }

    /**
     * @param words values with commas between them (with semicolons where a value is itself a list), or FROM..TO
     * @throws IllegalArgumentException if one of them is none of the setting's values, or stands there twice
     */
    static Swept parse(Setting<?> setting, String words) {
        Matcher range = Pattern.compile("(.+?)\\.\\.(.+)").matcher(words);
        if (range.matches() && (setting.domain() instanceof Domain.Whole || setting.domain() instanceof Domain.Real)) {
            double low = PlainNumber.real(text(setting.domain(), range.group(1)));
            double high = PlainNumber.real(text(setting.domain(), range.group(2)));
            if (low >= high) {
                throw new IllegalArgumentException(words);
            }
            return new Range(setting, low, high);
        }
        List<String> texts = Arrays.stream(words.split(separator(setting), -1))
                .map(word -> text(setting.domain(), word))
                .toList();
        if (texts.stream().distinct().count() < texts.size()) {
            throw new IllegalArgumentException(words);
        }
        return new Listed(setting, texts);
    }

    private static <T> String text(Domain<T> domain, String word) {
        T value = domain.parse(word);
        if (!domain.contains(value)) {
            throw new IllegalArgumentException(word);
        }
        return domain.text(value);
    }
}
