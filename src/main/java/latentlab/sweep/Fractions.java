package latentlab.sweep;

import java.util.SplittableRandom;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/** Points of the unit cube, one after the other. */
interface Fractions {
    /** @return shape [dimensions], each 0 to 1, 1 excluded */
    double[] next();

    /** @param seed of random points; other designs have no chance in them */
    static Fractions of(Design design, int dimensions, long seed) {
        if (design == Design.LOW_DISCREPANCY) {
            SobolSequenceGenerator sobol = new SobolSequenceGenerator(dimensions);
            // The first point is the corner where all fractions are 0: the lowest end of every range.
            sobol.nextVector();
            return sobol::nextVector;
        }
        SplittableRandom random = new SplittableRandom(seed);
        return () -> random.doubles(dimensions).toArray();
    }
}
