package latentlab.lesson;

import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Excerpt;
import latentlab.text.Nearest;
import latentlab.text.Problem;

/** The settings among the lines of a header or of a step. */
final class SettingLines {
    private SettingLines() {}

    /**
     * @param others keys that are no settings, and may stand there too
     * @throws Problem if a key is neither, stands there twice or has a value it does not take, or two settings do not
     *     go together
     */
    static TrainingConfig in(TrainingConfig config, KeyLines lines, List<String> others) throws Problem {
        TrainingConfig result = config;
        KeyLines.Line last = null;
        for (KeyLines.Line line : lines.without(others)) {
            if (Setting.ALL.stream().noneMatch(setting -> setting.name().equals(line.key()))) {
                Stream<String> known =
                        Stream.concat(others.stream(), Setting.ALL.stream().map(Setting::name));
                throw lines.wrong(
                        line, Problem.of("lesson.key", Excerpt.of(line.key()), Nearest.of(line.key(), known)));
            }
            lines.of(line.key());
            try {
                result = NamedSetting.parse(line.key(), line.value()).in(result);
            } catch (Problem problem) {
                throw lines.wrong(line, problem);
            }
            last = line;
        }
        try {
            return result.validated();
        } catch (Problem problem) {
            throw last == null ? problem : lines.wrong(last, problem);
        }
    }
}
