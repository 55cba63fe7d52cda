package latentlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.RunSettings;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.SettingsReader;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.export.ExportOption;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.text.TextFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code train}: the run to train, and the files to write. */
public final class TrainOptions {
    private static final Domain.Choice<Preset> PRESETS = Domain.choiceWithout(Preset.class);

    /** A file of weights to begin with. */
    static final String WEIGHTS = "--weights";

    private static final String WORDS = "--words";
    /** Bytes of the longest text that a report has from a file. */
    private static final int LONGEST = 1 << 20;

    private static final String IMAGES = "--images";

    private TrainOptions() {}

    static void addTo(CommandSpec train, Options options) {
        options.addData(train);
        options.add(train, "--config", "FILE", new Values.File(), "cli.option.config");
        Values<?> presets = new Values.Choice(PRESETS.words());
        options.add(train, "--preset", "NAME", presets, "cli.option.preset", PRESETS.expected());
        Setting.ALL.forEach(setting -> options.add(train, setting));
        options.add(train, WEIGHTS, "FILE", new Values.File(), "cli.option.weights");
        options.add(train, "--save", "FILE", new Values.File(), "cli.option.save");
        addOutputs(train, options);
    }

    /** The files that are made of a run. */
    public static void addOutputs(CommandSpec train, Options options) {
        for (Export export : ExportCatalogue.ALL) {
            options.add(train, export.option(), "FILE", new Values.File(), export.help());
        }
        options.add(train, WORDS, "FILE|TEXT", new Values.Text(), "cli.option.words");
        options.add(train, IMAGES, "IMAGES", new Values.Images(), "cli.option.images");
        for (ExportOption option : ExportCatalogue.options()) {
            Values<?> values = option.words().isEmpty()
                    ? new Values.Whole(option.least(), option.most())
                    : new Values.Choice(option.words());
            options.add(train, option.option(), option.unit(), values, option.help(), option.usual());
        }
    }

    /**
     * The values of a settings file or a preset, overridden by those of the options.
     *
     * @throws Problem if the settings file cannot be read or is not valid, or two settings contradict each other
     */
    static RunSettings settings(ParseResult train) throws Problem {
        RunSettings settings = ofFile(train);
        TrainingConfig config = settings.config();
        String preset = train.matchedOptionValue("--preset", null);
        if (preset != null) {
            config = PRESETS.parse(preset).config();
        }
        for (Setting<?> setting : Setting.ALL) {
            config = over(config, setting, train);
        }
        String data =
                train.matchedOptionValue("--data", settings.data() == null ? Options.DEFAULT_DATA : settings.data());
        return new RunSettings(data, config.validated());
    }

    /** Whether the batch was chosen by an option, a settings file or a preset. */
    static boolean choosesBatch(ParseResult train) {
        return train.hasMatchedOption("--" + Setting.BATCH.name())
                || train.hasMatchedOption("--config")
                || train.hasMatchedOption("--preset");
    }

    /** A configuration with the option's value, if the option is given. */
    public static <T> TrainingConfig over(TrainingConfig config, Setting<T> setting, ParseResult train) {
        T value = train.matchedOptionValue("--" + setting.name(), null);
        return value == null ? config : config.with(setting, value);
    }

    /**
     * @return the values of the settings file, or else the defaults
     * @throws Problem if it cannot be read or is not valid
     */
    public static RunSettings ofFile(ParseResult train) throws Problem {
        Path file = train.matchedOptionValue("--config", null);
        if (file == null) {
            return new RunSettings(null, TrainingConfig.DEFAULT);
        }
        try {
            return SettingsReader.read(file);
        } catch (IOException e) {
            throw new Problem(Sentence.of("cli.config.unreadable", file.toString()), e);
        }
    }

    /**
     * The files asked for; the animations come last, since they take longest.
     *
     * @throws Problem if the words for a report cannot be read, or would be overwritten
     */
    public static Outputs outputs(ParseResult train) throws Problem {
        SequencedMap<Export, Path> files = new LinkedHashMap<>();
        ExportCatalogue.ALL.stream()
                .filter(export -> train.hasMatchedOption(export.option()))
                .sorted(Comparator.comparing(Export::animated))
                .forEach(export -> files.put(export, train.matchedOptionValue(export.option(), null)));
        Map<ExportOption, Integer> chosen = new HashMap<>();
        for (ExportOption option : ExportCatalogue.options()) {
            switch (train.matchedOptionValue(option.option(), (Object) null)) {
                case Long number -> chosen.put(option, Math.toIntExact(number));
                case String word -> chosen.put(option, option.words().indexOf(word));
                case null, default -> {}
            }
        }
        AskedImages images = train.matchedOptionValue(IMAGES, AskedImages.NOTEBOOK);
        String words = train.matchedOptionValue(WORDS, null);
        Path file = words == null ? null : file(words);
        if (file == null) {
            return new Outputs(files, chosen, images, words);
        }
        Outputs.spare(List.of(file), files.values().toArray(Path[]::new));
        try {
            return new Outputs(files, chosen, images, TextFile.read(file, LONGEST));
        } catch (IOException e) {
            throw new Problem(Sentence.of("cli.words.unreadable", file.toString()), e);
        }
    }

    /** @return the file that is named; null where there is none of that name, so that it is the text itself */
    private static Path file(String words) {
        try {
            Path file = Path.of(words);
            return !words.isBlank() && Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }
}
