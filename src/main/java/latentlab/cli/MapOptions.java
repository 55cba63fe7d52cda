package latentlab.cli;

import java.io.PrintStream;
import java.util.List;
import latentlab.data.Dataset;
import latentlab.embedding.TsneSettings;
import latentlab.engine.settings.Setting;
import latentlab.text.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Options shared by the commands that make maps. */
final class MapOptions {
    private static final long FEWEST = 3;
    /** Too few for a map. */
    private static final int FEW = 10;

    private static final long MOST = 1_000_000;

    private MapOptions() {}

    /** Adds the options that choose the images. */
    static void addImages(CommandSpec spec, Options options) {
        options.addData(spec);
        Values<?> splits = new Values.Choice(List.of(ImagesToMap.TRAIN, ImagesToMap.TEST));
        options.add(spec, "--split", "PART", splits, "cli.option.split", splits.expected(), ImagesToMap.TEST);
        options.add(spec, "--n", "N", new Values.Whole(FEWEST, MOST), "cli.option.n");
    }

    /** Adds the options of a t-SNE. */
    static void addTsne(CommandSpec spec, Options options) {
        TsneSettings settings = TsneSettings.DEFAULT;
        options.add(
                spec, "--perplexity", "P", new Values.Real(1, 1000), "cli.option.perplexity", settings.perplexity());
        options.add(
                spec,
                "--iterations",
                "I",
                new Values.Whole(1, 1_000_000),
                "cli.option.iterations",
                TsneSettings.ITERATIONS);
    }

    /** The images that are asked for; where nothing is said and there are few to test with, those for training. */
    static ImagesToMap source(ParseResult parsed, Dataset dataset, PrintStream out, Messages messages) {
        String split = parsed.matchedOptionValue("--split", ImagesToMap.TEST);
        int tested = dataset.test().count();
        int trained = dataset.train().count();
        if (!parsed.hasMatchedOption("--split") && tested < FEW && trained > tested) {
            out.println(messages.text("cli.map.few", tested, trained) + "\n");
            split = ImagesToMap.TRAIN;
        }
        return ImagesToMap.of(dataset, split, parsed.matchedOptionValue("--n", MOST));
    }

    /**
     * The map's method and settings; the method is t-SNE for a command that has no option for it.
     *
     * @param points that will be on it: with few of them, the default of the perplexity is less
     */
    static MapMaker maker(ParseResult parsed, int points) {
        TsneSettings settings = TsneSettings.DEFAULT
                .withPerplexity(parsed.matchedOptionValue("--perplexity", TsneSettings.fittingPerplexity(points)))
                .withSeed(parsed.matchedOptionValue("--seed", Setting.SEED.initial()));
        String method = parsed.matchedOptionValue("--method", "tsne");
        long iterations = parsed.matchedOptionValue("--iterations", (long) TsneSettings.ITERATIONS);
        return new MapMaker(
                method.equals("pca") ? MapMaker.Method.PCA : MapMaker.Method.TSNE, settings, (int) iterations);
    }
}
