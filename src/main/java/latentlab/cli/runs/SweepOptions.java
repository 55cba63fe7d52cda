package latentlab.cli.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latentlab.cli.DataOptions;
import latentlab.cli.Options;
import latentlab.cli.TrainOptions;
import latentlab.cli.Values;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.RunSettings;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.sweep.Design;
import latentlab.sweep.Plan;
import latentlab.sweep.SweepPreset;
import latentlab.sweep.Swept;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code sweep} that say what is to be trained. */
final class SweepOptions {
    private static final Domain.Choice<Preset> PRESETS = Domain.choiceWithout(Preset.class);
    private static final Domain.Choice<SweepPreset> QUESTIONS = Domain.choiceWithout(SweepPreset.class);

    private SweepOptions() {}

    static void addTo(CommandSpec sweep, Options options) {
        options.addData(sweep);
        options.add(sweep, "--config", "FILE", new Values.File(), "cli.option.config");
        List<String> presets = Stream.concat(QUESTIONS.words().stream(), PRESETS.words().stream())
                .toList();
        options.add(
                sweep,
                "--preset",
                "NAME",
                new Values.Choice(presets),
                "cli.option.sweep.preset",
                Domain.oneOf(PRESETS.words()));
        options.add(sweep, "--seeds", "N", new Values.Whole(1, Plan.MOST), "cli.option.sweep.seeds");
        options.add(sweep, "--random", "N", new Values.Whole(1, Plan.MOST), "cli.option.sweep.random");
        options.add(sweep, "--low-discrepancy", "N", new Values.Whole(1, Plan.MOST), "cli.option.sweep.discrepancy");
        Setting.ALL.forEach(setting -> options.addSwept(sweep, setting, new SweepValues(setting)));
    }

    /** @throws Problem if the settings file cannot be read or is not valid, or the options contradict each other */
    static Plan plan(ParseResult parsed) throws Problem {
        RunSettings file = TrainOptions.ofFile(parsed);
        TrainingConfig base = file.config();
        SweepPreset question = question(parsed);
        String preset = parsed.matchedOptionValue("--preset", null);
        if (preset != null && question == null) {
            base = PRESETS.parse(preset).config();
        }
        List<Swept> swept = new ArrayList<>();
        for (Setting<?> setting : Setting.ALL) {
            Swept asked = asked(parsed, setting);
            if (asked == null && question != null && question.swept().setting() == setting) {
                asked = question.swept();
            }
            if (asked instanceof Swept.Listed(Setting<?> _, List<String> texts) && texts.size() == 1) {
                base = with(base, setting, texts.getFirst());
            } else if (asked != null) {
                swept.add(asked);
            }
        }
        Long seeds = parsed.matchedOptionValue("--seeds", question == null ? 1L : (long) question.seeds());
        Long random = parsed.matchedOptionValue("--random", null);
        Long even = parsed.matchedOptionValue("--low-discrepancy", null);
        if (random != null && even != null) {
            throw Problem.of("cli.sweep.designs");
        }
        Design design = random != null ? Design.RANDOM : even != null ? Design.LOW_DISCREPANCY : Design.GRID;
        long points = random != null ? random : even != null ? even : 0;
        String origin = file.data() == null ? Options.DEFAULT_DATA : file.data();
        return new Plan(
                DataOptions.request(parsed.matchedOptionValue("--data", origin), parsed),
                base,
                swept,
                Math.toIntExact(seeds),
                design,
                Math.toIntExact(points));
    }

    /** @return the question that a preset asks; null for none */
    static SweepPreset question(ParseResult parsed) {
        String preset = parsed.matchedOptionValue("--preset", null);
        return preset != null && QUESTIONS.words().contains(preset) ? QUESTIONS.parse(preset) : null;
    }

    /** Whether the batch was chosen by an option, a settings file or a preset. */
    static boolean choosesBatch(ParseResult parsed) {
        return asked(parsed, Setting.BATCH) != null
                || parsed.hasMatchedOption("--config")
                || parsed.hasMatchedOption("--preset") && question(parsed) == null;
    }

    private static Swept asked(ParseResult parsed, Setting<?> setting) {
        if (parsed.matchedOptionValue("--no-" + setting.name(), false)) {
            return Swept.parse(setting, "false");
        }
        return parsed.matchedOptionValue("--" + setting.name(), null);
    }

    private static <T> TrainingConfig with(TrainingConfig config, Setting<T> setting, String text) {
        return config.with(setting, setting.domain().parse(text));
    }
}
