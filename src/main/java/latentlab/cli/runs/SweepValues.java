package latentlab.cli.runs;

import latentlab.cli.Values;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.sweep.Swept;
import latentlab.text.Sentence;

/** One or several values of a setting, or a range of them. */
record SweepValues(Setting<?> setting) implements Values<Swept> {
    @Override
    public Sentence expected() {
        return Sentence.of(
                switch (setting.domain()) {
                    case Domain.Whole _, Domain.Real _ -> "cli.value.swept.numbers";
                    case Domain.Layers _ -> "cli.value.swept.lists";
                    case Domain.Choice<?> _, Domain.Flag _ -> "cli.value.swept.words";
                },
                setting.domain().expected());
    }

    @Override
    public Swept of(String text) {
        return Swept.parse(setting, text);
    }
}
