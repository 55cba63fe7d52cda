package latentlab.embedding;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Nearest neighbours by their definition: every pair, in doubles. */
final class PlainNeighbours {
    private PlainNeighbours() {}

    /** @return the k nearest of all others, nearest first; of equal distances, as floats, the lower index */
    static int[] of(float[] points, int dimension, int point, int k) {
        float[] distances = new float[points.length / dimension];
        for (int other = 0; other < distances.length; other++) {
            distances[other] = (float) squared(points, dimension, point, other);
        }
        return IntStream.range(0, distances.length)
                .filter(other -> other != point)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(other -> distances[other])
                        .thenComparing(other -> other))
                .limit(k)
                .mapToInt(other -> other)
                .toArray();
    }

    static double squared(float[] points, int dimension, int a, int b) {
        double sum = 0;
        for (int d = 0; d < dimension; d++) {
            double difference = (double) points[a * dimension + d] - points[b * dimension + d];
            sum += difference * difference;
        }
        return sum;
    }
}
