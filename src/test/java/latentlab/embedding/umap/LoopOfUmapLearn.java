package latentlab.embedding.umap;

import java.util.SplittableRandom;

/**
 * The loop of umap-learn 0.5 (layouts.py, optimize_layout_euclidean): edge after edge, each moving both of its ends at
 * once, with times of its own for each edge and its strangers. What {@link Umap} must not be worse than.
 */
final class LoopOfUmapLearn {
    private LoopOfUmapLearn() {}

    /** @param start shape [count, 2] @return the map, likewise */
    static float[] run(FuzzyGraph graph, float[] start, UmapSettings settings) {
        int count = graph.count();
        MapCurve curve = MapCurve.of(settings.minimalDistance());
        SplittableRandom random = new SplittableRandom(settings.seed());
        double[] map = new double[2 * count];
        for (int i = 0; i < map.length; i++) {
            map[i] = start[i];
        }
        int edges = graph.weights().length;
        double[] next = new double[edges];
        double[] nextStranger = new double[edges];
        for (int e = 0; e < edges; e++) {
            next[e] = 1 / (double) graph.weights()[e];
            nextStranger[e] = next[e] / 5;
        }
        double rate = settings.rate();
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            for (int i = 0; i < count; i++) {
                for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++) {
                    if (next[e] > epoch) {
                        continue;
                    }
                    int j = graph.columns()[e];
                    double dx = map[2 * i] - map[2 * j];
                    double dy = map[2 * i + 1] - map[2 * j + 1];
                    double squared = dx * dx + dy * dy;
                    double factor = squared > 0 ? curve.attraction(squared) : 0;
                    double stepX = rate * Math.clamp(factor * dx, -4, 4);
                    double stepY = rate * Math.clamp(factor * dy, -4, 4);
                    map[2 * i] += stepX;
                    map[2 * i + 1] += stepY;
                    map[2 * j] -= stepX;
                    map[2 * j + 1] -= stepY;
                    double every = 1 / (double) graph.weights()[e];
                    next[e] += every;
                    int strangers = (int) ((epoch - nextStranger[e]) / (every / 5));
                    for (int n = 0; n < strangers; n++) {
                        int k = random.nextInt(count);
                        dx = map[2 * i] - map[2 * k];
                        dy = map[2 * i + 1] - map[2 * k + 1];
                        squared = dx * dx + dy * dy;
                        if (squared > 0) {
                            factor = curve.repulsion(squared);
                            map[2 * i] += rate * Math.clamp(factor * dx, -4, 4);
                            map[2 * i + 1] += rate * Math.clamp(factor * dy, -4, 4);
                        }
                    }
                    nextStranger[e] += strangers * (every / 5);
                }
            }
            rate = settings.rate() * (1 - (double) epoch / settings.epochs());
        }
        float[] places = new float[map.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (float) map[i];
        }
        return places;
    }
}
