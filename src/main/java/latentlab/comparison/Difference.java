package latentlab.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * Something in which runs differ.
 *
 * @param name of a setting, {@link #DATA} or {@link #RATES}
 * @param values of each run, as the command line writes them: empty where the setting makes no difference to the run
 */
public record Difference(String name, List<String> values) {
    /** The data trained on; its beginning tells apart what has the same name. */
    public static final String DATA = "data";
    /** Changes of the learning rate during the run: the epoch and the new rate of each. */
    public static final String RATES = "lr-changes";
    /** Written for a list without elements, and for no changes. */
    static final String NONE = "none";

    /** @return the settings in which runs differ, in the order of {@link Setting#ALL} */
    static List<Difference> ofSettings(List<TrainingConfig> runs) {
        List<Difference> differences = new ArrayList<>();
        for (Setting<?> setting : Setting.ALL) {
            if (runs.stream().anyMatch(setting::appliesTo)
                    && runs.stream().map(run -> text(setting, run)).distinct().count() > 1) {
                differences.add(new Difference(
                        setting.name(),
                        runs.stream().map(run -> effective(setting, run)).toList()));
            }
        }
        return differences;
    }

    /** @return how a setting is written; empty where it makes no difference to the run */
    static String effective(Setting<?> setting, TrainingConfig run) {
        return setting.appliesTo(run) ? text(setting, run) : "";
    }

    /** @return how a setting is written, whether it makes a difference or not */
    static String text(Setting<?> setting, TrainingConfig run) {
        String text = run.text(setting);
        return text.isEmpty() ? NONE : text;
    }

    /** @return the same without the value that more than half of the runs have, which tells none of them apart */
    Difference withoutUsual() {
        Map<String, Long> counts =
                values.stream().collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        return new Difference(
                name,
                values.stream()
                        .map(value -> 2 * counts.get(value) > values.size() ? "" : value)
                        .toList());
    }

    /** @return whether a run has another value than most: true of each run where no value is that of more than half */
    public boolean isUnusual(int run) {
        String value = values.get(run);
        return 2 * values.stream().filter(value::equals).count() <= values.size();
    }
}
