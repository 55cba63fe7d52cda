package latentlab.engine.settings;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What is done to an image before a denoising autoencoder sees it (Vincent et al. 2008); it is to give back the image
 * itself.
 */
public enum Noise {
    NONE,
    /** Adds normal noise to every pixel and cuts off below 0 and above 1. */
    GAUSSIAN,
    /** Makes a share of the pixels 0. */
    MASKING,
    /** Makes a share of the pixels 0 or 1, either as likely. */
    SALT_AND_PEPPER;

    private static final int LEVELS = 1 << 14;
    /** What SplitMix64 adds from number to number. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Loaded with the first Gaussian noise: quantiles of the normal distribution, in even steps of probability. */
    private static final class Normal {
        static final float[] QUANTILES = quantiles();

        private static float[] quantiles() {
            NormalDistribution normal = new NormalDistribution(null, 0, 1);
            float[] quantiles = new float[LEVELS];
            for (int i = 0; i < LEVELS; i++) {
                quantiles[i] = (float) normal.inverseCumulativeProbability((i + 0.5) / LEVELS);
            }
            return quantiles;
        }
    }

    /**
     * @param image pixels, 0 to 1
     * @param from its first pixel, in floats
     * @param level 0 to 1, see {@link Setting#NOISE_LEVEL}
     * @param seed same seed, same noise
     */
    public void apply(MemorySegment image, long from, int length, double level, long seed) {
        if (this == NONE) {
            return;
        }
        float[] quantiles = this == GAUSSIAN ? Normal.QUANTILES : null;
        float deviation = (float) level;
        int changed = (int) Math.round(level * LEVELS);
        for (int i = 0; i < length; i++) {
            long random = mix(seed + i * GOLDEN);
            int chance = (int) (random >>> 50);
            float pixel = image.getAtIndex(JAVA_FLOAT, from + i);
            float noisy =
                    switch (this) {
                        case NONE -> pixel;
                        case GAUSSIAN -> Math.clamp(pixel + deviation * quantiles[chance], 0f, 1f);
                        case MASKING -> chance < changed ? 0 : pixel;
                        case SALT_AND_PEPPER -> chance < changed ? random & 1 : pixel;
                    };
            image.setAtIndex(JAVA_FLOAT, from + i, noisy);
        }
    }

    /** @return as many standard normal numbers; same seed, same numbers */
    public static float[] normal(int length, long seed) {
        float[] numbers = new float[length];
        normal(MemorySegment.ofArray(numbers), 0, length, seed);
        return numbers;
    }

    /**
     * Draws standard normal numbers, two from each pair of evenly spread ones (Box &amp; Muller 1958).
     *
     * @param into receives them
     * @param from place of the first, in floats
     * @param seed same seed, same numbers
     */
    public static void normal(MemorySegment into, long from, int length, long seed) {
        for (int i = 0; i < length; i += 2) {
            // Above 0, whose logarithm there is none of.
            double even = 1 - (mix(seed + i * GOLDEN) >>> 11) * 0x1p-53;
            double angle = 2 * Math.PI * ((mix(seed + (i + 1) * GOLDEN) >>> 11) * 0x1p-53);
            double radius = Math.sqrt(-2 * Math.log(even));
            into.setAtIndex(JAVA_FLOAT, from + i, (float) (radius * Math.cos(angle)));
            if (i + 1 < length) {
                into.setAtIndex(JAVA_FLOAT, from + i + 1, (float) (radius * Math.sin(angle)));
            }
        }
    }

    /** @return a seed for one part of what another seed stands for: an epoch of a run, an image of an epoch */
    public static long seed(long whole, long part) {
        return mix(mix(whole) + part);
    }

    /**
     * The finisher of SplitMix64 (Steele et al. 2014): every bit of the result depends on every bit of the argument.
     */
    private static long mix(long bits) {
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }
}
