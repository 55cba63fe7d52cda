package latentlab.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import latentlab.data.DataRequest;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Problem;

/**
 * What a sweep is to train, before anything is trained: the same plan has the same trials in every process.
 *
 * @param data to be trained on
 * @param base settings of all trials, but for those swept
 * @param swept settings that are not the same in all trials, each once
 * @param seeds runs of each choice of settings, which differ in their seed: that of the base, the next one and so on
 * @param points choices of settings to be drawn; 0 for a grid, which has all
 */
public record Plan(DataRequest data, TrainingConfig base, List<Swept> swept, int seeds, Design design, int points) {
    /** More would be a mistake, such as a list of a thousand seeds with a grid. */
    public static final int MOST = 10_000;

    /** Letters of a trial's settings in the name of its file; file systems allow 143 bytes at least. */
    private static final int LONGEST = 100;
    /** A drawn choice that has been drawn before is drawn again, so often at most. */
    private static final int TRIES = 100;

    public Plan {
        swept = List.copyOf(swept);
    }

    /** @return the same with other settings that are not swept, such as a batch that fits the data */
    public Plan withBase(TrainingConfig other) {
        return new Plan(data, other, swept, seeds, design, points);
    }

    /**
     * @return the trials in their order: of a grid, the setting that comes last in {@link Setting#ALL} changes first,
     *     the seed before it
     * @throws Problem if there are too many, values do not go together, or a design does not fit the values
     */
    public List<Trial> trials() throws Problem {
        if (seeds > 1 && swept.stream().anyMatch(each -> each.setting() == Setting.SEED)) {
            throw Problem.of("sweep.seeds.twice");
        }
        List<Map<Setting<?>, String>> choices = design == Design.GRID ? grid() : drawn();
        if ((long) choices.size() * seeds > MOST) {
            throw Problem.of("sweep.many", (long) choices.size() * seeds, MOST);
        }
        List<Trial> trials = new ArrayList<>();
        int width = Integer.toString(choices.size() * seeds).length();
        for (Map<Setting<?>, String> choice : choices) {
            for (int i = 0; i < seeds; i++) {
                Map<Setting<?>, String> own = new LinkedHashMap<>(choice);
                if (seeds > 1) {
                    own.put(Setting.SEED, Long.toString(base.seed() + i));
                }
                trials.add(trial(trials.size() + 1, width, own));
            }
        }
        return trials;
    }

    private Trial trial(int number, int width, Map<Setting<?>, String> own) throws Problem {
        Map<String, String> texts = new LinkedHashMap<>(base.texts());
        own.forEach((setting, text) -> texts.put(setting.name(), text));
        TrainingConfig config = TrainingConfig.ofTexts(texts).validated();
        String settings = own.entrySet().stream()
                .map(entry ->
                        "_" + entry.getKey().name() + "=" + (entry.getValue().isEmpty() ? "none" : entry.getValue()))
                .collect(Collectors.joining());
        String digits = Integer.toString(number);
        String name = "0".repeat(width - digits.length())
                + digits
                + settings.substring(0, Math.min(LONGEST, settings.length()));
        return new Trial(number, name, config);
    }

    private List<Swept> inOrder() {
        return Setting.ALL.stream()
                .flatMap(setting -> swept.stream().filter(each -> each.setting() == setting))
                .toList();
    }

    private List<Map<Setting<?>, String>> grid() throws Problem {
        List<Map<Setting<?>, String>> choices = List.of(Map.of());
        for (Swept each : inOrder()) {
            if (!(each instanceof Swept.Listed listed)) {
                throw Problem.of("sweep.range", "--" + each.setting().name(), each.text());
            }
            if ((long) choices.size() * listed.texts().size() > MOST) {
                throw Problem.of(
                        "sweep.many", (long) choices.size() * listed.texts().size(), MOST);
            }
            List<Map<Setting<?>, String>> more = new ArrayList<>();
            for (Map<Setting<?>, String> choice : choices) {
                for (String text : listed.texts()) {
                    Map<Setting<?>, String> next = new LinkedHashMap<>(choice);
                    next.put(listed.setting(), text);
                    more.add(next);
                }
            }
            choices = more;
        }
        return choices;
    }

    /** Distinct choices: the same one twice would be the same run twice. */
    private List<Map<Setting<?>, String>> drawn() throws Problem {
        List<Swept> ordered = inOrder();
        if (ordered.isEmpty()) {
            throw Problem.of("sweep.nothing");
        }
        Fractions fractions = Fractions.of(design, ordered.size(), base.seed());
        List<Map<Setting<?>, String>> choices = new ArrayList<>();
        Set<Map<Setting<?>, String>> known = new HashSet<>();
        for (int tries = 0; choices.size() < points; tries++) {
            if (tries == TRIES * points) {
                throw Problem.of("sweep.few", points, choices.size());
            }
            double[] point = fractions.next();
            Map<Setting<?>, String> choice = new LinkedHashMap<>();
            for (int i = 0; i < point.length; i++) {
                choice.put(ordered.get(i).setting(), at(ordered.get(i), point[i]));
            }
            if (known.add(choice)) {
                choices.add(choice);
            }
        }
        return choices;
    }

    private static String at(Swept swept, double fraction) {
        return switch (swept) {
            case Swept.Listed listed ->
                listed.texts().get((int) (fraction * listed.texts().size()));
            case Swept.Range range -> range.at(fraction);
        };
    }

    /** @return the settings of the base that are not at their defaults, and are the same in all trials */
    Map<String, String> fixed() {
        Map<String, String> fixed = new LinkedHashMap<>();
        for (Setting<?> setting : Setting.ALL) {
            boolean own = swept.stream().anyMatch(each -> each.setting() == setting);
            if (!own && !base.text(setting).equals(initial(setting))) {
                fixed.put(setting.name(), base.text(setting));
            }
        }
        return fixed;
    }

    private static <T> String initial(Setting<T> setting) {
        Domain<T> domain = setting.domain();
        return domain.text(setting.initial());
    }
}
