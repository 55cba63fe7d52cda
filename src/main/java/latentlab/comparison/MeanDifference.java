package latentlab.comparison;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * How much greater the mean of one sample is than that of another, and how sure that is: the percentile interval of the
 * bootstrap, as in chapter 13 of Efron and Tibshirani, An Introduction to the Bootstrap, 1993. Both samples are drawn
 * anew with replacement, each from itself, {@value #RESAMPLES} times; the interval leaves 2.5 % of the differences out
 * on each side. The same in every call.
 *
 * @param difference of the two means
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record MeanDifference(double difference, double low, double high) {
    private static final int RESAMPLES = 10_000;
    private static final int LEFT_OUT = RESAMPLES / 40;
    private static final long SEED = 1993;

    /**
     * @param greater the sample that the other's mean is taken off from, at least one finite number
     * @param less the other, likewise
     */
    public static MeanDifference of(double[] greater, double[] less) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] differences = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            differences[i] = resampled(greater, random) - resampled(less, random);
        }
        Arrays.sort(differences);
        return new MeanDifference(
                mean(greater) - mean(less), differences[LEFT_OUT - 1], differences[RESAMPLES - LEFT_OUT - 1]);
    }

    /** @return whether no difference at all is among what the samples allow */
    public boolean maybeNone() {
        return low <= 0 && high >= 0;
    }

    private static double resampled(double[] sample, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < sample.length; i++) {
            sum += sample[random.nextInt(sample.length)];
        }
        return sum / sample.length;
    }

    private static double mean(double[] sample) {
        return DoubleStream.of(sample).average().orElseThrow();
    }
}
