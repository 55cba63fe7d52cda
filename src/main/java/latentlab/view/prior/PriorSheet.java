package latentlab.view.prior;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import latentlab.engine.model.CodeDistributions;
import latentlab.figure.ImageStrip;
import latentlab.run.Run;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What is shown of an epoch of a variational run, computed.
 *
 * @param codes of the images, shape [images, units]
 * @param images what the decoder makes of them
 * @param order of {@link Shows#UNITS} the units from the most divergent on; otherwise empty
 * @param nats divergence of each unit, by its number; otherwise empty
 */
record PriorSheet(Run run, int epoch, Shows shows, float[] codes, ImageStrip images, int[] order, double[] nats) {
    /** Images of a unit's way from one end of the prior to the other. */
    static final int STEPS = 9;
    /** How far from the middle that way goes, in standard deviations. */
    static final double END = 2.5;
    /** Drawn from the prior. */
    private static final int SAMPLES = 60;
    /** Images across the plane and down: as wide as the panel mostly is. */
    static final int ACROSS = 21;

    private static final int DOWN = 9;

    /**
     * The units, with an image's code of which one unit at a time is moved.
     *
     * @param image index of the test image; below 0 the middle of the prior
     */
    static PriorSheet units(Run run, int epoch, int image) {
        int units = run.model().latent();
        double[] nats = run.distributions(epoch).divergences();
        int[] order = IntStream.range(0, units)
                .boxed()
                .sorted(Comparator.comparingDouble(unit -> -nats[unit]))
                .mapToInt(unit -> unit)
                .toArray();
        float[] from = image < 0 ? new float[units] : run.latent(epoch, image);
        float[] codes = new float[units * STEPS * units];
        for (int row = 0; row < units; row++) {
            for (int step = 0; step < STEPS; step++) {
                int at = (row * STEPS + step) * units;
                System.arraycopy(from, 0, codes, at, units);
                codes[at + order[row]] = (float) (END * (2.0 * step / (STEPS - 1) - 1));
            }
        }
        return of(run, epoch, Shows.UNITS, codes, order, nats);
    }

    /** @param seed which codes: the same in every epoch, so that one sees the decoder learn */
    static PriorSheet samples(Run run, int epoch, long seed) {
        float[] codes = CodeDistributions.drawn(SAMPLES, run.model().latent(), seed);
        return of(run, epoch, Shows.SAMPLES, codes, new int[0], new double[0]);
    }

    /** The centres of as many equally probable parts of each axis as there are images along it, upwards. */
    static PriorSheet plane(Run run, int epoch) {
        double[] across = quantiles(ACROSS);
        double[] down = quantiles(DOWN);
        float[] codes = new float[ACROSS * DOWN * 2];
        for (int line = 0; line < DOWN; line++) {
            for (int column = 0; column < ACROSS; column++) {
                int at = 2 * (line * ACROSS + column);
                codes[at] = (float) across[column];
                codes[at + 1] = (float) down[DOWN - 1 - line];
            }
        }
        return of(run, epoch, Shows.PLANE, codes, new int[0], new double[0]);
    }

    private static double[] quantiles(int parts) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        return IntStream.range(0, parts)
                .mapToDouble(i -> normal.inverseCumulativeProbability((i + 0.5) / parts))
                .toArray();
    }

    private static PriorSheet of(Run run, int epoch, Shows shows, float[] codes, int[] order, double[] nats) {
        ImageStrip images = new ImageStrip(run.decode(epoch, codes), run.model().shape());
        return new PriorSheet(run, epoch, shows, codes, images, order, nats);
    }

    /** @return the code of one of the images */
    float[] code(int image) {
        int units = run.model().latent();
        return Arrays.copyOfRange(codes, image * units, (image + 1) * units);
    }
}
