package latentlab.embedding.umap;

import org.apache.commons.math3.analysis.ParametricUnivariateFunction;
import org.apache.commons.math3.fitting.SimpleCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoints;

/**
 * How much two points of a map are neighbours: 1 / (1 + a d^(2b)) at a distance d, and how that makes them attract and
 * repel each other (McInnes, Healy & Melville 2018, section 3.2 and appendix C).
 */
record MapCurve(double a, double b) {
    /** Added to squared distances, so that the repulsion of points that touch stays finite; umap-learn's. */
    private static final double TOUCHING = 0.001;

    private static final int SAMPLES = 300;
    /** Where the curve is fitted: from 0 to this distance. */
    private static final double REACH = 3;

    /**
     * Fits the curve, by least squares, to one that is 1 up to the minimal distance and falls as exp(minimum - d) from
     * there, as umap-learn does with a spread of 1.
     *
     * @param minimalDistance 0 to 1
     */
    static MapCurve of(double minimalDistance) {
        WeightedObservedPoints wanted = new WeightedObservedPoints();
        for (int i = 0; i < SAMPLES; i++) {
            double distance = REACH * i / (SAMPLES - 1);
            wanted.add(distance, Math.min(1, Math.exp(minimalDistance - distance)));
        }
        double[] fitted =
                SimpleCurveFitter.create(new Curve(), new double[] {1, 1}).fit(wanted.toList());
        return new MapCurve(fitted[0], fitted[1]);
    }

    /** @return what the difference to a neighbour is multiplied by: how far to go, at a rate of 1; less than 0 */
    double attraction(double squared) {
        double power = Math.pow(squared, b);
        return -2 * a * b * power / (squared * (1 + a * power));
    }

    /** @return what the difference to a point that is no neighbour is multiplied by; greater than 0 */
    double repulsion(double squared) {
        return 2 * b / ((TOUCHING + squared) * (1 + a * Math.pow(squared, b)));
    }

    private static final class Curve implements ParametricUnivariateFunction {
        @Override
        public double value(double x, double... ab) {
            return 1 / (1 + ab[0] * Math.pow(x, 2 * ab[1]));
        }

        @Override
        public double[] gradient(double x, double... ab) {
            if (x == 0) {
                return new double[2];
            }
            double power = Math.pow(x, 2 * ab[1]);
            double value = value(x, ab);
            return new double[] {-value * value * power, -2 * value * value * ab[0] * power * Math.log(x)};
        }
    }
}
