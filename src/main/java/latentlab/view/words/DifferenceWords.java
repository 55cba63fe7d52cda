package latentlab.view.words;

import latentlab.comparison.Difference;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.view.Choices;
import latentlab.view.Texts;

/** Says in the window's language what tells a run from others, in few letters: a menu has no room for more. */
public final class DifferenceWords {
    private DifferenceWords() {}

    /**
     * @param name of a {@link Difference}
     * @param value as the command line writes it
     */
    public static String of(Texts texts, String name, String value) {
        if (name.equals(Difference.DATA)) {
            return texts.get("view.latent.source.data", value);
        }
        if (name.equals(Difference.RATES)) {
            return texts.get("view.latent.source.rates", value);
        }
        if (name.equals(Setting.LATENT.name())) {
            return texts.get("view.latent.source.units", Integer.parseInt(value));
        }
        Setting<?> setting = Setting.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return texts.get(
                "view.latent.source.setting", texts.get("engine.setting." + name), value(texts, setting, value));
    }

    private static String value(Texts texts, Setting<?> setting, String value) {
        return switch (setting.domain()) {
            case Domain.Choice<?> choice -> Choices.word(texts, choice.parse(value));
            case Domain.Flag flag -> texts.get(flag.parse(value) ? "view.choice.on" : "view.choice.off");
            case Domain.Layers layers when layers.parse(value).isEmpty() -> texts.get("view.change.none");
            case Domain.Layers _, Domain.Whole _, Domain.Real _ -> value;
        };
    }
}
