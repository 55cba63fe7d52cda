package latentlab.embedding;

import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * How well a map keeps the neighbourhoods of its points; each figure 0 to 1, larger is better. For more than 20,000
 * points, the nearest neighbours come from an approximate search.
 *
 * @param accuracy share of points whose label is that of most of their {@link #neighboursOf} nearest neighbours on the
 *     map, not counting the point itself; among labels equally frequent the lowest counts. NaN without labels
 * @param originalAccuracy the same for neighbours in the points' own space: what a map can hardly exceed
 * @param trustworthiness whether neighbours on the map are neighbours in the points' own space (Venna & Kaski 2001)
 * @param preservation share of the nearest neighbours in the points' own space that are nearest neighbours on the map
 * @param neighbours of each point that were considered, see {@link #neighboursOf}
 */
public record MapQuality(
        double accuracy, double originalAccuracy, double trustworthiness, double preservation, int neighbours) {
    /** Neighbours considered; fewer if there are not twice as many points. */
    public static final int NEIGHBOURS = 10;

    /** Most points that trustworthiness is computed for; of more points, this many evenly spread. */
    private static final int MOST_RANKED = 10_000;

    /**
     * @param map shape [count, 2]
     * @param points what it is a map of, shape [count, dimension]
     * @param labels shape [count], or null
     * @throws Problem if there are fewer than three points, or some values are not finite
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static MapQuality of(float[] map, float[] points, int dimension, int[] labels, Progress progress)
            throws Problem {
        int count = map.length / 2;
        int k = neighbours(count);
        PointCheck.finite(points, dimension);
        PointCheck.finite(map, 2);
        MapKernels kernels = MapKernels.fastest();
        try (Workers workers = new Workers()) {
            Neighbours before =
                    new NeighbourSearch(points, dimension, workers, kernels).find(k, 0, progress.part(0, 0.4));
            Neighbours after = new NeighbourSearch(map, 2, workers, kernels).find(k, 0, progress.part(0.4, 0.6));
            double trust = trustworthiness(before, after, points, dimension, workers, kernels, progress.part(0.6, 1));
            return new MapQuality(
                    accuracy(after, labels), accuracy(before, labels), trust, preservation(before, after), k);
        }
    }

    /**
     * @param points shape [count, dimension]: a map or a latent space
     * @param labels shape [count]
     * @return see {@link #accuracy()}
     * @throws Problem if there are fewer than three points, or some values are not finite
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static double accuracy(float[] points, int dimension, int[] labels, Progress progress) throws Problem {
        int k = neighbours(points.length / dimension);
        PointCheck.finite(points, dimension);
        try (Workers workers = new Workers()) {
            return accuracy(
                    new NeighbourSearch(points, dimension, workers, MapKernels.fastest()).find(k, 0, progress), labels);
        }
    }

    /** @return neighbours of each point that are considered, at most {@value #NEIGHBOURS}; 0 if there are too few */
    public static int neighboursOf(int points) {
        return Math.clamp((points - 1) / 2, 0, NEIGHBOURS);
    }

    private static int neighbours(int count) throws Problem {
        if (count < 3) {
            throw Problem.of("embedding.quality.few", count);
        }
        return neighboursOf(count);
    }

    private static double accuracy(Neighbours neighbours, int[] labels) {
        if (labels == null) {
            return Double.NaN;
        }
        int classes = 0;
        for (int label : labels) {
            classes = Math.max(classes, label + 1);
        }
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            int[] votes = new int[classes];
            for (int n = i * neighbours.k(); n < (i + 1) * neighbours.k(); n++) {
                votes[labels[neighbours.indices()[n]]]++;
            }
            int elected = 0;
            for (int label = 1; label < classes; label++) {
                if (votes[label] > votes[elected]) {
                    elected = label;
                }
            }
            if (elected == labels[i]) {
                right++;
            }
        }
        return (double) right / labels.length;
    }

    private static double preservation(Neighbours before, Neighbours after) {
        long kept = 0;
        for (int i = 0; i < before.count(); i++) {
            for (int n = i * before.k(); n < (i + 1) * before.k(); n++) {
                if (has(before, i, after.indices()[n])) {
                    kept++;
                }
            }
        }
        return (double) kept / before.indices().length;
    }

    private static boolean has(Neighbours neighbours, int point, int other) {
        for (int n = point * neighbours.k(); n < (point + 1) * neighbours.k(); n++) {
            if (neighbours.indices()[n] == other) {
                return true;
            }
        }
        return false;
    }

    private static double trustworthiness(
            Neighbours before,
            Neighbours after,
            float[] points,
            int dimension,
            Workers workers,
            MapKernels kernels,
            Progress progress) {
        int count = before.count();
        int k = before.k();
        int ranked = Math.min(count, MOST_RANKED);
        int blocks = (ranked + DistanceTile.SIDE - 1) / DistanceTile.SIDE;
        long[] excess = new long[blocks];
        Sentence what = Sentence.of("embedding.quality", count);
        progress.report(0, what);
        try (PointRows rows = new PointRows(points, dimension, count + DistanceTile.SIDE * workers.count(), kernels)) {
            for (int i = 0; i < count; i++) {
                rows.set(i, i);
            }
            workers.share(blocks, (worker, block) -> {
                if (worker == 0) {
                    progress.report((double) block / blocks, what);
                }
                int from = block * DistanceTile.SIDE;
                int size = Math.min(DistanceTile.SIDE, ranked - from);
                int[] chosen = new int[size];
                int at = count + worker * DistanceTile.SIDE;
                for (int i = 0; i < size; i++) {
                    chosen[i] = (int) ((long) (from + i) * count / ranked);
                    rows.set(at + i, chosen[i]);
                }
                try (Ranks ranks = new Ranks(rows, at, chosen, count, kernels)) {
                    for (int i = 0; i < size; i++) {
                        for (int n = chosen[i] * k; n < (chosen[i] + 1) * k; n++) {
                            int other = after.indices()[n];
                            if (!has(before, chosen[i], other)) {
                                ranks.ask(i, other);
                            }
                        }
                    }
                    excess[block] = ranks.excess(k);
                }
            });
        }
        long sum = 0;
        for (long each : excess) {
            sum += each;
        }
        return 1 - 2.0 * sum / ((double) ranked * k * (2.0 * count - 3 * k - 1));
    }
}
