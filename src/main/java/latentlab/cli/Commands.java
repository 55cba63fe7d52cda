package latentlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import latentlab.engine.Domain;
import latentlab.engine.Preset;
import latentlab.engine.RunSettings;
import latentlab.engine.Setting;
import latentlab.engine.TrainingConfig;
import latentlab.export.AnimationGif;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The commands and their options, with help in one language. */
final class Commands {
    static final String TRAIN = "train";
    static final List<String> LANGUAGES =
            Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();

    private static final Domain.Choice<Preset> PRESETS = Domain.choiceWithout(Preset.class);
    /** What the oldest options have always called what they take. */
    private static final Map<Setting<?>, String> LABELS =
            Map.of(Setting.LATENT, "K", Setting.EPOCHS, "N", Setting.RATE, "R", Setting.BATCH, "B", Setting.SEED, "S");

    static final String DEFAULT_DATA = "digits";
    static final int DEFAULT_FRAME_MILLIS = 150;

    private final Messages messages;
    private final Map<String, Values<?>> values = new TreeMap<>();

    Commands(Messages messages) {
        this.messages = messages;
    }

    CommandLine line() {
        CommandSpec train = command(TRAIN, "cli.train.about");
        add(train, "--data", "DATA", new Values.Origin(), "cli.option.data", DEFAULT_DATA);
        add(train, "--config", "FILE", new Values.File(), "cli.option.config");
        add(train, "--preset", "NAME", new Values.Choice(PRESETS.words()), "cli.option.preset", PRESETS.expected());
        Setting.ALL.forEach(setting -> add(train, setting));
        add(train, "--gif", "FILE", new Values.File(), "cli.option.gif");
        add(train, "--csv", "FILE", new Values.File(), "cli.option.csv");
        add(train, "--plot", "FILE", new Values.File(), "cli.option.plot");
        Values<?> frame = new Values.Whole(AnimationGif.MIN_FRAME_MILLIS, AnimationGif.MAX_FRAME_MILLIS);
        add(train, "--frame", "MS", frame, "cli.option.frame", DEFAULT_FRAME_MILLIS);
        addLanguageAndHelp(train);

        CommandSpec window = command("latent-lab", "cli.window.about");
        add(window, "--data", "DATA", new Values.Origin(), "cli.option.data", DEFAULT_DATA);
        addLanguageAndHelp(window);
        window.usageMessage().commandListHeading(messages.text("cli.usage.commands") + "%n");
        window.addSubcommand(TRAIN, train);
        return new CommandLine(window)
                .setUsageHelpAutoWidth(true)
                .setOverwrittenOptionsAllowed(true)
                .setTrimQuotes(false);
    }

    private CommandSpec command(String name, String about) {
        CommandSpec spec = CommandSpec.create().name(name).version("Latent Lab " + version());
        spec.usageMessage()
                .synopsisHeading(messages.text("cli.usage.synopsis") + " ")
                .synopsisSubcommandLabel("[" + TRAIN + " …]")
                .description(messages.text(about))
                .descriptionHeading("%n")
                .optionListHeading("%n")
                .sortOptions(false)
                .sortSynopsis(false)
                .abbreviateSynopsis(true);
        return spec;
    }

    private void add(CommandSpec command, String name, String label, Values<?> taken, String key, Object... words) {
        values.put(name, taken);
        command.addOption(OptionSpec.builder(name)
                .paramLabel(label)
                .type(Object.class)
                .converters(taken)
                .description(messages.text(key, words))
                .build());
    }

    private <T> void add(CommandSpec command, Setting<T> setting) {
        String option = "--" + setting.name();
        Values<T> taken = new Values.OfSetting<>(setting);
        Sentence help = Sentence.of("engine.help." + setting.name());
        if (setting.domain() instanceof Domain.Flag) {
            values.put(option, taken);
            command.addOption(OptionSpec.builder(option)
                    .negatable(true)
                    .arity("0..1")
                    .type(boolean.class)
                    .defaultValue(String.valueOf(setting.initial()))
                    .fallbackValue("true")
                    .description(messages.text("cli.option.flag", help, setting.name()))
                    .build());
            return;
        }
        String initial = setting.domain().text(setting.initial());
        String label = LABELS.getOrDefault(setting, setting.name().toUpperCase(Locale.ROOT));
        add(
                command,
                option,
                label,
                taken,
                initial.isEmpty() ? "cli.option.setting.empty" : "cli.option.setting",
                help,
                setting.domain().expected(),
                initial);
    }

    private void addLanguageAndHelp(CommandSpec command) {
        add(command, "--lang", "LANG", new Values.Choice(LANGUAGES), "cli.option.lang");
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description(messages.text("cli.option.help"))
                .build());
        command.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description(messages.text("cli.option.version"))
                .build());
    }

    /** What an option takes. */
    Values<?> values(String option) {
        return values.get(option);
    }

    /**
     * What a settings file or a preset says, and over that what the options say.
     *
     * @throws Problem if the settings file cannot be read or makes no sense, or two settings do not go together
     */
    static RunSettings settings(ParseResult train) throws Problem {
        Path file = train.matchedOptionValue("--config", null);
        RunSettings settings = file == null ? new RunSettings(null, TrainingConfig.DEFAULT) : read(file);
        TrainingConfig config = settings.config();
        String preset = train.matchedOptionValue("--preset", null);
        if (preset != null) {
            config = PRESETS.parse(preset).config();
        }
        for (Setting<?> setting : Setting.ALL) {
            config = over(config, setting, train);
        }
        String data = train.matchedOptionValue("--data", settings.data() == null ? DEFAULT_DATA : settings.data());
        return new RunSettings(data, config.validated());
    }

    private static <T> TrainingConfig over(TrainingConfig config, Setting<T> setting, ParseResult train) {
        T value = train.matchedOptionValue("--" + setting.name(), null);
        return value == null ? config : config.with(setting, value);
    }

    private static RunSettings read(Path file) throws Problem {
        try {
            return RunSettings.parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new Problem(Sentence.of("cli.config.unreadable", file.toString()), e);
        }
    }

    static Outputs outputs(ParseResult train) {
        return new Outputs(
                train.matchedOptionValue("--gif", null),
                train.matchedOptionValue("--csv", null),
                train.matchedOptionValue("--plot", null),
                null,
                Math.toIntExact(train.matchedOptionValue("--frame", (long) DEFAULT_FRAME_MILLIS)));
    }

    static String data(ParseResult command) {
        return command.matchedOptionValue("--data", DEFAULT_DATA);
    }

    private static String version() {
        return ResourceBundle.getBundle("latentlab.cli.version").getString("version");
    }
}
