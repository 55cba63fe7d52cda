package latentlab.embedding;

import latentlab.text.Problem;

/** What can be laid out at all. */
final class PointCheck {
    /** Squared distances of larger numbers may not fit into a float. */
    private static final float LARGEST = 1e15f;

    private PointCheck() {}

    /** @throws Problem naming the first point with a number that is not finite, or beyond all measure */
    static void finite(float[] points, int dimension) throws Problem {
        for (int i = 0; i < points.length; i++) {
            // Negated, so that NaN is caught too.
            if (!(Math.abs(points[i]) <= LARGEST)) {
                throw Problem.of("embedding.finite", i / dimension, (double) points[i]);
            }
        }
    }
}
