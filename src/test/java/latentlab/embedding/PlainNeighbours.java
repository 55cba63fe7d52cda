package latentlab.embedding;

import java.util.stream.LongStream;

/** Nearest neighbours by their definition: every pair, in doubles. */
final class PlainNeighbours {
    private PlainNeighbours() {}

    /** @return the k nearest of all others, nearest first; of equal distances, as floats, the lower index */
    static int[] of(float[] points, int dimension, int point, int k) {
        long[] others = new long[points.length / dimension];
        for (int other = 0; other < others.length; other++) {
            // What is not negative is in the order of its bits.
            long distance = Float.floatToIntBits((float) squared(points, dimension, point, other));
            others[other] = distance << 32 | other;
        }
        return LongStream.of(others)
                .sorted()
                .mapToInt(each -> (int) each)
                .filter(other -> other != point)
                .limit(k)
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
