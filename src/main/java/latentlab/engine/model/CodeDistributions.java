package latentlab.engine.model;

import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.engine.settings.Noise;

/**
 * The codes of a variational model as the normal distributions that they are.
 *
 * @param units of the code
 * @param means shape [images, units]
 * @param logVariances shape [images, units]
 */
public record CodeDistributions(int units, float[] means, float[] logVariances) {
    /** Nats below which a unit tells so little, in the mean of all images, that it counts as collapsed. */
    public static final double COLLAPSED = 0.01;
    /** Of the codes that are drawn unless others are asked for. */
    public static final long FIRST_SEED = 1;

    /** @param parameters of an epoch, see {@link Autoencoder#arrays()} */
    public static CodeDistributions of(Inference inference, float[] parameters, ImageSet images) {
        int[] all = IntStream.range(0, images.count()).toArray();
        return of(inference.model().latent(), inference.moments(parameters, images, all));
    }

    /**
     * Codes from the prior, always the same ones, so that one sees the decoder learn: those of a view and those in a
     * file are alike.
     *
     * @return shape [count, units]; of fewer the first
     */
    public static float[] drawn(int count, int units) {
        return drawn(count, units, FIRST_SEED);
    }

    /** @param seed which codes */
    public static float[] drawn(int count, int units, long seed) {
        return Noise.normal(count * units, seed);
    }

    /** @param moments see {@link Inference#moments} */
    static CodeDistributions of(int units, float[] moments) {
        float[] means = new float[moments.length / 2];
        float[] logVariances = new float[means.length];
        for (int from = 0; from < means.length; from += units) {
            System.arraycopy(moments, 2 * from, means, from, units);
            System.arraycopy(moments, 2 * from + units, logVariances, from, units);
        }
        return new CodeDistributions(units, means, logVariances);
    }

    /**
     * How far each unit is from the standard normal prior: the Kullback-Leibler divergence in nats, mean over the
     * images; what it adds to the {@link latentlab.engine.loss.LossPart#DIVERGENCE} of a loss.
     *
     * @return shape [units], 0 or more
     */
    public double[] divergences() {
        double[] nats = new double[units];
        for (int i = 0; i < means.length; i++) {
            nats[i % units] += ((double) means[i] * means[i] + Math.expm1(logVariances[i]) - logVariances[i]) / 2;
        }
        for (int unit = 0; unit < units; unit++) {
            nats[unit] *= (double) units / means.length;
        }
        return nats;
    }

    /** @return standard deviations of an image's code, shape [units] */
    public double[] deviations(int image) {
        double[] deviations = new double[units];
        for (int unit = 0; unit < units; unit++) {
            deviations[unit] = Math.exp(0.5 * logVariances[image * units + unit]);
        }
        return deviations;
    }
}
