package latentlab.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
import latentlab.text.AppVersion;
import latentlab.text.Messages;
import latentlab.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Makes commands and options with help in one language and checked values. */
public final class Options {
    static final List<String> LANGUAGES =
            Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();
    public static final String DEFAULT_DATA = "digits";

    /** Labels of the oldest options' values, kept as they have always been. */
    private static final Map<Setting<?>, String> LABELS =
            Map.of(Setting.LATENT, "K", Setting.EPOCHS, "N", Setting.RATE, "R", Setting.BATCH, "B", Setting.SEED, "S");

    private final Messages messages;

    Options(Messages messages) {
        this.messages = messages;
    }

    /**
     * Makes a command that has no options yet.
     *
     * @param command it belongs to; null for the program without a command
     * @param about key of the sentence that says what it does
     */
    public CommandSpec command(Command command, String name, String about) {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(command).name(name).version("Latent Lab " + AppVersion.text());
        spec.usageMessage()
                .synopsisHeading(messages.text("cli.usage.synopsis") + " ")
                .description(messages.text(about))
                .descriptionHeading("%n")
                .optionListHeading("%n")
                .commandListHeading(messages.text("cli.usage.commands") + "%n")
                .sortOptions(false)
                .sortSynopsis(false)
                .abbreviateSynopsis(true);
        return spec;
    }

    /** Adds the option {@code --data} and those that say more of it, read by {@link DataOptions}. */
    public void addData(CommandSpec command) {
        add(command, "--data", "DATA", new Values.Origin(), "cli.option.data", DEFAULT_DATA);
        DataOptions.addTo(command, this);
    }

    /**
     * Adds an option with a value.
     *
     * @param label the value's name in the help
     * @param key of the sentence that says what the option is for
     * @param words values for the sentence's placeholders
     */
    public void add(CommandSpec command, String name, String label, Values<?> taken, String key, Object... words) {
        command.addOption(option(name, label, taken, key, words).build());
    }

    /** Adds a required option, see {@link #add(CommandSpec, String, String, Values, String, Object...)}. */
    public void addRequired(CommandSpec command, String name, String label, Values<?> taken, String key) {
        command.addOption(option(name, label, taken, key).required(true).build());
    }

    /** Adds one or more values without an option, at least one of them required. */
    public void addRequiredValues(CommandSpec command, String label, Values<?> taken, String key) {
        command.addPositional(value(label, taken, key)
                .index("0..*")
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
    }

    /** Adds values without an option, of which there may be none. */
    public void addValues(CommandSpec command, String label, Values<?> taken, String key) {
        command.addPositional(value(label, taken, key)
                .required(false)
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
    }

    /** Adds one required value without an option. */
    public void addRequiredValue(CommandSpec command, String label, Values<?> taken, String key) {
        command.addPositional(value(label, taken, key)
                .index("0")
                .arity("1")
                .type(Object.class)
                .build());
    }

    private PositionalParamSpec.Builder value(String label, Values<?> taken, String key) {
        return PositionalParamSpec.builder()
                .required(true)
                .paramLabel(label)
                .converters(taken)
                .description(messages.text(key));
    }

    private OptionSpec.Builder option(String name, String label, Values<?> taken, String key, Object... words) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(Object.class)
                .converters(taken)
                .description(messages.text(key, words));
    }

    /** Adds an option without a value. */
    public void addSwitch(CommandSpec command, String name, String key) {
        command.addOption(
                OptionSpec.builder(name).description(messages.text(key)).build());
    }

    /** Adds the option of a run's setting, under the setting's name. */
    public <T> void add(CommandSpec command, Setting<T> setting) {
        String option = "--" + setting.name();
        Values<T> taken = new Values.OfSetting<>(setting);
        Sentence help = Sentence.of("engine.help." + setting.name());
        if (setting.domain() instanceof Domain.Flag) {
            command.addOption(OptionSpec.builder(option)
                    .negatable(true)
                    .arity("0..1")
                    .type(boolean.class)
                    .converters(taken)
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

    /**
     * Adds the option of a setting that may have several values.
     *
     * @param taken the values, in place of the setting's own
     */
    public <T> void addSwept(CommandSpec command, Setting<T> setting, Values<?> taken) {
        String option = "--" + setting.name();
        Sentence help = Sentence.of("engine.help." + setting.name());
        String initial = setting.domain().text(setting.initial());
        OptionSpec.Builder spec = option(
                option,
                LABELS.getOrDefault(setting, setting.name().toUpperCase(Locale.ROOT)),
                taken,
                initial.isEmpty() ? "cli.option.setting.empty" : "cli.option.setting",
                help,
                taken.expected(),
                initial);
        if (setting.domain() instanceof Domain.Flag) {
            spec.arity("0..1").fallbackValue("true");
            command.addOption(
                    OptionSpec.builder("--no-" + setting.name()).hidden(true).build());
        }
        command.addOption(spec.build());
    }

    /** Adds the options every command has, after its own. */
    public void addLanguageAndHelp(CommandSpec command) {
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
}
