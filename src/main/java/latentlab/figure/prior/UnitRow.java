package latentlab.figure.prior;

import java.util.List;

/**
 * What is drawn of one latent unit.
 *
 * @param number as users count, from 1
 * @param nats its divergence from the prior
 * @param words of that, e.g. "1.73"
 * @param collapsed whether it tells so little that it is marked
 * @param curve its divergence over the epochs there are figures of, epoch and nats in turn; in order
 */
public record UnitRow(int number, double nats, String words, boolean collapsed, List<double[]> curve) {
    public UnitRow {
        curve = List.copyOf(curve);
    }
}
