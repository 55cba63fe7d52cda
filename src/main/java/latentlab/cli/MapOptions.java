package latentlab.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import latentlab.cli.MapMaker.Method;
import latentlab.data.Dataset;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.engine.settings.Setting;
import latentlab.text.Messages;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Options shared by the commands that make maps. */
final class MapOptions {
    private static final long FEWEST = 3;
    /** Too few for a map. */
    private static final int FEW = 10;

    private static final long MOST = 1_000_000;
    private static final String PERPLEXITY = "--perplexity";
    private static final String NEIGHBOURS = "--neighbours";
    private static final String DISTANCE = "--min-distance";

    private MapOptions() {}

    /** Adds the options that choose the images. */
    static void addImages(CommandSpec spec, Options options) {
        options.addData(spec);
        Values<?> splits = new Values.Choice(List.of(ImagesToMap.TRAIN, ImagesToMap.TEST));
        options.add(spec, "--split", "PART", splits, "cli.option.split", splits.expected(), ImagesToMap.TEST);
        options.add(spec, "--n", "N", new Values.Whole(FEWEST, MOST), "cli.option.n");
    }

    /** Adds the choice of a method, and the options of those that lay points out step by step. */
    static void addMethod(CommandSpec spec, Options options, Method... offered) {
        Values<?> methods =
                new Values.Choice(Arrays.stream(offered).map(Method::word).toList());
        options.add(spec, "--method", "NAME", methods, "cli.option.method", methods.expected());
        TsneSettings tsne = TsneSettings.DEFAULT;
        UmapSettings umap = UmapSettings.DEFAULT;
        options.add(spec, PERPLEXITY, "P", new Values.Real(1, 1000), "cli.option.perplexity", tsne.perplexity());
        options.add(spec, NEIGHBOURS, "N", new Values.Whole(2, 1000), "cli.option.neighbours", umap.neighbours());
        options.add(spec, DISTANCE, "D", new Values.Real(0, 1), "cli.option.distance", umap.minimalDistance());
        options.add(
                spec,
                "--iterations",
                "I",
                new Values.Whole(1, 1_000_000),
                "cli.option.iterations",
                TsneSettings.ITERATIONS,
                UmapSettings.fittingEpochs(1),
                UmapSettings.fittingEpochs(Integer.MAX_VALUE),
                UmapSettings.FEW);
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

    /** The method that is asked for. @throws Problem if there is an option that belongs to another one */
    static Method method(ParseResult parsed) throws Problem {
        Method method = Method.valueOf(
                parsed.matchedOptionValue("--method", Method.TSNE.word()).toUpperCase(Locale.ROOT));
        List<String> others = method == Method.UMAP ? List.of(PERPLEXITY) : List.of(NEIGHBOURS, DISTANCE);
        for (String option : others) {
            if (parsed.hasMatchedOption(option)) {
                throw Problem.of("cli.map.other", option, method.word());
            }
        }
        return method;
    }

    /**
     * The map's method and settings.
     *
     * @param points that will be on it: with few of them, the defaults of perplexity and neighbours are less
     */
    static MapMaker maker(ParseResult parsed, Method method, int points) {
        long seed = parsed.matchedOptionValue("--seed", Setting.SEED.initial());
        TsneSettings tsne = TsneSettings.DEFAULT
                .withPerplexity(parsed.matchedOptionValue(PERPLEXITY, TsneSettings.fittingPerplexity(points)))
                .withSeed(seed);
        long iterations = parsed.matchedOptionValue("--iterations", (long) TsneSettings.ITERATIONS);
        long neighbours = parsed.matchedOptionValue(NEIGHBOURS, (long) UmapSettings.fittingNeighbours(points));
        long epochs = parsed.matchedOptionValue("--iterations", (long) UmapSettings.fittingEpochs(points));
        UmapSettings umap = UmapSettings.DEFAULT
                .withNeighbours((int) neighbours)
                .withMinimalDistance(parsed.matchedOptionValue(DISTANCE, UmapSettings.DEFAULT.minimalDistance()))
                .withEpochs((int) epochs)
                .withSeed(seed);
        return new MapMaker(method, tsne, (int) iterations, umap);
    }
}
