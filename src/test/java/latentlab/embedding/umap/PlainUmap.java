package latentlab.embedding.umap;

import java.util.Arrays;

/** One epoch of a {@link Umap} as one would write it down: in doubles, by the formulas, point after point. */
final class PlainUmap {
    private PlainUmap() {}

    /** @return the places after the epoch, shape [count, 2] */
    static double[] epoch(FuzzyGraph graph, float[] places, UmapSettings settings, int epoch, double rate) {
        int count = graph.count();
        MapCurve curve = MapCurve.of(settings.minimalDistance());
        double[] moved = new double[2 * count];
        for (int i = 0; i < count; i++) {
            double[] place = {places[2 * i], places[2 * i + 1]};
            long random = mixed(mixed(settings.seed() + 0x9e3779b97f4a7c15L * epoch) + 0x9e3779b97f4a7c15L * i);
            for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++) {
                float weight = graph.weights()[e];
                if (Math.floor(weight * (epoch + 1)) > Math.floor(weight * epoch)) {
                    step(place, places, graph.columns()[e], rate, curve::attraction);
                    step(place, places, graph.columns()[e], rate, curve::attraction);
                    for (int n = 0; n < 5; n++) {
                        random = random * 6364136223846793005L + 1442695040888963407L;
                        int other = (int) Math.floor((random >>> 32) / 0x1p32 * count);
                        if (other != i) {
                            step(place, places, other, rate, curve::repulsion);
                        }
                    }
                }
            }
            moved[2 * i] = place[0];
            moved[2 * i + 1] = place[1];
        }
        return moved;
    }

    private static void step(
            double[] place, float[] places, int other, double rate, java.util.function.DoubleUnaryOperator force) {
        double[] apart = {place[0] - places[2 * other], place[1] - places[2 * other + 1]};
        double factor = force.applyAsDouble(Arrays.stream(apart).map(d -> d * d).sum());
        for (int axis = 0; axis < 2; axis++) {
            place[axis] += rate * Math.clamp(factor * apart[axis], -4, 4);
        }
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
