package latentlab.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import latentlab.engine.ModelKind;
import latentlab.engine.TrainingConfig;
import latentlab.export.AnimationGif;
import latentlab.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The commands and their options, with help in one language. */
final class Commands {
    static final String TRAIN = "train";
    static final List<String> LANGUAGES =
            Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();

    private static final TrainingConfig DEFAULT = TrainingConfig.DEFAULT;
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
        add(train, "--model", "MODEL", new Values.Choice(models()), "cli.option.model", model(DEFAULT.kind()));
        Values<?> latent = new Values.Whole(1, TrainingConfig.MAX_LATENT);
        add(train, "--latent", "K", latent, "cli.option.latent", TrainingConfig.MAX_LATENT, DEFAULT.latent());
        Values<?> epochs = new Values.Whole(1, TrainingConfig.MAX_EPOCHS);
        add(train, "--epochs", "N", epochs, "cli.option.epochs", DEFAULT.epochs());
        Values<?> rate = new Values.Real(TrainingConfig.MIN_RATE, TrainingConfig.MAX_RATE);
        add(
                train,
                "--lr",
                "R",
                rate,
                "cli.option.lr",
                TrainingConfig.MIN_RATE,
                TrainingConfig.MAX_RATE,
                DEFAULT.learningRate());
        Values<?> batch = new Values.Whole(1, TrainingConfig.MAX_BATCH);
        add(train, "--batch", "B", batch, "cli.option.batch", DEFAULT.batch());
        Values<?> seed = new Values.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
        add(train, "--seed", "S", seed, "cli.option.seed", DEFAULT.seed());
        values.put("--shuffle", new Values.Choice(List.of("true", "false")));
        train.addOption(OptionSpec.builder("--shuffle")
                .negatable(true)
                .arity("0..1")
                .type(boolean.class)
                .defaultValue(Boolean.toString(DEFAULT.shuffle()))
                .fallbackValue("true")
                .description(messages.text("cli.option.shuffle"))
                .build());
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

    static TrainingConfig config(ParseResult train) {
        String model = train.matchedOptionValue("--model", model(DEFAULT.kind()));
        return new TrainingConfig(
                ModelKind.valueOf(model.toUpperCase(Locale.ROOT)),
                Math.toIntExact(train.matchedOptionValue("--latent", (long) DEFAULT.latent())),
                train.matchedOptionValue("--lr", DEFAULT.learningRate()),
                Math.toIntExact(train.matchedOptionValue("--batch", (long) DEFAULT.batch())),
                Math.toIntExact(train.matchedOptionValue("--epochs", (long) DEFAULT.epochs())),
                train.matchedOptionValue("--seed", DEFAULT.seed()),
                train.matchedOptionValue("--shuffle", DEFAULT.shuffle()));
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

    private static List<String> models() {
        return List.of(model(ModelKind.SIMPLE), model(ModelKind.TIED));
    }

    private static String model(ModelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String version() {
        return ResourceBundle.getBundle("latentlab.cli.version").getString("version");
    }
}
