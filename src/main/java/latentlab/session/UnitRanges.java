package latentlab.session;

import java.util.Arrays;
import latentlab.run.Run;

/**
 * The range of each latent unit over the test images of an epoch.
 *
 * @param low lower ends, shape [latent]
 * @param high upper ends, shape [latent]
 */
public record UnitRanges(Run run, int epoch, float[] low, float[] high) {
    public static UnitRanges of(Run run, int epoch) {
        int latent = run.model().latent();
        float[] codes = run.latent(epoch);
        float[] low = new float[latent];
        float[] high = new float[latent];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < codes.length; i++) {
            low[i % latent] = Math.min(low[i % latent], codes[i]);
            high[i % latent] = Math.max(high[i % latent], codes[i]);
        }
        return new UnitRanges(run, epoch, low, high);
    }

    public boolean isOf(Run other, int otherEpoch) {
        return run == other && epoch == otherEpoch;
    }
}
