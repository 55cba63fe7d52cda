package latentlab.lesson;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Excerpt;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * A value of a run, as lessons name it: {@code validation loss at 10 of the run with latent 2}.
 *
 * @param epoch after which it is taken; -1 for the newest
 * @param run a setting that tells which run it is of; null for the one on screen
 */
public record MeasuredValue(Quantity quantity, int epoch, NamedSetting<?> run) {
    private static final Pattern FORM = Pattern.compile("(.+?)(?: at (\\d{1,5}))?(?: of the run with (\\S+) (\\S+))?");

    /** @throws Problem if it is none */
    static MeasuredValue parse(String text) throws Problem {
        Matcher form = FORM.matcher(text.strip().replaceAll("\\s+", " "));
        if (!form.matches()) {
            throw unknown(text);
        }
        Quantity quantity = Arrays.stream(Quantity.values())
                .filter(each -> each.words().equals(form.group(1)))
                .findFirst()
                .orElse(null);
        if (quantity == null) {
            throw unknown(form.group(1));
        }
        int epoch = form.group(2) == null ? -1 : Integer.parseInt(form.group(2));
        if (epoch >= 0 && !quantity.ofEpoch()) {
            throw Problem.of("lesson.value.noEpoch", quantity.words());
        }
        if (epoch > TrainingConfig.MAX_EPOCHS) {
            throw Problem.of("lesson.epoch", form.group(2), 0, TrainingConfig.MAX_EPOCHS);
        }
        NamedSetting<?> run = form.group(3) == null ? null : NamedSetting.parse(form.group(3), form.group(4));
        return new MeasuredValue(quantity, epoch, run);
    }

    private static Problem unknown(String text) {
        String all = Arrays.stream(Quantity.values()).map(Quantity::words).collect(Collectors.joining(", "));
        return Problem.of("lesson.value.unknown", Excerpt.of(text), all);
    }

    /** As lessons name it. */
    public String text() {
        return quantity.words()
                + (epoch < 0 ? "" : " at " + epoch)
                + (run == null ? "" : " of the run with " + run.text());
    }

    /** @return its value as a person reads it; says so where it is not among the values or is none */
    public Sentence said(Map<MeasuredValue, Double> values) {
        Double value = values.get(this);
        return value == null || value.isNaN() ? Sentence.of("lesson.number.unknown") : said(value);
    }

    /** @return a number of its kind as a person reads it */
    public Sentence said(double value) {
        return Sentence.of("lesson.number." + quantity.format().name().toLowerCase(Locale.ROOT), value);
    }
}
