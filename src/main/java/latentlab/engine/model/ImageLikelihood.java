package latentlab.engine.model;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import latentlab.data.ImageSet;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * How likely images are under a variational model, in nats: the bound that it is trained for, and the tighter one of
 * many samples of a code, weighted by their importance (Burda et al. 2016). With more samples it comes nearer to the
 * log-likelihood, from below in the mean. Of {@link Loss#GAUSSIAN} without that one's constant.
 *
 * @param bound negative evidence lower bound (ELBO) at a beta of 1, mean over the images: one sample's reconstruction
 *     and the divergence, the mean over all samples of it
 * @param negativeLogLikelihood by importance sampling, mean over the images; at most {@code bound}, but for chance
 * @param standardError of that mean over the images
 * @param images it was taken of
 * @param samples of each image's code
 */
public record ImageLikelihood(
        double bound, double negativeLogLikelihood, double standardError, int images, int samples) {
    /** Samples as many as anybody publishes with. */
    public static final int MOST_SAMPLES = 5000;

    private static final int TOGETHER = 125;
    /** Sets its samples apart from those of training and of validation. */
    private static final long SEED = -3;

    /**
     * @param parameters of an epoch of a variational model, see {@link Autoencoder#arrays()}
     * @param images as many of the first as are asked for
     * @param count at least 1, at most as many as there are
     * @param samples 1 to {@link #MOST_SAMPLES}
     * @param progress told the share that is done
     * @param wanted whether it is still asked for
     * @throws CancellationException once it is not
     */
    public static ImageLikelihood of(
            TrainingConfig config,
            float[] parameters,
            ImageSet images,
            int count,
            int samples,
            DoubleConsumer progress,
            BooleanSupplier wanted) {
        Autoencoder model = Autoencoder.of(config, images.shape());
        int[] which = new int[count];
        for (int i = 0; i < count; i++) {
            which[i] = i;
        }
        CodeDistributions codes;
        try (Inference inference = new Inference(model, config)) {
            codes = CodeDistributions.of(model.latent(), inference.moments(parameters, images, which));
        }
        Kernels kernels = Kernels.fastest();
        // Nothing of it is kept.
        try (Floats.Taking taking = new Floats.Taking()) {
            Network network = new Network(model, kernels, parameters);
            Batch batch = new Batch(model, TOGETHER);
            double[] weights = new double[samples];
            double bound = 0;
            double sum = 0;
            double squares = 0;
            for (int image = 0; image < count; image++) {
                if (!wanted.getAsBoolean()) {
                    throw new CancellationException("nobody waits for the likelihood");
                }
                progress.accept((double) image / count);
                batch.fill(images, sames(image), 0, kernels, 0);
                weigh(config, network, batch, codes, image, weights);
                double mean = 0;
                for (double weight : weights) {
                    mean += weight / samples;
                }
                double likelihood = logarithmOfMean(weights);
                bound -= mean / count;
                sum -= likelihood;
                squares += likelihood * likelihood;
            }
            double nats = sum / count;
            double variance = Math.max(0, squares / count - nats * nats);
            return new ImageLikelihood(bound, nats, Math.sqrt(variance / count), count, samples);
        }
    }

    private static int[] sames(int image) {
        int[] sames = new int[TOGETHER];
        Arrays.fill(sames, image);
        return sames;
    }

    /** Writes ln p(x|z) + ln p(z) - ln q(z|x) of each sample z of an image's code. */
    private static void weigh(
            TrainingConfig config, Network network, Batch batch, CodeDistributions codes, int image, double[] weights) {
        int units = codes.units();
        MemorySegment code = batch.latent().segment();
        double[] losses = new double[TOGETHER];
        double[] deviations = codes.deviations(image);
        for (int from = 0; from < weights.length; from += TOGETHER) {
            Noise.normal(code, 0, TOGETHER * units, Noise.seed(Noise.seed(SEED, image), from));
            double[] divergences = new double[TOGETHER];
            for (int i = 0; i < TOGETHER; i++) {
                for (int unit = 0; unit < units; unit++) {
                    long place = (long) i * units + unit;
                    double random = code.getAtIndex(JAVA_FLOAT, place);
                    float z = (float) (codes.means()[image * units + unit] + deviations[unit] * random);
                    code.setAtIndex(JAVA_FLOAT, place, z);
                    // ln q - ln p, whose constants cancel.
                    divergences[i] += ((double) z * z - random * random) / 2 - Math.log(deviations[unit]);
                }
            }
            network.decodeEach(batch, config.get(Setting.LOSS), losses);
            for (int i = 0; i < Math.min(TOGETHER, weights.length - from); i++) {
                weights[from + i] = -losses[i] - divergences[i];
            }
        }
    }

    /** ln of the mean of e^weight, without leaving the range of numbers. */
    private static double logarithmOfMean(double[] weights) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double weight : weights) {
            greatest = Math.max(greatest, weight);
        }
        double sum = 0;
        for (double weight : weights) {
            sum += Math.exp(weight - greatest);
        }
        return greatest + Math.log(sum / weights.length);
    }
}
