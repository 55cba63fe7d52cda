package latentlab.engine.loss;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.layer.GaussianCode;
import latentlab.engine.model.Batch;

/**
 * How far a variational code's distributions are from the standard normal prior: the Kullback-Leibler divergence (m^2 +
 * e^l - l - 1) / 2 of a unit with mean m and log-variance l, in nats, summed over units (Kingma &amp; Welling 2014,
 * appendix B).
 *
 * @param beta what it is multiplied by in the loss, 0 or more
 * @param free nats that a unit may come to, in the mean of a batch, without a slope (Kingma et al. 2016, appendix C);
 *     what is shown counts them all the same
 */
record Divergence(double beta, double free) implements CodePenalty {
    @Override
    public String name() {
        return LossPart.DIVERGENCE;
    }

    @Override
    public double inLoss() {
        return beta;
    }

    @Override
    public double sum(Batch batch) {
        int units = batch.model().latent();
        double sum = 0;
        for (int unit = 0; unit < units; unit++) {
            sum += sum(batch, unit);
        }
        return sum;
    }

    /** Of one unit, summed over images. */
    private static double sum(Batch batch, int unit) {
        MemorySegment moments = moments(batch).segment();
        int units = batch.model().latent();
        double sum = 0;
        for (int image = 0; image < batch.count(); image++) {
            double mean = moments.getAtIndex(JAVA_FLOAT, 2L * image * units + unit);
            double logVariance = moments.getAtIndex(JAVA_FLOAT, (2L * image + 1) * units + unit);
            sum += (mean * mean + Math.expm1(logVariance) - logVariance) / 2;
        }
        return sum;
    }

    private static Floats moments(Batch batch) {
        return GaussianCode.moments(batch.kept.get(batch.model().codeLayer()));
    }

    /** With free nats a batch has one part, see {@link Batch#of}. */
    @Override
    public void addSlope(Kernels kernels, Batch part, Floats delta, int count, double share) {
        MemorySegment moments = moments(part).segment();
        MemorySegment slopes =
                GaussianCode.slopes(part.kept.get(part.model().codeLayer())).segment();
        int units = part.model().latent();
        double scale = share * beta / count;
        for (int unit = 0; unit < units; unit++) {
            if (free > 0 && sum(part, unit) < free * part.count()) {
                continue;
            }
            for (int image = 0; image < part.count(); image++) {
                long mean = 2L * image * units + unit;
                long logVariance = mean + units;
                slopes.setAtIndex(JAVA_FLOAT, mean, (float) (scale * moments.getAtIndex(JAVA_FLOAT, mean)));
                slopes.setAtIndex(JAVA_FLOAT, logVariance, (float)
                        (scale / 2 * Math.expm1(moments.getAtIndex(JAVA_FLOAT, logVariance))));
            }
        }
    }
}
