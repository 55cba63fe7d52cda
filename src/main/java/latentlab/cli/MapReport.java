package latentlab.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.embedding.MapQuality;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.export.MapPicture;
import latentlab.export.MapPlot;
import latentlab.export.table.MapCsv;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Prints what is known of a map, and writes its files.
 *
 * @param source the images on it
 * @param points the points it is made from
 * @param maker makes it
 */
record MapReport(ImagesToMap source, PointsToMap points, MapMaker maker) {
    /** Prints what will be done. */
    void printHeading(PrintStream out, Messages messages) {
        out.println(messages.text(points.title()));
        out.println(messages.text("cli.map.points", source.indices().length, points.dimension()));
        switch (maker.method()) {
            case TSNE -> {
                double perplexity = maker.settings().perplexity();
                out.println(messages.text(
                        "cli.map.tsne", perplexity, seed(maker.settings().seed())));
                if (perplexity < TsneSettings.DEFAULT.perplexity()
                        && perplexity == TsneSettings.fittingPerplexity(source.indices().length)) {
                    out.println(messages.text("cli.map.tsne.few", perplexity, TsneSettings.DEFAULT.perplexity()));
                }
            }
            case UMAP -> {
                UmapSettings umap = maker.umap();
                out.println(
                        messages.text("cli.map.umap", umap.neighbours(), umap.minimalDistance(), seed(umap.seed())));
                if (umap.neighbours() < UmapSettings.DEFAULT.neighbours()
                        && umap.neighbours() == UmapSettings.fittingNeighbours(source.indices().length)) {
                    out.println(
                            messages.text("cli.map.umap.few", umap.neighbours(), UmapSettings.DEFAULT.neighbours()));
                }
            }
            case PCA -> out.println(messages.text("cli.map.pca"));
        }
        out.flush();
    }

    /** A seed as it is typed, without a mark between thousands. */
    private static String seed(long seed) {
        return String.valueOf(seed);
    }

    /** Prints the map's figures. */
    void printFigures(MapMaker.Made made, PrintStream out, Messages messages) {
        if (maker.method() == MapMaker.Method.TSNE) {
            out.println(messages.text("cli.map.iterations", made.iterations()));
            out.println(messages.text("cli.map.kl", made.divergence()));
        } else if (maker.method() == MapMaker.Method.UMAP) {
            out.println(messages.text("cli.map.umap.epochs", made.iterations()));
        }
        MapQuality quality = made.quality();
        if (quality != null) {
            if (source.images().labelled()) {
                out.println(messages.text(
                        "cli.map.accuracy", quality.accuracy(), quality.originalAccuracy(), quality.neighbours()));
            }
            out.println(messages.text("cli.map.trustworthiness", quality.trustworthiness()));
            out.println(messages.text("cli.map.preservation", quality.preservation(), quality.neighbours()));
        }
        out.println(messages.text("cli.map.time", made.seconds()));
        out.flush();
    }

    /**
     * @param csv table of the map
     * @param png picture of it, or null
     * @throws Problem if a file cannot be written
     */
    void write(MapMaker.Made made, Path csv, Path png, Messages messages) throws Problem {
        List<String> names = IntStream.range(0, source.images().classes())
                .mapToObj(source.dataset()::className)
                .toList();
        MapPicture picture = new MapPicture(
                points.title(), caption(made), axes(), made.places(), source.indices(), source.images(), names);
        MapCsv.write(csv, picture);
        if (png != null) {
            MapPlot.write(png, picture, messages);
        }
    }

    private List<Sentence> axes() {
        return maker.method() == MapMaker.Method.PCA
                ? List.of(
                        Sentence.of("export.picture.axis.component", 1),
                        Sentence.of("export.picture.axis.component", 2))
                : List.of();
    }

    private Sentence caption(MapMaker.Made made) {
        int count = source.indices().length;
        UmapSettings umap = maker.umap();
        Sentence way =
                switch (maker.method()) {
                    case TSNE ->
                        Sentence.of(
                                "cli.map.caption.tsne", count, maker.settings().perplexity(), made.divergence());
                    case UMAP -> Sentence.of("cli.map.caption.umap", count, umap.neighbours(), umap.minimalDistance());
                    case PCA -> Sentence.of("cli.map.caption.pca", count);
                };
        MapQuality quality = made.quality();
        if (quality == null) {
            return way;
        }
        return source.images().labelled()
                ? Sentence.of(
                        "cli.map.caption.labelled",
                        way,
                        quality.accuracy(),
                        quality.trustworthiness(),
                        quality.neighbours())
                : Sentence.of("cli.map.caption.unlabelled", way, quality.trustworthiness());
    }
}
