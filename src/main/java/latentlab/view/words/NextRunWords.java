package latentlab.view.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import latentlab.data.Dataset;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.session.Durations;
import latentlab.session.EpochSeconds;
import latentlab.session.TrainingModel;
import latentlab.text.Sentence;
import latentlab.view.Choices;
import latentlab.view.Texts;

/** Says in words what a new run would change of the run on screen, and values of settings in general. */
public final class NextRunWords {
    /** More changes than these are counted. */
    private static final int MOST = 4;

    private NextRunWords() {}

    /**
     * @param key of a sentence with the changes in it
     * @return that sentence, such as "Next run: Latent dimension 20 → 2"; empty while a new run would change nothing
     */
    public static StringBinding bind(TrainingModel model, Texts texts, String key) {
        return bind(model, texts, key, MOST);
    }

    /** @param most changes that are named; where there are more, one less is, and the others are counted */
    public static StringBinding bind(TrainingModel model, Texts texts, String key, int most) {
        return Bindings.createStringBinding(
                () -> {
                    List<Sentence> changes = changes(model);
                    return changes.isEmpty() ? "" : texts.get(Sentence.of(key, together(changes, most)));
                },
                model.runProperty(),
                model.settingsPendingProperty(),
                model.settingsProperty(),
                model.datasetProperty(),
                model.weightsProperty(),
                texts.messagesProperty());
    }

    /** @return each thing that a new run would have otherwise; none while the run on screen is what is chosen */
    private static List<Sentence> changes(TrainingModel model) {
        Run run = model.runProperty().get();
        if (run == null || !model.settingsPendingProperty().get()) {
            return List.of();
        }
        List<Sentence> changes = new ArrayList<>();
        Dataset data = model.datasetProperty().get();
        if (run.dataset() != data) {
            changes.add(
                    run.dataset().name().equals(data.name())
                            ? Sentence.of("view.change.again", data.name())
                            : Sentence.of(
                                    "view.change",
                                    Sentence.of("view.data.title"),
                                    run.dataset().name(),
                                    data.name()));
        }
        TrainingConfig before = run.config();
        TrainingConfig after = model.settingsProperty().get();
        List<Setting<?>> differing = Setting.ALL.stream()
                .filter(Predicate.not(Setting.RATE::equals))
                .filter(Predicate.not(Setting.EPOCHS::equals))
                .filter(each -> !before.get(each).equals(after.get(each)))
                .filter(each -> each.appliesTo(before) || each.appliesTo(after))
                .toList();
        differing.forEach(each -> changes.add(change(each, before, after)));
        if (model.weightsProperty().get() != null) {
            changes.add(Sentence.of(
                    "view.change.weights", model.weightsProperty().get().name()));
        }
        return changes;
    }

    private static Sentence together(List<Sentence> changes, int most) {
        if (changes.size() > most) {
            Sentence first = together(changes.subList(0, most - 1), most);
            return Sentence.of("view.change.more", first, changes.size() - most + 1);
        }
        return changes.stream()
                .reduce((before, next) -> Sentence.of("view.change.two", before, next))
                .orElseThrow();
    }

    /** @return whether to train a new run with what is chosen, and how long that takes */
    public static Sentence train(TrainingModel model) {
        return train(model, List.of(model.settingsProperty().get()));
    }

    /** @return whether to train new runs, one or two, with the data chosen, and how long that takes */
    public static Sentence train(TrainingModel model, List<TrainingConfig> configs) {
        Dataset data = model.datasetProperty().get();
        double seconds = configs.stream()
                .mapToDouble(config -> config.epochs()
                        * EpochSeconds.of(config, data, model.trainedRuns()).orElse(Double.NaN))
                .sum();
        Sentence time = Double.isNaN(seconds)
                ? Sentence.of("view.question.unmeasured")
                : Sentence.of("view.question.about", Durations.about(seconds));
        TrainingConfig first = configs.getFirst();
        return configs.size() == 1
                ? Sentence.of("view.question.train", first.latent(), first.epochs(), time)
                : Sentence.of(
                        "view.question.trainTwo",
                        first.latent(),
                        configs.getLast().latent(),
                        first.epochs(),
                        time);
    }

    /** @return whether to make a new run with what is chosen, without training it */
    public static Sentence make(TrainingModel model) {
        return Sentence.of("view.question.new", model.settingsProperty().get().latent());
    }

    /** @return such as "Latent dimension 20 → 2" */
    public static Sentence change(Setting<?> setting, TrainingConfig before, TrainingConfig after) {
        return Sentence.of(
                "view.change",
                Sentence.of("engine.setting." + setting.name()),
                value(setting, before),
                value(setting, after));
    }

    /** @return such as "Latent dimension 2" */
    public static Sentence having(Setting<?> setting, TrainingConfig config) {
        return Sentence.of(
                "view.change.having", Sentence.of("engine.setting." + setting.name()), value(setting, config));
    }

    private static <T> Object value(Setting<T> setting, TrainingConfig config) {
        T value = config.get(setting);
        return switch (setting.domain()) {
            case Domain.Choice<?> _ -> Choices.sentence((Enum<?>) value);
            case Domain.Flag _ -> Sentence.of(value.equals(true) ? "view.choice.on" : "view.choice.off");
            case Domain.Real _ -> written((Double) value);
            case Domain.Layers _ when ((List<?>) value).isEmpty() -> Sentence.of("view.change.none");
            case Domain.Layers _, Domain.Whole _ -> setting.domain().text(value);
        };
    }

    /** @return a number as one writes it, in the notation of code in every language, never with an exponent */
    public static String written(double number) {
        return number == 0
                ? "0"
                : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
