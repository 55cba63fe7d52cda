package latentlab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.data.DataRequest;
import latentlab.data.ImageOptions;
import latentlab.data.ImageOptions.Channels;
import latentlab.data.ImageOptions.Fit;
import latentlab.data.ImageOptions.Invert;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say which images there are to be, and what becomes of them. */
public final class DataOptions {
    private static final List<String> NAMES = List.of("test", "size", "fit", "invert", "channels");

    private DataOptions() {}

    /** Adds all of them but {@code --data} itself. */
    public static void addTo(CommandSpec command, Options options) {
        options.add(command, "--test", "DATA", new Values.Origin(), "cli.option.test");
        options.add(command, "--size", "SIZE", new Values.Side(), "cli.option.size");
        ImageOptions normal = ImageOptions.DEFAULT;
        choice(command, options, "fit", Fit.values(), normal.fit());
        choice(command, options, "invert", Invert.values(), normal.invert());
        choice(command, options, "channels", Channels.values(), normal.channels());
    }

    private static void choice(CommandSpec command, Options options, String name, Enum<?>[] all, Enum<?> normal) {
        Values<?> words =
                new Values.Choice(Stream.of(all).map(ImageOptions::word).toList());
        String help = "cli.option." + name;
        options.add(command, "--" + name, "HOW", words, help, words.expected(), ImageOptions.word(normal));
    }

    /** @return what a command with the option {@code --data} asks for */
    static DataRequest request(ParseResult parsed) {
        return request(parsed.matchedOptionValue("--data", Options.DEFAULT_DATA), parsed);
    }

    /** @param origin that is given in another way */
    public static DataRequest request(String origin, ParseResult parsed) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parsed.matchedOptionValue("--" + name, null);
            if (value != null) {
                words.put(name, value);
            }
        }
        return DataRequest.of(origin, words);
    }

    /** @return what is asked for where something is said of data, else the other */
    public static DataRequest request(ParseResult parsed, DataRequest otherwise) {
        boolean said = parsed.hasMatchedOption("--data")
                || NAMES.stream().anyMatch(name -> parsed.hasMatchedOption("--" + name));
        return said ? request(parsed.matchedOptionValue("--data", otherwise.origin()), parsed) : otherwise;
    }

    /** @return the same, or null where nothing is said of data */
    static DataRequest asked(ParseResult parsed) {
        boolean said = parsed.hasMatchedOption("--data")
                || NAMES.stream().anyMatch(name -> parsed.hasMatchedOption("--" + name));
        return said ? request(parsed) : null;
    }
}
