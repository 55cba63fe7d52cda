package latentlab.view.words;

import latentlab.comparison.Difference;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.text.Sentence;
import latentlab.view.Choices;

/** Says what tells a run from others, in few letters: a menu has no room for more. */
public final class DifferenceWords {
    private DifferenceWords() {}

    /**
     * @param name of a {@link Difference}
     * @param value as the command line writes it
     */
    public static Sentence of(String name, String value) {
        if (name.equals(Difference.DATA)) {
            return ofData(value);
        }
        if (name.equals(Difference.RATES)) {
            return Sentence.of("view.latent.source.rates", value);
        }
        if (name.equals(Setting.LATENT.name())) {
            return Sentence.of("view.latent.source.units", Integer.parseInt(value));
        }
        Setting<?> setting = Setting.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Sentence.of("view.latent.source.setting", Sentence.of("engine.setting." + name), value(setting, value));
    }

    /** @param data what the data are called, as a text or a sentence */
    static Sentence ofData(Object data) {
        return Sentence.of("view.latent.source.data", data);
    }

    private static Object value(Setting<?> setting, String value) {
        return switch (setting.domain()) {
            case Domain.Choice<?> choice -> Choices.sentence(choice.parse(value));
            case Domain.Flag flag -> Sentence.of(flag.parse(value) ? "view.choice.on" : "view.choice.off");
            case Domain.Layers layers when layers.parse(value).isEmpty() -> Sentence.of("view.change.none");
            case Domain.Layers _, Domain.Whole _, Domain.Real _ -> value;
        };
    }
}
