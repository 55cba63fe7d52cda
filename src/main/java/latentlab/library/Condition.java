package latentlab.library;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Excerpt;
import latentlab.text.PlainNumber;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * One condition on a run as a person writes it, such as {@code lr<0.01}.
 *
 * @param name of a setting, or of a {@link Field}
 * @param value folded
 */
record Condition(String name, Operator operator, String value) {
    /** What else there is to ask for, by its name in lower case. */
    private enum Field {
        TAG,
        NAME,
        NOTE,
        DATA,
        /** The run it left, by its name or its id. */
        PARENT,
        /** Best validation loss. */
        BEST,
        /** Mean squared error of the test images, whatever the loss is. */
        MSE,
        /** The same in decibels. */
        PSNR,
        /** Epochs trained. */
        TRAINED,
        SECONDS,
        /** When the run was begun: {@code 2026-11-29}, {@code 2026-11} or {@code 2026}. */
        DATE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param words puts sentences into the person's language
     * @param names of runs, by their ids
     * @return whether a run meets it
     * @throws Problem if it asks for nothing there is
     */
    Predicate<RunSummary> predicate(Function<Sentence, String> words, Map<String, String> names) throws Problem {
        for (Field field : Field.values()) {
            if (field.word().equals(name)) {
                return of(field, words, names);
            }
        }
        for (Setting<?> setting : Setting.ALL) {
            if (setting.name().equals(name)) {
                return of(setting);
            }
        }
        String fields = Arrays.stream(Field.values()).map(Field::word).collect(Collectors.joining(", "));
        throw Problem.of("library.query.unknown", Excerpt.of(name), fields);
    }

    private Predicate<RunSummary> of(Field field, Function<Sentence, String> words, Map<String, String> names)
            throws Problem {
        return switch (field) {
            case TAG -> text(run -> run.about().tags().stream().map(Folded::of).anyMatch(value::equals));
            case NAME -> text(run -> Folded.of(run.about().name()).contains(value));
            case NOTE -> text(run -> Folded.of(run.about().note()).contains(value));
            case DATA -> text(run -> data(run, words).contains(value));
            case PARENT -> text(run -> run.from() != null && parent(run.from().run(), names));
            case BEST -> number(RunSummary::bestLoss);
            case MSE ->
                number(run -> run.error() == null ? Double.NaN : run.error().mse());
            case PSNR ->
                number(run -> run.error() == null ? Double.NaN : run.error().psnr());
            case TRAINED -> number(RunSummary::epochs);
            case SECONDS -> number(RunSummary::seconds);
            case DATE -> date();
        };
    }

    private boolean parent(String id, Map<String, String> names) {
        return Folded.of(id).equals(value)
                || Folded.of(names.getOrDefault(id, "")).contains(value);
    }

    /** @return the names data go by, folded */
    static String data(RunSummary run, Function<Sentence, String> words) {
        return Folded.of(words.apply(run.dataName()) + "\n" + run.data().origin());
    }

    private Predicate<RunSummary> text(Predicate<RunSummary> equal) throws Problem {
        if (!operator.plain()) {
            throw noOrder();
        }
        return run -> operator.holds(equal.test(run));
    }

    private Predicate<RunSummary> number(ToDoubleFunction<RunSummary> of) throws Problem {
        double asked;
        try {
            asked = PlainNumber.real(value);
        } catch (IllegalArgumentException e) {
            throw new Problem(Sentence.of("library.query.number", name, Excerpt.of(value)), e);
        }
        return run -> {
            double there = of.applyAsDouble(run);
            return !Double.isNaN(there) && operator.holds(Double.compare(there, asked));
        };
    }

    private Predicate<RunSummary> date() throws Problem {
        if (!value.matches("\\d{4}(-\\d{2}){0,2}")) {
            throw Problem.of("library.query.date", Excerpt.of(value));
        }
        // As text, of as many letters as are asked for: a year or a month is one value.
        return run -> operator.holds(run.created()
                .atZone(ZoneId.systemDefault())
                .toLocalDate()
                .toString()
                .substring(0, value.length())
                .compareTo(value));
    }

    private <T> Predicate<RunSummary> of(Setting<T> setting) throws Problem {
        boolean ordered = setting.domain() instanceof Domain.Whole || setting.domain() instanceof Domain.Real;
        if (!ordered && !operator.plain()) {
            throw noOrder();
        }
        T asked;
        try {
            asked = setting.domain().parse(value);
        } catch (IllegalArgumentException e) {
            throw new Problem(TrainingConfig.outside(setting, Excerpt.of(value)), e);
        }
        return switch (asked) {
            case Long number -> compared(setting, there -> Long.compare((Long) there, number));
            case Double number -> compared(setting, there -> Double.compare((Double) there, number));
            default -> compared(setting, there -> there.equals(asked) ? 0 : 1);
        };
    }

    /** A setting that makes no difference in a run has no value there. */
    private <T> Predicate<RunSummary> compared(Setting<T> setting, Function<T, Integer> order) {
        return run -> setting.appliesTo(run.config())
                && operator.holds(order.apply(run.config().get(setting)));
    }

    private Problem noOrder() {
        return Problem.of("library.query.order", name);
    }
}
