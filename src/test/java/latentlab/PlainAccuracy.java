package latentlab;

import java.util.Arrays;

/** How many points the ten nearest others are right about, by looking at every pair. */
public final class PlainAccuracy {
    private static final int NEIGHBOURS = 10;

    private PlainAccuracy() {}

    /**
     * @param points shape [labels.length, dimension]
     * @return share of points whose label is that of most of their ten nearest; among labels equally frequent the
     *     lowest counts
     */
    public static double of(float[] points, int dimension, int... labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            int[] nearest = new int[NEIGHBOURS];
            double[] distances = new double[NEIGHBOURS];
            Arrays.fill(distances, Double.POSITIVE_INFINITY);
            for (int other = 0; other < labels.length; other++) {
                double distance = other == i ? Double.POSITIVE_INFINITY : distance(points, dimension, i, other);
                for (int place = NEIGHBOURS - 1; place >= 0 && distance < distances[place]; place--) {
                    if (place + 1 < NEIGHBOURS) {
                        distances[place + 1] = distances[place];
                        nearest[place + 1] = nearest[place];
                    }
                    distances[place] = distance;
                    nearest[place] = other;
                }
            }
            int[] votes = new int[256];
            for (int other : nearest) {
                votes[labels[other]]++;
            }
            int elected = 0;
            for (int label = 1; label < votes.length; label++) {
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

    private static double distance(float[] points, int dimension, int a, int b) {
        double sum = 0;
        for (int d = 0; d < dimension; d++) {
            double difference = points[a * dimension + d] - (double) points[b * dimension + d];
            sum += difference * difference;
        }
        return sum;
    }
}
