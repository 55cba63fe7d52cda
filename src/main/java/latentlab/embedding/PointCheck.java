package latentlab.embedding;

import latentlab.text.Problem;

/** Checks whether points can be mapped at all. */
public final class PointCheck {
    /** Largest magnitude of a value; squared distances of larger ones may not fit into a float. */
    private static final float LARGEST = 1e15f;

    private PointCheck() {}

    /** @throws Problem naming the first point with a value that is not finite, or too large */
    public static void finite(float[] points, int dimension) throws Problem {
        for (int i = 0; i < points.length; i++) {
            // Negated, so that it holds for NaN too.
            if (!(Math.abs(points[i]) <= LARGEST)) {
                throw Problem.of("embedding.finite", i / dimension, (double) points[i]);
            }
        }
    }
}
