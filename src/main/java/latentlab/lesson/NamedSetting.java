package latentlab.lesson;

import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.text.Excerpt;
import latentlab.text.Nearest;
import latentlab.text.Problem;

/** A setting with a value, in the words of settings files. */
public record NamedSetting<T>(Setting<T> setting, T value) {
    /**
     * @param name a setting's
     * @param text its value, as on the command line
     * @throws Problem if there is no such setting, or it does not take the value
     */
    static NamedSetting<?> parse(String name, String text) throws Problem {
        return parse(setting(name), text);
    }

    private static Setting<?> setting(String name) throws Problem {
        for (Setting<?> setting : Setting.ALL) {
            if (setting.name().equals(name)) {
                return setting;
            }
        }
        String nearest = Nearest.of(name, Setting.ALL.stream().map(Setting::name));
        throw Problem.of("lesson.setting.unknown", Excerpt.of(name), nearest);
    }

    private static <T> NamedSetting<T> parse(Setting<T> setting, String text) throws Problem {
        try {
            T value = setting.domain().parse(text);
            if (setting.domain().contains(value)) {
                return new NamedSetting<>(setting, value);
            }
        } catch (IllegalArgumentException _) {
            // No value of its kind: refused like one out of range.
        }
        throw Problem.of(
                "lesson.setting.value", setting.name(), setting.domain().expected(), Excerpt.of(text));
    }

    public TrainingConfig in(TrainingConfig config) {
        return config.with(setting, value);
    }

    /** Whether a run has it. */
    public boolean in(Run run) {
        return run.config().get(setting).equals(value);
    }

    String text() {
        return setting.name() + " " + setting.domain().text(value);
    }
}
