package latentlab.cli;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.cli.terminal.ProgressLine;
import latentlab.embedding.MapQuality;
import latentlab.embedding.PrincipalPlane;
import latentlab.embedding.Tsne;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.Umap;
import latentlab.embedding.umap.UmapSettings;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Makes maps and measures their quality.
 *
 * @param method how they are made
 * @param settings of a t-SNE
 * @param iterations of a t-SNE
 * @param umap settings of a UMAP
 */
record MapMaker(Method method, TsneSettings settings, int iterations, UmapSettings umap) {
    /** Iterations between two reports. */
    private static final int STEP = 10;

    enum Method {
        TSNE,
        UMAP,
        PCA;

        /** As it is called on the command line. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A finished map.
     *
     * @param places shape [count, 2]
     * @param divergence of a t-SNE, else NaN
     * @param iterations done, of a UMAP epochs; fewer than planned after an interruption
     * @param seconds from points to map, without measuring its quality
     * @param quality of the map; null of two points, or if interrupted while it was measured
     */
    record Made(float[] places, double divergence, int iterations, double seconds, MapQuality quality) {}

    /**
     * @param labels shape [count], or null
     * @param interrupted ends a t-SNE or UMAP early; the map is then as it is by that time
     * @param begins called as soon as there is a first map, after which an interruption leaves a result
     * @throws Problem if the points cannot be mapped
     * @throws java.util.concurrent.CancellationException if it is interrupted before there is a map
     */
    Made make(PointsToMap points, int[] labels, ProgressLine progress, BooleanSupplier interrupted, Runnable begins)
            throws Problem {
        long start = System.nanoTime();
        float[] places;
        double divergence = Double.NaN;
        int done = 0;
        double seconds;
        switch (method) {
            case PCA -> {
                places = PrincipalPlane.map(points.values(), points.dimension());
                begins.run();
                seconds = since(start);
            }
            case UMAP -> {
                try (Umap map = Umap.of(points.values(), points.dimension(), umap, progress)) {
                    begins.run();
                    done = steps(umap.epochs(), "cli.map.umap.epoch", map::iterate, progress, interrupted);
                    seconds = since(start);
                    places = map.positions();
                }
            }
            default -> {
                try (Tsne tsne = Tsne.of(points.values(), points.dimension(), settings, progress)) {
                    begins.run();
                    done = steps(iterations, "cli.map.iteration", tsne::iterate, progress, interrupted);
                    seconds = since(start);
                    places = tsne.positions();
                    divergence = tsne.divergence();
                }
            }
        }
        return new Made(places, divergence, done, seconds, quality(places, points, labels, progress));
    }

    /** Some steps of a map at a time. */
    private interface Steps {
        int go(int most, BooleanSupplier cancelled);
    }

    /** @param key of the sentence that says how many steps are done, of how many @return how many in the end */
    private static int steps(int all, String key, Steps steps, ProgressLine progress, BooleanSupplier interrupted) {
        int done = 0;
        while (done < all && !interrupted.getAsBoolean()) {
            progress.show((double) done / all, Sentence.of(key, done, all));
            done += steps.go(Math.min(STEP, all - done), interrupted);
        }
        return done;
    }

    /** The quality of a map; null of two points, or if interrupted, since the map is worth having without it. */
    private static MapQuality quality(float[] places, PointsToMap points, int[] labels, ProgressLine progress)
            throws Problem {
        if (MapQuality.neighboursOf(places.length / 2) == 0) {
            return null;
        }
        try {
            return MapQuality.of(places, points.values(), points.dimension(), labels, progress);
        } catch (CancellationException _) {
            return null;
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
