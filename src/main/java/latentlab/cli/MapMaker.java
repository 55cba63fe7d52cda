package latentlab.cli;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.cli.terminal.ProgressLine;
import latentlab.embedding.MapQuality;
import latentlab.embedding.PrincipalPlane;
import latentlab.embedding.Tsne;
import latentlab.embedding.TsneSettings;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Makes maps and measures their quality.
 *
 * @param method how they are made
 * @param settings of a t-SNE
 * @param iterations of a t-SNE
 */
record MapMaker(Method method, TsneSettings settings, int iterations) {
    /** Iterations between two reports. */
    private static final int STEP = 10;

    enum Method {
        TSNE,
        PCA
    }

    /**
     * A finished map.
     *
     * @param places shape [count, 2]
     * @param divergence of a t-SNE, else NaN
     * @param iterations done; fewer than planned after an interruption
     * @param seconds from points to map, without measuring its quality
     * @param quality of the map; null of two points, or if interrupted while it was measured
     */
    record Made(float[] places, double divergence, int iterations, double seconds, MapQuality quality) {}

    /**
     * @param labels shape [count], or null
     * @param interrupted ends a t-SNE early; the map is then as it is by that time
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
        if (method == Method.PCA) {
            places = PrincipalPlane.map(points.values(), points.dimension());
            begins.run();
            seconds = since(start);
        } else {
            try (Tsne tsne = Tsne.of(points.values(), points.dimension(), settings, progress)) {
                begins.run();
                while (done < iterations && !interrupted.getAsBoolean()) {
                    progress.show((double) done / iterations, Sentence.of("cli.map.iteration", done, iterations));
                    done += tsne.iterate(Math.min(STEP, iterations - done), interrupted);
                }
                seconds = since(start);
                places = tsne.positions();
                divergence = tsne.divergence();
            }
        }
        return new Made(places, divergence, done, seconds, quality(places, points, labels, progress));
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
